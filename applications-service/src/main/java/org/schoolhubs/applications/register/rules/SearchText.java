package org.schoolhubs.applications.register.rules;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** How names are compared when somebody searches: without case, accents and punctuation. */
public final class SearchText {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    /** "C.E." and "R.C." fold to two letters. */
    private static final Pattern INITIALS = Pattern.compile("\\b(c|r) (e|c)\\b");
    private static final Pattern C_OF_E = Pattern.compile("\\bc of e\\b");
    private static final Set<String> FILLERS = Set.of("of", "the", "and");

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

    /**
     * What is searched for as a PostgreSQL text query: every word must be there, each may be the beginning of one, in whatever order. "of", "the" and "and"
     * are left
     * out unless nothing else was given. The index knows what people write in place of what (St and Saint, CE and Church of England).
     *
     * @return empty where nothing can be searched for
     */
    public static Optional<String> query(String text) {
        String folded = INITIALS.matcher(fold(text)).replaceAll("$1$2");
        List<String> words = Arrays.stream(C_OF_E.matcher(folded).replaceAll("cofe").split(" ")).filter(word -> !word.isEmpty()).distinct().toList();
        List<String> telling = words.stream().filter(word -> !FILLERS.contains(word)).toList();
        return (telling.isEmpty() ? words : telling).stream().map("'%s':*"::formatted).reduce((one, next) -> one + " & " + next);
    }

    private static String plain(String text) {
        boolean ascii = text.chars().allMatch(c -> c < 0x80);
        return ascii ? text : MARKS.matcher(Normalizer.normalize(text.replace('\u00B4', '\''), Normalizer.Form.NFKD)).replaceAll("");
    }

    private static boolean isApostrophe(char c) {
        return c == '\'' || c == '\u2018' || c == '\u2019' || c == '`';
    }
}
