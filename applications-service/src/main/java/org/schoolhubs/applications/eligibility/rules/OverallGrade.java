package org.schoolhubs.applications.eligibility.rules;

import java.util.Arrays;
import java.util.Optional;

/** Ofsted's single overall effectiveness grade, given to state schools until September 2024. */
public enum OverallGrade {
    OUTSTANDING("1", "Outstanding"), GOOD("2", "Good"), REQUIRES_IMPROVEMENT("3", "Requires improvement"), INADEQUATE("4", "Inadequate");

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

    /**
     * The grade that an ungraded visit confirms: "School remains Good", with or without "(Improving)" or "(Concerns)". Empty for the outcomes used since
     * September 2024, which imply none.
     */
    static Optional<OverallGrade> confirmedBy(String outcome) {
        return Arrays.stream(values()).filter(grade -> outcome != null && outcome.trim().startsWith("School remains " + grade.title)).findFirst();
    }

    /** As Ofsted writes it. */
    public String title() {
        return title;
    }
}
