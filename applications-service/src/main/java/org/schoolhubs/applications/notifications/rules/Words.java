package org.schoolhubs.applications.notifications.rules;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Codes and days in words, as people read them in an e-mail. */
public final class Words {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);
    private static final Map<String, String> REASONS = Map.of(
            "CRITERIA_NOT_MET", "The school does not meet the criteria of the programme.",
            "EVIDENCE_INSUFFICIENT", "The evidence that we looked at does not show that the school meets the criteria.",
            "NO_CAPACITY", "All places are taken.",
            "OTHER_SUPPORT_FITS_BETTER", "Other support suits the school better at this time.");
    private static final String ELSEWHERE = "A reason that the decision gives in words: you find it with your application.";

    private Words() {
    }

    /** For example 21 November 2026. */
    public static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** One line for each code; a code without words here points to the decision itself. */
    public static String reasons(List<String> codes) {
        List<String> known = codes == null || codes.isEmpty() ? List.of("") : codes;
        return known.stream().map(code -> "* " + REASONS.getOrDefault(code, ELSEWHERE)).distinct().collect(Collectors.joining("\n"));
    }
}
