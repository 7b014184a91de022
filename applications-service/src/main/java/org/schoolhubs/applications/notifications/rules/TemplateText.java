package org.schoolhubs.applications.notifications.rules;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Subject and body of a template, with placeholders in GOV.UK Notify's form: {@code ((name))}. Conditional ones ({@code ((name??text))}) are not known
 * here.
 */
public final class TemplateText {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\(\\(([^()]*)\\)\\)");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\n]]+");
    private static final Pattern DOUBLE_BRACKETS = Pattern.compile("\\({2,}|\\){2,}");

    private TemplateText() {
    }

    /**
     * What is wrong with a template at one place.
     *
     * @param pointer JSON pointer into the template
     */
    public record Fault(String pointer, String code, String detail) {
    }

    /** Everything that is wrong with a template of this moment; empty when it can be used. */
    public static List<Fault> check(Moment moment, String subject, String body) {
        List<Fault> faults = new ArrayList<>();
        checkPlaceholders(moment, "/subject", subject, faults);
        checkPlaceholders(moment, "/body", body, faults);
        if (subject.contains("\n") || subject.contains("\r")) {
            faults.add(new Fault("/subject", "subject-of-several-lines", "Write the subject in one line."));
        }
        if (!moment.category().mandatory() && !placeholders(body).contains(Placeholder.UNSUBSCRIBE_LINK.word())) {
            faults.add(new Fault("/body", "unsubscribe-link-missing", "People can opt out of this e-mail: say where, by ((unsubscribe_link))."));
        }
        return List.copyOf(faults);
    }

    private static void checkPlaceholders(Moment moment, String pointer, String text, List<Fault> faults) {
        List<String> known = moment.placeholders().stream().map(Placeholder::word).toList();
        placeholders(text).stream().filter(word -> !known.contains(word)).forEach(word -> faults.add(new Fault(pointer, "placeholder-unknown",
                "((%s)) is not known at this moment. Known: %s.".formatted(word, String.join(", ", known)))));
        if (DOUBLE_BRACKETS.matcher(PLACEHOLDER.matcher(text).replaceAll("")).find()) {
            faults.add(new Fault(pointer, "placeholder-broken", "Close each placeholder: ((name)). Do not use double brackets for anything else."));
        }
    }

    /** The words between double brackets, in their order. */
    public static Set<String> placeholders(String text) {
        Set<String> words = new LinkedHashSet<>();
        Matcher matcher = PLACEHOLDER.matcher(text);
        while (matcher.find()) {
            words.add(matcher.group(1));
        }
        return words;
    }

    /**
     * The text with its placeholders filled in. Values are taken as plain text: what looks like a placeholder in a value is not one.
     *
     * @throws IllegalArgumentException for a placeholder without a value
     */
    public static String fill(String text, Map<String, String> values) {
        return PLACEHOLDER.matcher(text).replaceAll(found -> {
            String value = values.get(found.group(1));
            if (value == null) {
                throw new IllegalArgumentException("No value for ((%s))".formatted(found.group(1)));
            }
            return Matcher.quoteReplacement(value);
        });
    }

    /** A value that was written by a person or another system, without what could be taken for a placeholder or break a line. */
    public static String plain(String value) {
        String oneLine = CONTROL.matcher(value.replace('\n', ' ')).replaceAll(" ");
        return DOUBLE_BRACKETS.matcher(oneLine).replaceAll(found -> found.group().substring(0, 1)).strip();
    }
}
