package org.schoolhubs.applications.programmes;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.schoolhubs.applications.programmes.rules.CohortTerms;
import org.schoolhubs.applications.programmes.rules.PathwayTerms;
import org.schoolhubs.applications.programmes.rules.ProgrammeTerms;

/** Full state of a programme as it goes out on {@code programmes.v1}, key code. Schema: contracts/events/applications/ProgrammeUpdated.v1.schema.json. */
record ProgrammeUpdated(String code, String name, ProgrammeState state, String replacedBy, LocalDate replacedOn, LocalDate takesApplicationsUntil,
                        UUID versionId, Instant validFrom, List<String> subjects, List<PathwayState> pathways, List<CohortState> cohorts) {
    static final String TYPE = "ProgrammeUpdated";
    static final String TOPIC = "programmes.v1";

    static ProgrammeUpdated of(Programme programme, ProgrammeVersion version, List<Cohort> cohorts) {
        ProgrammeTerms terms = version.terms();
        return new ProgrammeUpdated(programme.code(), terms.name(), programme.state(), programme.replacedBy(), programme.replacedOn(),
                terms.takesApplicationsUntil(), version.id(), version.validFrom(), terms.subjects(), terms.pathways().stream().map(PathwayState::of).toList(),
                cohorts.stream().map(CohortState::of).toList());
    }

    record PathwayState(String code, String name, PartnerKind partnerKind, EntryRoute entry, int lengthMonths, int extensionMonths, Integer commitmentDaysFrom,
                        Integer commitmentDaysTo, Integer supportDays, Long grantCapPence, Integer places) {
        static PathwayState of(PathwayTerms one) {
            return new PathwayState(one.code(), one.name(), one.partnerKind(), one.entry(), one.lengthMonths(), one.extensionMonths(), one.commitmentDaysFrom(),
                    one.commitmentDaysTo(), one.supportDays(), one.grantCapPence(), one.places());
        }
    }

    record CohortState(String code, String name, LocalDate startsOn, Instant windowOpensAt, Instant windowClosesAt, List<OfferedState> pathways) {
        static CohortState of(Cohort cohort) {
            CohortTerms terms = cohort.terms();
            return new CohortState(cohort.code(), terms.name(), terms.startsOn(), terms.windowOpensAt(), terms.windowClosesAt(),
                    terms.pathways().stream().map(offer -> new OfferedState(offer.code(), offer.places())).toList());
        }
    }

    record OfferedState(String code, Integer places) {
    }
}
