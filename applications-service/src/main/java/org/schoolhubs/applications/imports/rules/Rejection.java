package org.schoolhubs.applications.imports.rules;

/**
 * Why a row did not go in.
 *
 * @param line   line of the file the row begins on; the header is line 1
 * @param column column at fault, by its header; null when it is the row as a whole
 * @param value  what stood there, cut to {@value #MAX_VALUE} characters
 * @param code   kebab-case code of the reason
 * @param reason the reason in a sentence
 */
public record Rejection(long line, String column, String value, String code, String reason) {
    public static final int MAX_VALUE = 200;

    public Rejection {
        if (value != null && value.length() > MAX_VALUE) {
            value = value.substring(0, MAX_VALUE);
        }
    }
}
