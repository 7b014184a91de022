package org.schoolhubs.applications.programmes;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.schoolhubs.applications.programmes.rules.PathwayTerms;
import org.schoolhubs.applications.programmes.rules.ProgrammeTerms;
import org.schoolhubs.kernel.Money;
import org.schoolhubs.kit.web.Action;
import org.schoolhubs.kit.web.Versioned;

/** A programme as third parties see it. */
@Schema(name = "Programme", description = "A programme and its pathways.")
public record ProgrammeView(
        @Schema(examples = "behaviour-hubs") String code,
        @Schema(examples = "Behaviour Hubs") String name,
        @Schema(description = "What it is, in a sentence.") String description,
        @Schema(description = "How it stands. What runs goes on to its end in each state.") ProgrammeState state,
        @Schema(description = "What it works on. A school takes part in one programme of a subject at a time.", examples = "[\"behaviour\"]")
        List<String> subjects,
        @Schema(description = "Code of the programme that takes its place, or null; what runs goes on to its end.", examples = "behaviour-and-attendance-hubs",
                nullable = true) String replacedBy,
        @Schema(description = "First day (Europe/London) of the successor alone; null while no day is set.", nullable = true) LocalDate replacedOn,
        @Schema(description = "Codes of the programmes whose place it takes.", examples = "[\"attendance-hubs\"]") List<String> replaces,
        @Schema(description = "Last day on which its terms let an application be submitted (Europe/London); null while no end is set.", nullable = true)
        LocalDate takesApplicationsUntil,
        @Schema(description = "Whether it takes applications today, windows apart.") boolean takesApplications,
        @Schema(description = "When one may apply to lead a hub; null where nobody may.", nullable = true) LeadApplications leadApplications,
        List<PathwayView> pathways,
        @Schema(description = "The version that says so.") TermsVersion terms,
        @Schema(description = "The version that is to come; null where none is.", nullable = true) TermsVersion scheduled,
        @Schema(description = "What you may do with it; only where it is read alone, and by the programme team.", nullable = true) List<Action> actions,
        @Schema(description = "Counts the changes of the programme and its cohorts; the ETag.", examples = "0") long version) implements Versioned {

    static ProgrammeView of(Programme programme, ProgrammeVersion version, List<String> replaces, List<Action> actions, Instant now) {
        ProgrammeTerms terms = version.terms();
        return new ProgrammeView(programme.code(), terms.name(), terms.description(), programme.state(), terms.subjects(), programme.replacedBy(),
                programme.replacedOn(), replaces, terms.takesApplicationsUntil(), programme.takesApplications(now), LeadApplications.of(terms.leadWindow()),
                terms.pathways().stream().map(PathwayView::of).toList(), TermsVersion.of(version), programme.scheduled(now).map(TermsVersion::of).orElse(null),
                actions, programme.version());
    }

    /** Which version, and since when. */
    @Schema(description = "A version of the terms.")
    public record TermsVersion(UUID id, @Schema(examples = "1") int number, @Schema(description = "From when it is in force.") Instant validFrom) {
        static TermsVersion of(ProgrammeVersion version) {
            return new TermsVersion(version.id(), version.number(), version.validFrom());
        }
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
            @Schema(description = "Expected time commitment of the partner in days, or null. Recorded, not enforced.", nullable = true)
            DayRange timeCommitmentDays,
            @Schema(description = "Days of support from the lead: an allowance that is never exceeded; null where none is set.", examples = "10",
                    nullable = true)
            Integer supportDays,
            @Schema(description = "No grant of this pathway exceeds it; null where none is paid.", nullable = true) Money grantCap,
            @Schema(description = "Programme-wide places; null for no limit.", examples = "5000", nullable = true) Integer places,
            @Schema(description = "How many senior leaders an application names.", examples = "3") int leadersRequired,
            @Schema(description = "Whether an application states motivation and focus (full form).") boolean statementRequired,
            @Schema(description = "Whether ELIGIBLE is accepted at submission, without a decision by a person.") boolean automaticAcceptance,
            @Schema(description = "Whether every decision needs a second person.") boolean secondPerson,
            @Schema(description = "Whether an expression of interest for the next cohort may be left.") boolean expressionsOfInterest) {

        static PathwayView of(PathwayTerms pathway) {
            DayRange days = pathway.commitmentDaysFrom() == null ? null : new DayRange(pathway.commitmentDaysFrom(), pathway.commitmentDaysTo());
            Money cap = pathway.grantCapPence() == null ? null : Money.ofPence(pathway.grantCapPence());
            return new PathwayView(pathway.code(), pathway.name(), pathway.partnerKind(), pathway.entry(), pathway.lengthMonths(), pathway.extensionMonths(),
                    days, pathway.supportDays(), cap, pathway.places(), pathway.leadersRequired(), pathway.statementRequired(), pathway.automaticAcceptance(),
                    pathway.secondPerson(), pathway.expressionsOfInterest());
        }
    }

    /** Days from and to, both included. */
    @Schema(description = "A range of days, both ends included.")
    public record DayRange(@Schema(examples = "12") int from, @Schema(examples = "20") int to) {
    }
}
