package org.schoolhubs.gateway.journeys.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a service says of its part of a journey. Fields that the gateway does not know are left out.
 *
 * @param state the part's state, in the words of the service that owns it
 */
public record PartAnswer(String part, UUID id, String state, List<Entry> happened, List<Step> next) {
    public PartAnswer {
        happened = happened == null ? List.of() : List.copyOf(happened);
        next = next == null ? List.of() : List.copyOf(next);
    }

    /** Something that happened. */
    public record Entry(UUID eventId, String type, Instant occurredAt, Actor actor, List<String> changedFields, String reasonCode, Long version) {
        public Entry {
            changedFields = changedFields == null ? List.of() : List.copyOf(changedFields);
        }
    }

    /** Who did it: an opaque id and the roles that were used, never a name. */
    @Schema(name = "JourneyActor", description = "Who did it: an opaque id and roles, never a name.")
    public record Actor(
            @Schema(description = "Opaque id", examples = "7b0c2f6e-5a0e-4a6e-9c53-0c5d0f6a1e11") String id,
            @Schema(description = "Roles that were used", examples = "[\"programme-team\"]") List<String> roles) {
        public Actor {
            roles = roles == null ? List.of() : List.copyOf(roles);
        }
    }

    /** Something that is to be done. */
    public record Step(String step, String description, String role, LocalDate dueOn) {
    }
}
