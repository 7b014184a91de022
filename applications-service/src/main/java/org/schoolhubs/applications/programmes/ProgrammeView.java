package org.schoolhubs.applications.programmes;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.schoolhubs.kernel.Money;
import org.schoolhubs.kit.web.Versioned;

/** A programme as third parties see it. */
@Schema(name = "Programme", description = "A programme and its pathways.")
public record ProgrammeView(
        @Schema(examples = "behaviour-hubs") String code,
        @Schema(examples = "Behaviour Hubs") String name,
        @Schema(description = "What it is, in a sentence.") String description,
        @Schema(description = "Code of the programme that takes its place, or null; what runs goes on to its end.", examples = "behaviour-and-attendance-hubs",
                nullable = true) String replacedBy,
        @Schema(description = "Last day on which an application may be submitted (Europe/London); null while no end is set.", nullable = true)
        LocalDate takesApplicationsUntil,
        List<PathwayView> pathways,
        @Schema(description = "Counts the changes of the programme; the ETag.", examples = "0") long version) implements Versioned {

    static ProgrammeView of(Programme programme) {
        return new ProgrammeView(programme.code(), programme.name(), programme.description(), programme.replacedBy(), programme.takesApplicationsUntil(),
                programme.pathways().stream().map(PathwayView::of).toList(), programme.version());
    }

    /** A pathway as third parties see it. */
    @Schema(name = "Pathway", description = "A stream of a programme: what it asks of a partner and what it gives.")
    public record PathwayView(
            @Schema(examples = "core") String code,
            @Schema(examples = "Core support") String name,
            @Schema(description = "Whether partners are schools or trusts.") PartnerKind partnerKind,
            @Schema(description = "How partners come in.") EntryRoute entry,
            @Schema(description = "Months from the start of the cohort to the end of the plan.", examples = "12") int lengthMonths,
            @Schema(description = "Months by which it may be extended; 0 for not at all.", examples = "12") int extensionMonths,
            @Schema(description = "Expected time commitment of the partner in days, or null. Recorded, not enforced.", nullable = true) DayRange timeCommitmentDays,
            @Schema(description = "No grant of this pathway exceeds it; null where none is paid.", nullable = true) Money grantCap,
            @Schema(description = "Programme-wide places; null for no limit.", examples = "5000", nullable = true) Integer places,
            @Schema(description = "How many senior leaders an application names.", examples = "3") int leadersRequired,
            @Schema(description = "Whether an application states motivation and focus (full form).") boolean statementRequired,
            @Schema(description = "Whether ELIGIBLE is accepted at submission, without a decision by a person.") boolean automaticAcceptance) {

        static PathwayView of(Pathway pathway) {
            DayRange days = pathway.commitmentDaysFrom() == null ? null : new DayRange(pathway.commitmentDaysFrom(), pathway.commitmentDaysTo());
            Money cap = pathway.grantCapPence() == null ? null : Money.ofPence(pathway.grantCapPence());
            return new PathwayView(pathway.code(), pathway.name(), pathway.partnerKind(), pathway.entry(), pathway.lengthMonths(), pathway.extensionMonths(), days,
                    cap, pathway.places(), pathway.leadersRequired(), pathway.statementRequired(), pathway.automaticAcceptance());
        }
    }

    /** Days from and to, both included. */
    @Schema(description = "A range of days, both ends included.")
    public record DayRange(@Schema(examples = "12") int from, @Schema(examples = "20") int to) {
    }
}
