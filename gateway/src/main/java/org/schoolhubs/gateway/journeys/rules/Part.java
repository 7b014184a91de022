package org.schoolhubs.gateway.journeys.rules;

import java.util.Locale;

/** The parts of a journey in the order in which they begin. */
public enum Part {
    APPLICATION, MEMBERSHIP, PLAN, AWARD;

    /** How paths and answers name it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
