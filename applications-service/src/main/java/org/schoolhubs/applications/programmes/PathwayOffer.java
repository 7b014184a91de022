package org.schoolhubs.applications.programmes;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

/**
 * What an application needs of a pathway in a cohort of a programme.
 *
 * @param takesApplicationsUntil last day of the programme for new applications: by its terms, by closure or by replacement; or null
 * @param subjects               programmes that share one overlap
 * @param cohortEndsOn           last day of support
 * @param versionId              version of the programme that it was made from: GET /v1/programmes/{code}/versions tells of it for ever
 */
public record PathwayOffer(String programme, String pathway, String cohort, UUID cohortId, PartnerKind partnerKind, EntryRoute entry, LocalDate takesApplicationsUntil,
                           Set<String> subjects, LocalDate cohortStartsOn, LocalDate cohortEndsOn, Instant windowOpensAt, Instant windowClosesAt,
                           int leadersRequired, boolean statementRequired, boolean automaticAcceptance, boolean secondPerson, boolean expressionsOfInterest,
                           UUID versionId) {

    static PathwayOffer of(Programme programme, ProgrammeVersion version, Pathway pathway, Cohort cohort) {
        return new PathwayOffer(programme.code(), pathway.code(), cohort.code(), cohort.id(), pathway.partnerKind(), pathway.entry(),
                programme.lastDay(version), version.subjects(), cohort.startsOn(), cohort.startsOn().plusMonths(pathway.lengthMonths()).minusDays(1),
                cohort.windowOpensAt(), cohort.windowClosesAt(), pathway.leadersRequired(), pathway.statementRequired(), pathway.automaticAcceptance(),
                pathway.secondPerson(), pathway.expressionsOfInterest(), version.id());
    }
}
