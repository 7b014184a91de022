package org.schoolhubs.applications.programmes;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Full state of a programme as it goes out on {@code programmes.v1}, key code. Schema: contracts/events/applications/ProgrammeUpdated.v1.schema.json. */
record ProgrammeUpdated(String code, String name, String replacedBy, List<PathwayState> pathways, List<CohortState> cohorts) {
    static ProgrammeUpdated of(Programme programme, List<Cohort> cohorts) {
        return new ProgrammeUpdated(programme.code(), programme.name(), programme.replacedBy(),
                programme.pathways().stream().map(one -> new PathwayState(one.code(), one.name(), one.partnerKind(), one.lengthMonths(), one.grantCapPence(),
                        one.places())).toList(),
                cohorts.stream().map(one -> new CohortState(one.code(), one.name(), one.startsOn(), one.windowOpensAt(), one.windowClosesAt())).toList());
    }

    record PathwayState(String code, String name, PartnerKind partnerKind, int lengthMonths, Long grantCapPence, Integer places) {
    }

    record CohortState(String code, String name, LocalDate startsOn, Instant windowOpensAt, Instant windowClosesAt) {
    }
}
