package org.schoolhubs.applications.applications;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Something that a withdrawal brings about. */
@Schema(description = "Something that the withdrawal brings about.")
public record Consequence(Kind kind, @Schema(description = "In plain words.", examples = "The place that hub Thames Hub holds is freed for another school.") String sentence) {
    /** What it is about. */
    public enum Kind {
        /** What was written so far ends with it. */
        DRAFT_ENDS,
        /** Nobody decides on it any more. */
        NO_DECISION,
        /** The school no longer waits for a hub. */
        LEAVES_POOL,
        /** A hub's place is freed. */
        PLACE_FREED,
        /** The membership of the hub ends. */
        MEMBERSHIP_ENDS,
        /** The support plan stops. */
        PLAN_STOPS,
        /** The award ends, where there is one. */
        AWARD_ENDS,
        /** The school may apply to overlapping programmes again. */
        SCHOOL_FREE,
        /** The people named are erased after a time. */
        LEADERS_ERASED,
        /** It cannot be undone. */
        NOT_UNDONE
    }
}
