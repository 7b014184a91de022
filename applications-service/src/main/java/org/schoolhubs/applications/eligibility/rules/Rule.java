package org.schoolhubs.applications.eligibility.rules;

import java.time.LocalDate;
import java.util.Set;

/**
 * One question.
 *
 * @param <F> the facts that answer it: a school's or a trust's
 */
interface Rule<F> {
    /** Stable id, kebab-case. */
    String id();

    /**
     * @param facts what is known; inspections up to the day that is judged
     * @param on    the day that is judged
     */
    RuleResult check(F facts, LocalDate on);

    /** The rule in plain English, with the values it accepts, for the rule book. */
    String meaning();

    /** What it looks at beyond the register's row. */
    default Set<Need> needs() {
        return Set.of();
    }
}
