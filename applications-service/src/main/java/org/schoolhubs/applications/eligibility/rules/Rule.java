package org.schoolhubs.applications.eligibility.rules;

import java.util.List;

/** One question about a school. */
interface Rule {
    /** Stable id, kebab-case. */
    String id();

    /**
     * @param school      what the register says
     * @param inspections inspections up to the day that is judged
     */
    RuleResult check(SchoolFacts school, List<InspectionEvidence> inspections);
}
