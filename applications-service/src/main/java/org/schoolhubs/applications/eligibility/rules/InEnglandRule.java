package org.schoolhubs.applications.eligibility.rules;

import java.util.List;
import java.util.Set;

/** The programmes are England's: not Welsh, overseas, offshore or service children's schools abroad. */
record InEnglandRule() implements Rule {
    private static final Set<String> REGIONS = Set.of("A", "B", "D", "E", "F", "G", "H", "J", "K");
    /** Offshore schools, service children's education, Welsh establishments, British schools overseas. */
    private static final Set<String> TYPES_ELSEWHERE = Set.of("25", "26", "30", "37");

    @Override
    public String id() {
        return "in-england";
    }

    @Override
    public RuleResult check(SchoolFacts school, List<InspectionEvidence> inspections) {
        Evidence fact = school.fact("Region %s, type of establishment %s".formatted(school.region(), school.typeCode()));
        if (TYPES_ELSEWHERE.contains(school.typeCode()) || "W".equals(school.region())) {
            return RuleResult.fail(id(), "The programme is for schools in England, and this one is not in England.", fact);
        }
        return school.region() != null && REGIONS.contains(school.region())
                ? RuleResult.pass(id(), "The school is in England.", fact)
                : RuleResult.review(id(), "The register does not say in which region of England the school is, so a person must look.", fact);
    }
}
