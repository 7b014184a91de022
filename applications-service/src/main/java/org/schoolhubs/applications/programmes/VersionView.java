package org.schoolhubs.applications.programmes;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.schoolhubs.applications.programmes.rules.ProgrammeTerms;

/** A version of a programme's terms, with who, when and why. */
@Schema(name = "ProgrammeVersion", description = "What a programme asked and gave from a moment on, who said so, and why. Never altered.")
record VersionView(
        @Schema(description = "Decisions name it.") UUID id,
        @Schema(examples = "1") int number,
        @Schema(description = "Whether it was, is or will be in force.") Standing standing,
        Instant validFrom,
        @Schema(description = "When the next one took or will take its place; null while none is known.", nullable = true) Instant validUntil,
        Instant madeAt,
        @Schema(description = "Subject of whoever asked for it.") String madeBy,
        @Schema(description = "Subject of the second person; null where none was needed.", nullable = true) String approvedBy,
        @Schema(description = "The change that it came from: /v1/programme-changes/{id}; null for the first version.", nullable = true) UUID changeId,
        @Schema(description = "Why, in the words of whoever asked.", nullable = true) String reason,
        @Schema(nullable = true) Instant cancelledAt,
        @Schema(nullable = true) String cancelledBy,
        String name,
        String description,
        List<String> subjects,
        @Schema(nullable = true) LocalDate takesApplicationsUntil,
        @Schema(nullable = true) LeadApplications leadApplications,
        List<ProgrammeView.PathwayView> pathways) {

    /** How a version stands to now. */
    @Schema(name = "ProgrammeVersionStanding")
    enum Standing { PAST, IN_FORCE, SCHEDULED, CANCELLED }

    /** All versions, oldest first. */
    static List<VersionView> of(Programme programme, Instant now) {
        List<VersionView> views = new ArrayList<>();
        for (ProgrammeVersion version : programme.versions()) {
            Instant until = programme.versions().stream().filter(later -> later.number() > version.number() && later.cancelledAt() == null)
                    .map(ProgrammeVersion::validFrom).findFirst().orElse(null);
            views.add(of(version, version.cancelledAt() != null ? null : until, now));
        }
        return views;
    }

    private static VersionView of(ProgrammeVersion version, Instant until, Instant now) {
        ProgrammeTerms terms = version.terms();
        return new VersionView(version.id(), version.number(), standing(version, until, now), version.validFrom(), until, version.madeAt(), version.madeBy(),
                version.approvedBy(), version.changeId(), version.reason(), version.cancelledAt(), version.cancelledBy(), terms.name(), terms.description(),
                terms.subjects(), terms.takesApplicationsUntil(), LeadApplications.of(terms.leadWindow()),
                terms.pathways().stream().map(ProgrammeView.PathwayView::of).toList());
    }

    private static Standing standing(ProgrammeVersion version, Instant until, Instant now) {
        if (version.cancelledAt() != null) {
            return Standing.CANCELLED;
        }
        if (version.isScheduled(now)) {
            return Standing.SCHEDULED;
        }
        return until == null || until.isAfter(now) ? Standing.IN_FORCE : Standing.PAST;
    }
}
