package org.schoolhubs.applications.imports;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import org.postgresql.copy.CopyManager;

/** Rows for PostgreSQL's COPY in its text format, sent a megabyte at a time: the fastest way in, with memory that does not grow. */
final class CopyBatch {
    private static final int BATCH_CHARS = 1024 * 1024;

    private final CopyManager copy;
    private final String statement;
    private final StringBuilder rows = new StringBuilder(BATCH_CHARS + 4096);

    /** @param target table and columns, such as {@code staging (line, urn)} */
    CopyBatch(CopyManager copy, String target) {
        this.copy = copy;
        this.statement = "copy " + target + " from stdin";
    }

    /** Adds a row; null is null. */
    void row(Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            if (i > 0) {
                rows.append('\t');
            }
            append(values[i]);
        }
        rows.append('\n');
        if (rows.length() >= BATCH_CHARS) {
            flush();
        }
    }

    /** Sends what is still here. */
    void flush() throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try {
            copy.copyIn(statement, new ByteArrayInputStream(rows.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        rows.setLength(0);
    }

    private void append(Object value) {
        if (value == null) {
            rows.append("\\N");
            return;
        }
        var text = value.toString();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\' -> rows.append("\\\\");
                case '\t' -> rows.append("\\t");
                case '\n' -> rows.append("\\n");
                case '\r' -> rows.append("\\r");
                default -> rows.append(c);
            }
        }
    }
}
