package org.schoolhubs.applications.eligibility.rules;

import java.time.LocalDate;
import java.util.Set;

/** The programmes are England's: not Welsh, overseas, offshore or service children's schools abroad. */
record InEnglandRule(String id) implements Rule<SchoolFacts> {
    private static final Set<String> REGIONS = Set.of("A", "B", "D", "E", "F", "G", "H", "J", "K");
    /** Offshore schools, service children's education, Welsh establishments, British schools overseas. */
    private static final Set<String> TYPES_ELSEWHERE = Set.of("25", "26", "30", "37");
    private static final String WALES = "W";

    @Override
    public RuleResult check(SchoolFacts school, LocalDate on) {
        Evidence fact = school.fact("Region %s, type of establishment %s".formatted(school.region() == null ? "not given" : school.region(), school.typeCode()));
        if (TYPES_ELSEWHERE.contains(school.typeCode()) || WALES.equals(school.region())) {
            return RuleResult.fail(id, "The programme is for schools in England, and this one is not in England.", fact);
        }
        return school.region() != null && REGIONS.contains(school.region())
                ? RuleResult.pass(id, "The school is in England.", fact)
                : RuleResult.review(id, "The register does not say in which region of England the school is, so a person must look. If the entry is wrong, "
                        + "the school can correct it in Get Information about Schools.", fact);
    }

    @Override
    public String meaning() {
        return "Passes in the regions A North East, B North West, D Yorkshire and the Humber, E East Midlands, F West Midlands, G East of England, H London, "
                + "J South East and K South West. Fails in Wales (W) and for the types 25 offshore, 26 service children's education, 30 Welsh and 37 British "
                + "school overseas. Any other region, or none, needs a person.";
    }
}
