package org.schoolhubs.applications.programmes.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.schoolhubs.applications.programmes.EntryRoute;
import org.schoolhubs.applications.programmes.PartnerKind;

/** Documents that the tests of the rules begin with. */
final class Documents {
    static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private Documents() {
    }

    static PathwayTerms pathway(String code) {
        return new PathwayTerms(code, "Name", PartnerKind.SCHOOL, EntryRoute.SELF_REFERRAL, 12, 6, 12, 20, null, 900_000L, 100, 3, true, false, true, true);
    }

    static ProgrammeTerms programme(ProgrammeTerms.LeadWindow window, PathwayTerms... pathways) {
        return new ProgrammeTerms("Name", "Description", List.of("behaviour"), null, window, List.of(pathways));
    }

    static CohortTerms cohort(String startsOn, String opens, String closes, String... pathways) {
        return new CohortTerms("Name", LocalDate.parse(startsOn), Instant.parse(opens), Instant.parse(closes),
                Stream.of(pathways).map(code -> new CohortTerms.OfferedPathway(code, 10)).toList());
    }
}
