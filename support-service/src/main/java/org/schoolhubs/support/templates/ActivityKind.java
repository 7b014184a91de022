package org.schoolhubs.support.templates;

/** What sort of activity a plan asks for. */
public enum ActivityKind {
    TRAINING, AUDIT, PLANNING, LAUNCH, REVIEW, OPEN_DAY, NETWORKING,
    /** A record of time: cannot be completed without days. */
    TIME
}
