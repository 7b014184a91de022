package org.schoolhubs.applications.register.rules;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** How names are compared when somebody searches: without case, accents and punctuation. */
public final class SearchText {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern APOSTROPHES = Pattern.compile("['\u2018\u2019`]");
    private static final Pattern OTHER = Pattern.compile("[^a-z0-9]+");

    private SearchText() {
    }

    /** "St Mary's Café-School" becomes "st marys cafe school". Names in the register and what is searched for go through it alike. */
    public static String fold(String text) {
        var plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        var joined = APOSTROPHES.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll("");
        return OTHER.matcher(joined).replaceAll(" ").strip();
    }
}
