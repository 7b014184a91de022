package org.schoolhubs.kit.web;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.schoolhubs.kit.journal.HistoryEntry;

/** A service's part of a process that runs through several services; the gateway puts the parts together. */
@Schema(description = "One service's part of the journey: where it stands, what happened, what is next.")
public record JourneyPart(
        @Schema(examples = "membership") String part,
        @Schema(description = "Id of the resource, or null while there is none") UUID id,
        @Schema(examples = "ACTIVE") String state,
        List<HistoryEntry> happened,
        List<NextStep> next) {
}
