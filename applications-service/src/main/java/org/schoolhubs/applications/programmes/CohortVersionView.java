package org.schoolhubs.applications.programmes;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.schoolhubs.applications.programmes.rules.CohortTerms;

/** A version of what a cohort offers, with who, when and why. */
@Schema(name = "CohortVersion", description = "What a cohort offered from a moment on, who said so, and why. Never altered.")
record CohortVersionView(
        UUID id,
        @Schema(examples = "1") int number,
        @Schema(description = "PAST or IN_FORCE.") VersionView.Standing standing,
        @Schema(description = "From when it is in force.") Instant madeAt,
        @Schema(description = "When the next one took its place; null for the one in force.", nullable = true) Instant validUntil,
        @Schema(description = "Subject of whoever asked for it.") String madeBy,
        @Schema(description = "Subject of the second person; null where none was needed.", nullable = true) String approvedBy,
        @Schema(description = "The change that it came from: /v1/programme-changes/{id}; null for the first version.", nullable = true) UUID changeId,
        @Schema(description = "Why, in the words of whoever asked.", nullable = true) String reason,
        String name,
        @Schema(description = "First day of support, Europe/London.", examples = "2025-11-21") LocalDate startsOn,
        Instant windowOpensAt,
        Instant windowClosesAt,
        List<NewCohort.OfferedPathway> pathways) {

    /** All versions of a cohort, oldest first. */
    static List<CohortVersionView> of(List<CohortVersion> versions, Function<CohortVersion, CohortTerms> read) {
        List<CohortVersionView> views = new ArrayList<>();
        for (int i = 0; i < versions.size(); i++) {
            views.add(of(versions.get(i), read.apply(versions.get(i)), i + 1 < versions.size() ? versions.get(i + 1).madeAt() : null));
        }
        return views;
    }

    private static CohortVersionView of(CohortVersion version, CohortTerms terms, Instant until) {
        VersionView.Standing standing = until == null ? VersionView.Standing.IN_FORCE : VersionView.Standing.PAST;
        return new CohortVersionView(version.id(), version.number(), standing, version.madeAt(), until, version.madeBy(), version.approvedBy(),
                version.changeId(), version.reason(), terms.name(), terms.startsOn(), terms.windowOpensAt(),
                terms.windowClosesAt(), terms.pathways().stream().map(offer -> new NewCohort.OfferedPathway(offer.code(), offer.places())).toList());
    }
}
