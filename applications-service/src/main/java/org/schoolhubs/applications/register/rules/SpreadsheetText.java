package org.schoolhubs.applications.register.rules;

/** Text from outside that goes into a CSV file: a spreadsheet must not take it for a formula. */
public final class SpreadsheetText {
    private SpreadsheetText() {
    }

    /** The text, with an apostrophe before it where a spreadsheet would calculate (OWASP, CSV injection). */
    public static String neutralise(String text) {
        return !text.isEmpty() && "=+-@\t\r\uFF1D\uFF0B\uFF0D\uFF20".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
