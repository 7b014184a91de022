package org.schoolhubs.gateway.journeys.rules;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What came of asking a service for its part. */
public sealed interface Reading {
    /** Which part was asked for. */
    Part part();

    /** The service told its part. */
    record Told(Part part, PartAnswer answer) implements Reading {
    }

    /** The part does not exist yet, or the caller may not see it: services say the same for both. */
    record Absent(Part part) implements Reading {
    }

    /** The part could not be had; the journey says so instead of looking complete. */
    record Failed(Part part, Reason reason) implements Reading {
    }

    /** Why a part is missing. */
    @Schema(name = "JourneyMissingReason")
    enum Reason {
        SERVICE_UNAVAILABLE, SERVICE_TIMEOUT, NOT_ALLOWED, ANSWER_NOT_UNDERSTOOD
    }
}
