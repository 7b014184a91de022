package org.schoolhubs.kit.inbox;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An event that could not be applied, for the operator. The payload is left out of lists on purpose: the reason and the place are enough to act on. */
@Schema(name = "DeadLetter", description = "An event that could not be applied.")
public record DeadLetterView(
        UUID id,
        @Schema(description = "Who was to apply it", examples = "pool") String consumer,
        @Schema(description = "WAITING for a fact to come, DEAD until replayed or discarded, PARKED behind one of those, APPLIED, DISCARDED") String state,
        UUID eventId,
        @Schema(examples = "ApplicationAccepted") String eventType,
        String eventKey,
        @Schema(description = "Why it could not be applied") String reason,
        int attempts,
        Instant receivedAt,
        @Schema(examples = "applications.v1") String topic,
        int partition,
        long offset) {
}
