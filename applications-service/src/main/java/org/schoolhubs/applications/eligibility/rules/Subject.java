package org.schoolhubs.applications.eligibility.rules;

import java.time.LocalDate;

/**
 * Who is judged, with every fact that the rules may look at: a school or a trust, never both. It is what an assessment can be recomputed from.
 *
 * @param school null for a trust
 * @param trust  null for a school
 */
public record Subject(SchoolFacts school, TrustFacts trust) {
    public Subject {
        if ((school == null) == (trust == null)) {
            throw new IllegalArgumentException("A subject is a school or a trust");
        }
    }

    /** A school. */
    public static Subject of(SchoolFacts school) {
        return new Subject(school, null);
    }

    /** A trust with its schools. */
    public static Subject of(TrustFacts trust) {
        return new Subject(null, trust);
    }

    /** Name in the register. */
    public String name() {
        return school == null ? trust.name() : school.name();
    }

    /** Without inspections that began after that day. */
    Subject knownOn(LocalDate day) {
        return school == null ? of(trust.knownOn(day)) : of(school.knownOn(day));
    }
}
