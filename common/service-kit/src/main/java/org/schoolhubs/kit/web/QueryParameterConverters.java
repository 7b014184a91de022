package org.schoolhubs.kit.web;

import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.schoolhubs.kit.problem.CommonError;
import org.schoolhubs.kit.problem.Problem;

/** A query parameter that cannot be read is the caller's mistake (400, naming it), not a missing resource, which is what JAX-RS makes of it. */
@Provider
public class QueryParameterConverters implements ParamConverterProvider {
    @Override
    public <T> ParamConverter<T> getConverter(Class<T> rawType, Type genericType, Annotation[] annotations) {
        String name = nameOf(annotations);
        if (name == null) {
            return null;
        }
        if (rawType.isEnum()) {
            String known = Arrays.stream(rawType.getEnumConstants()).map(String::valueOf).collect(Collectors.joining(", "));
            return converter(name, "One of %s.".formatted(known), text -> Arrays.stream(rawType.getEnumConstants())
                    .filter(constant -> ((Enum<?>) constant).name().equals(text)).findFirst().orElseThrow(IllegalArgumentException::new));
        }
        if (rawType == UUID.class) {
            return converter(name, "A UUID.", text -> rawType.cast(UUID.fromString(text)));
        }
        if (rawType == LocalDate.class) {
            return converter(name, "A date such as 2026-09-01.", text -> {
                LocalDate date = LocalDate.parse(text);
                if (!Bounds.holds(date)) {
                    throw new IllegalArgumentException(Bounds.DATE_ADVICE);
                }
                return rawType.cast(date);
            });
        }
        if (rawType == int.class || rawType == Integer.class) {
            return converter(name, "A whole number.", text -> {
                @SuppressWarnings("unchecked")
                T number = (T) Integer.valueOf(text);
                return number;
            });
        }
        return null;
    }

    private static String nameOf(Annotation[] annotations) {
        for (Annotation annotation : annotations == null ? new Annotation[0] : annotations) {
            if (annotation instanceof QueryParam parameter) {
                return parameter.value();
            }
        }
        return null;
    }

    private static <T> ParamConverter<T> converter(String name, String expected, Function<String, T> read) {
        return new ParamConverter<>() {
            @Override
            public T fromString(String text) {
                if (text == null || text.isEmpty()) {
                    return null;
                }
                try {
                    return read.apply(text);
                } catch (IllegalArgumentException | java.time.DateTimeException unreadable) {
                    throw Problem.of(CommonError.PARAMETER_INVALID, "Correct the parameter named in errors.").parameter(name, "invalid", expected);
                }
            }

            @Override
            public String toString(T value) {
                return String.valueOf(value);
            }
        };
    }
}
