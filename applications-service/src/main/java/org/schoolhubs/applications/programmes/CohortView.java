package org.schoolhubs.applications.programmes;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.schoolhubs.applications.programmes.rules.CohortTerms;
import org.schoolhubs.kit.web.Versioned;

/** A cohort as third parties see it. */
@Schema(name = "Cohort", description = "Partners that begin together, and the window in which they apply.")
public record CohortView(
        @Schema(description = "Code of the programme.", examples = "behaviour-hubs") String programme,
        @Schema(examples = "2025-11") String code,
        @Schema(examples = "November 2025") String name,
        @Schema(description = "First day of support, Europe/London.", examples = "2025-11-21") LocalDate startsOn,
        @Schema(examples = "2025-10-01T00:00:00Z") Instant windowOpensAt,
        @Schema(examples = "2026-12-31T23:59:59Z") Instant windowClosesAt,
        @Schema(description = "Whether applications may be submitted now: the window is open and the programme takes applications.") boolean windowOpen,
        List<NewCohort.OfferedPathway> pathways,
        @Schema(description = "Counts the changes of the cohort; the ETag.", examples = "0") long version) implements Versioned {

    static CohortView of(Cohort cohort, Instant now) {
        CohortTerms terms = cohort.terms();
        return new CohortView(cohort.programme().code(), cohort.code(), terms.name(), terms.startsOn(), terms.windowOpensAt(), terms.windowClosesAt(),
                cohort.isWindowOpen(now) && cohort.programme().takesApplications(now),
                terms.pathways().stream().map(offer -> new NewCohort.OfferedPathway(offer.code(), offer.places())).toList(), cohort.version());
    }
}
