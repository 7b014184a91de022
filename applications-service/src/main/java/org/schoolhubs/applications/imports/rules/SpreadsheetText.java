package org.schoolhubs.applications.imports.rules;

/** See {@link org.schoolhubs.applications.register.rules.SpreadsheetText}. */
public final class SpreadsheetText {
    private SpreadsheetText() {
    }

    /** The text, with an apostrophe before it where a spreadsheet would calculate. */
    public static String neutralise(String text) {
        return org.schoolhubs.applications.register.rules.SpreadsheetText.neutralise(text);
    }
}
