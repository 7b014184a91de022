package org.schoolhubs.sample;

/** What Ofsted's file says of a school in the sample. */
public enum InspectionPattern {
    /** Overall effectiveness 1 to 4, the last with a category of concern. */
    OUTSTANDING,
    GOOD,
    REQUIRES_IMPROVEMENT,
    INADEQUATE,
    /** Good, and an ungraded visit that says it remains so. */
    GOOD_CONFIRMED,
    /** Good, and an ungraded visit after September 2024, which implies no grade. */
    GOOD_THEN_UNGRADED,
    /** Inspected after September 2024: no overall grade. */
    NOT_JUDGED,
    /** A report card, beside the older grade. */
    REPORT_CARD,
    /** Good, but of the school before it. */
    PREDECESSOR_GOOD,
    /** Listed without any inspection. */
    NONE,
    /** Not listed: Ofsted's file on state-funded schools has no such school. */
    NOT_LISTED
}
