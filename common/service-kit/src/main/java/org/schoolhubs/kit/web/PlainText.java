package org.schoolhubs.kit.web;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;

/** Text in a body has no control characters but tab and line ends: the database cannot hold some, a log or a spreadsheet must not get the others. */
@Singleton
class PlainText implements ObjectMapperCustomizer {
    @Override
    public void customize(ObjectMapper mapper) {
        mapper.registerModule(new SimpleModule("plain-text").addDeserializer(String.class, new PlainTextDeserializer()));
    }

    private static final class PlainTextDeserializer extends StringDeserializer {
        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            String text = super.deserialize(parser, context);
            if (text != null && text.chars().anyMatch(PlainTextDeserializer::isForbidden)) {
                throw JsonMappingException.from(parser, "control character", new IllegalArgumentException("Leave out control characters; tabs and line ends are fine."));
            }
            return text;
        }

        private static boolean isForbidden(int character) {
            return Character.isISOControl(character) && character != '\t' && character != '\n' && character != '\r';
        }
    }
}
