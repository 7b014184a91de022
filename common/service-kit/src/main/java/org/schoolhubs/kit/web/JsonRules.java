package org.schoolhubs.kit.web;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jsr310.deser.InstantDeserializer;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/** How bodies are read: strictly. A value is taken as it was written or refused, never bent until it fits. */
@Singleton
class JsonRules implements ObjectMapperCustomizer {
    /** After Quarkus' own, so that these deserialisers stand over those of the Java time module. */
    @Override
    public int priority() {
        return MINIMUM_PRIORITY;
    }

    @Override
    public void customize(ObjectMapper mapper) {
        mapper.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS);
        mapper.getFactory().configure(StreamReadFeature.STRICT_DUPLICATE_DETECTION.mappedFeature(), true);
        mapper.coercionConfigFor(LogicalType.Integer).setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.String, CoercionAction.Fail).setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail);
        mapper.coercionConfigFor(LogicalType.Float).setCoercion(CoercionInputShape.String, CoercionAction.Fail);
        mapper.coercionConfigFor(LogicalType.Boolean).setCoercion(CoercionInputShape.String, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail);
        mapper.coercionConfigFor(LogicalType.Textual).setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail).setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
        mapper.registerModule(new SimpleModule("school-hubs-json")
                .addDeserializer(String.class, new PlainText())
                .addDeserializer(LocalDate.class, new BoundedDate())
                .addDeserializer(Instant.class, new BoundedInstant()));
    }

    private static JsonMappingException refused(JsonParser parser, String advice) {
        return JsonMappingException.from(parser, "refused", new IllegalArgumentException(advice));
    }

    /** No control characters but tab and line ends, no half characters, nothing that turns the direction of writing: the database, a log or a screen would bend them. */
    private static final class PlainText extends StringDeserializer {
        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            String text = super.deserialize(parser, context);
            if (text != null && text.codePoints().anyMatch(PlainText::isForbidden)) {
                throw refused(parser, "Leave out control characters, half characters and marks that turn the direction of writing; tabs and line ends are fine.");
            }
            return text;
        }

        private static boolean isForbidden(int character) {
            boolean control = Character.isISOControl(character) && character != '\t' && character != '\n' && character != '\r';
            boolean half = character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
            boolean turning = character >= 0x202A && character <= 0x202E || character >= 0x2066 && character <= 0x2069;
            return control || half || turning || (character & 0xFFFE) == 0xFFFE;
        }
    }

    private static final class BoundedDate extends StdScalarDeserializer<LocalDate> {
        private static final long serialVersionUID = 1L;

        BoundedDate() {
            super(LocalDate.class);
        }

        @Override
        public LocalDate deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                return (LocalDate) context.handleUnexpectedToken(LocalDate.class, parser);
            }
            try {
                LocalDate date = LocalDate.parse(parser.getText());
                if (Bounds.holds(date)) {
                    return date;
                }
            } catch (DateTimeParseException notADate) {
                return (LocalDate) context.handleWeirdStringValue(LocalDate.class, parser.getText(), "not a date");
            }
            throw refused(parser, Bounds.DATE_ADVICE);
        }
    }

    private static final class BoundedInstant extends InstantDeserializer<Instant> {
        private static final long serialVersionUID = 1L;

        BoundedInstant() {
            super(InstantDeserializer.INSTANT, java.time.format.DateTimeFormatter.ISO_INSTANT);
        }

        @Override
        public Instant deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            Instant instant = super.deserialize(parser, context);
            if (instant != null && !Bounds.holds(instant)) {
                throw refused(parser, Bounds.INSTANT_ADVICE);
            }
            return instant;
        }
    }
}
