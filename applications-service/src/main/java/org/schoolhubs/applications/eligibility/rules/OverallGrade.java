package org.schoolhubs.applications.eligibility.rules;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Ofsted's single overall effectiveness grade, given to state schools until September 2024. */
public enum OverallGrade {
    OUTSTANDING("1", "Outstanding"), GOOD("2", "Good"), REQUIRES_IMPROVEMENT("3", "Requires improvement"), INADEQUATE("4", "Inadequate");

    /** "School remains Good", "School remains Outstanding (Concerns) - S5 Next", and the same without the first two words, as some files have it. */
    private static final Pattern REMAINS = Pattern.compile("(?:School remains )?(Outstanding|Good)(?: \\((?:Improving|Concerns)\\)(?: - S5 Next)?)?",
            Pattern.CASE_INSENSITIVE);

    private final String code;
    private final String title;

    OverallGrade(String code, String title) {
        this.code = code;
        this.title = title;
    }

    /** The grade behind Ofsted's code 1 to 4; empty for {@code Not judged}, 0, 8, 9 and anything else, none of which is a grade. */
    public static Optional<OverallGrade> ofCode(String code) {
        return Arrays.stream(values()).filter(grade -> grade.code.equals(code)).findFirst();
    }

    /** What a graded inspection says instead of a grade, in words. */
    public static String wordsOf(String code) {
        return switch (code == null ? "" : code) {
            case "" -> "not given";
            case "0" -> "insufficient evidence";
            case "8" -> "does not apply";
            case "9" -> "not applicable";
            default -> code;
        };
    }

    /**
     * The grade that an ungraded visit confirms: "School remains Good", with or without "(Improving)" or "(Concerns)". Empty for the outcomes used since
     * September 2024, which imply none.
     */
    static Optional<OverallGrade> confirmedBy(String outcome) {
        Matcher remains = REMAINS.matcher(outcome == null ? "" : outcome.strip());
        if (!remains.matches()) {
            return Optional.empty();
        }
        return Optional.of(remains.group(1).equalsIgnoreCase(GOOD.title) ? GOOD : OUTSTANDING);
    }

    /** As Ofsted writes it. */
    public String title() {
        return title;
    }
}
