package org.schoolhubs.support.plans.rules;

import java.time.LocalDate;

/**
 * The days of a plan, both included.
 *
 * @param startsOn first day
 * @param endsOn   last day, not before the first
 */
public record PlanPeriod(LocalDate startsOn, LocalDate endsOn) {

    /** @throws IllegalArgumentException if a day is missing or the last is before the first */
    public PlanPeriod {
        if (startsOn == null || endsOn == null || endsOn.isBefore(startsOn)) {
            throw new IllegalArgumentException("A plan has a first day, and a last day that is not before it.");
        }
    }
}
