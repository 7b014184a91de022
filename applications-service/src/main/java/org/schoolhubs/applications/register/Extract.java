package org.schoolhubs.applications.register;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.schoolhubs.applications.register.rules.SpreadsheetText;

/**
 * The columns of a view, read from the view itself: the JSON answer, the header and rows of the extract and the data dictionary have one definition. Records
 * inside the view are taken apart, with a dot in the name.
 *
 * @param <V> the view, a record whose fields are described by {@link Schema} and {@link Told}
 */
final class Extract<V> {
    private final List<Column> columns;

    private Extract(List<Column> columns) {
        this.columns = columns;
    }

    private record Column(DataFieldView field, List<Method> path) {
        String of(Object view) {
            Object value = view;
            for (Method accessor : path) {
                value = value == null ? null : call(accessor, value);
            }
            return value == null ? "" : SpreadsheetText.neutralise(value instanceof BigDecimal number ? number.toPlainString() : value.toString());
        }
    }

    static <V> Extract<V> of(Class<V> view) {
        List<Column> columns = new ArrayList<>();
        collect(view, "", List.of(), columns);
        return new Extract<>(List.copyOf(columns));
    }

    List<DataFieldView> dictionary() {
        return columns.stream().map(Column::field).toList();
    }

    List<String> header() {
        return columns.stream().map(column -> column.field().field()).toList();
    }

    /** The values of a row as text; a spreadsheet takes none of them for a formula. */
    List<String> row(V view) {
        return columns.stream().map(column -> column.of(view)).toList();
    }

    private static void collect(Class<?> view, String prefix, List<Method> path, List<Column> columns) {
        for (RecordComponent component : view.getRecordComponents()) {
            if (component.isAnnotationPresent(OnlyAsked.class)) {
                continue;
            }
            Method accessor = component.getAccessor();
            accessor.setAccessible(true);
            List<Method> there = new ArrayList<>(path);
            there.add(accessor);
            if (component.getType().isRecord()) {
                collect(component.getType(), prefix + component.getName() + ".", there, columns);
            } else {
                columns.add(new Column(field(component, prefix + component.getName()), there));
            }
        }
    }

    private static DataFieldView field(RecordComponent component, String name) {
        Schema schema = component.getAccessor().getAnnotation(Schema.class);
        Told told = component.getAnnotation(Told.class);
        return new DataFieldView(name, type(component.getType()), schema.description(), told == null ? null : told.by(),
                told == null || told.codes().isEmpty() ? null : told.codes(), schema.nullable());
    }

    private static String type(Class<?> type) {
        if (type == String.class) {
            return "text";
        }
        if (type == long.class || type == Long.class || type == int.class || type == Integer.class) {
            return "integer";
        }
        if (type == BigDecimal.class) {
            return "decimal";
        }
        if (type == LocalDate.class) {
            return "date";
        }
        if (type == Instant.class) {
            return "instant";
        }
        if (type == UUID.class) {
            return "uuid";
        }
        if (type.isEnum()) {
            return "code";
        }
        throw new IllegalArgumentException("No column can be made of " + type);
    }

    private static Object call(Method accessor, Object on) {
        try {
            return accessor.invoke(on);
        } catch (IllegalAccessException | InvocationTargetException impossible) {
            throw new IllegalStateException(accessor + " cannot be read", impossible);
        }
    }
}
