package org.schoolhubs.applications.eligibility.rules;

import java.time.LocalDate;
import java.util.Set;

/** State-funded by its type of establishment. A type that this list does not know is put to a person, never guessed. */
record StateFundedRule(String id) implements Rule<SchoolFacts> {
    /**
     * Maintained schools (1, 2, 3, 5), city technology colleges (6), special schools maintained and non-maintained (7, 8, 12), pupil referral units (14),
     * maintained nurseries (15), colleges (18, 31, 32), academies and free schools (28, 33 to 36, 38 to 46, 57).
     */
    private static final Set<String> STATE_FUNDED = Set.of("1", "2", "3", "5", "6", "7", "8", "12", "14", "15", "18", "28", "31", "32", "33", "34", "35",
            "36", "38", "39", "40", "41", "42", "43", "44", "45", "46", "57");
    /** Independent (10, 11), offshore and overseas (25, 26, 37), universities (29), Welsh (30), children's centres (47, 48), online providers (49). */
    private static final Set<String> NOT_STATE_FUNDED = Set.of("10", "11", "25", "26", "29", "30", "37", "47", "48", "49");

    @Override
    public RuleResult check(SchoolFacts school, LocalDate on) {
        Evidence fact = school.fact("Type of establishment " + school.typeCode());
        if (STATE_FUNDED.contains(school.typeCode())) {
            return RuleResult.pass(id, "The school is of a state-funded type.", fact);
        }
        return NOT_STATE_FUNDED.contains(school.typeCode())
                ? RuleResult.fail(id, "The programme is for state-funded schools, and establishments of this type are not.", fact)
                : RuleResult.review(id, "The type of establishment does not tell whether it is a state-funded school, so a person must look. Say in the "
                        + "application how it is funded.", fact);
    }

    @Override
    public String meaning() {
        return "Passes for the types 1, 2, 3, 5 (maintained), 6 (city technology colleges), 7, 8, 12 (special, non-maintained special included), 14 (pupil "
                + "referral units), 15 (maintained nurseries), 18, 31, 32 (colleges), 28, 33 to 36, 38 to 46 and 57 (academies and free schools). Fails for "
                + "10, 11 (independent), 25, 26, 37 (offshore, service children's, overseas), 29 (universities), 30 (Welsh), 47, 48 (children's centres) and "
                + "49 (online providers). Any other type, such as 24 secure units, 27 miscellaneous or 56 funded by another department, needs a person.";
    }
}
