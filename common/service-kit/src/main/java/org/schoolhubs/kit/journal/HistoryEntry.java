package org.schoolhubs.kit.journal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One thing that happened: who, when, what, why. */
@Schema(description = "One thing that happened: who, when, what, why.")
public record HistoryEntry(
        UUID eventId,
        @Schema(description = "What happened", examples = "ApplicationSubmitted") String type,
        Instant occurredAt,
        Actor actor,
        @Schema(description = "Names of the fields that changed") List<String> changedFields,
        @Schema(description = "Code of the reason, where one was given") String reasonCode,
        @Schema(description = "Version of the resource after it") long version) {
}
