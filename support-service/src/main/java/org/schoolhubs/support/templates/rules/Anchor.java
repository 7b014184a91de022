package org.schoolhubs.support.templates.rules;

/** The day of a term that a due date is counted from. */
public enum Anchor {
    /** The first day of term. */
    START,
    /** The first day of the half-term holiday; the middle of a term that has none. */
    HALF_TERM,
    /** The last day of term. */
    END
}
