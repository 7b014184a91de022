package org.schoolhubs.applications.register.rules;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** How names are compared when somebody searches: without case, accents and punctuation. */
public final class SearchText {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private SearchText() {
    }

    /** "St Mary's Café-School" becomes "st marys cafe school". Names in the register and what is searched for go through it alike. */
    public static String fold(String text) {
        var folded = new StringBuilder(text.length());
        boolean gap = false;
        var lower = plain(text).toLowerCase(Locale.ROOT);
        for (int i = 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            if (c >= 'a' && c <= 'z' || c >= '0' && c <= '9') {
                if (gap && !folded.isEmpty()) {
                    folded.append(' ');
                }
                gap = false;
                folded.append(c);
            } else if (!isApostrophe(c)) {
                gap = true;
            }
        }
        return folded.toString();
    }

    private static String plain(String text) {
        boolean ascii = text.chars().allMatch(c -> c < 0x80);
        return ascii ? text : MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
    }

    private static boolean isApostrophe(char c) {
        return c == '\'' || c == '\u2018' || c == '\u2019' || c == '`';
    }
}
