package org.schoolhubs.gateway.journeys.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An application's way through application, membership, plan and award. */
@Schema(name = "Journey", description = "An application's way through application, membership, plan and award.")
public record Journey(
        @Schema(description = "The application") UUID applicationId,
        @Schema(description = "The part that says how far the journey has come: application, membership, plan or award", examples = "membership") String stage,
        @Schema(description = "That part's state, in the words of the service that owns it", examples = "CONFIRMED") String state,
        @Schema(description = "The parts that exist and may be seen, in the order in which they begin") List<PartState> parts,
        @Schema(description = "Everything that happened, oldest first") List<Happening> happened,
        @Schema(description = "What is to be done, by whom and by when; the earliest date first, steps without a date last") List<Step> next,
        @Schema(description = "Parts that could not be had just now; empty when the journey is complete") List<MissingPart> missing) {

    /** State of one part. */
    @Schema(name = "JourneyPartState", description = "State of one part.")
    public record PartState(
            @Schema(description = "application, membership, plan or award", examples = "membership") String part,
            @Schema(description = "Id of the part's own resource") UUID id,
            @Schema(description = "Its state", examples = "CONFIRMED") String state) {
    }

    /** Something that happened, in whichever part. */
    @Schema(name = "JourneyHappening", description = "Something that happened.")
    public record Happening(
            @Schema(description = "The part it happened in", examples = "membership") String part,
            @Schema(description = "Id of the event") UUID eventId,
            @Schema(description = "What happened", examples = "MembershipConfirmed") String type,
            @Schema(description = "When", examples = "2025-10-02T09:30:00Z") Instant occurredAt,
            PartAnswer.Actor actor,
            @Schema(description = "Names of the fields that changed", examples = "[\"state\"]") List<String> changedFields,
            @Schema(description = "Coded reason, where one was given") String reasonCode,
            @Schema(description = "Version of the part's resource after it") Long version) {
    }

    /** Something that is to be done, in whichever part. */
    @Schema(name = "JourneyStep", description = "Something that is to be done.")
    public record Step(
            @Schema(description = "The part it belongs to", examples = "membership") String part,
            @Schema(description = "Code of the step", examples = "lead-acceptance") String step,
            @Schema(description = "What is to be done", examples = "The lead accepts the school into the hub.") String description,
            @Schema(description = "Role of who does it", examples = "school") String role,
            @Schema(description = "By when, Europe/London; absent where there is no date", examples = "2025-10-16") LocalDate dueOn) {
    }

    /** A part that could not be had just now. */
    @Schema(name = "JourneyMissingPart", description = "A part that could not be had just now.")
    public record MissingPart(
            @Schema(description = "application, membership, plan or award", examples = "award") String part,
            @Schema(description = "Why") Reading.Reason reason) {
    }
}
