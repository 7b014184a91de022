package org.schoolhubs.applications.applications;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.schoolhubs.applications.ApplicationError;
import org.schoolhubs.applications.eligibility.EligibilityError;
import org.schoolhubs.applications.programmes.EntryRoute;
import org.schoolhubs.applications.programmes.LeadOffer;
import org.schoolhubs.applications.programmes.PartnerKind;
import org.schoolhubs.applications.programmes.PathwayAccess;
import org.schoolhubs.applications.programmes.PathwayOffer;
import org.schoolhubs.applications.programmes.ProgrammeCatalogue;
import org.schoolhubs.applications.register.RegisteredSchool;
import org.schoolhubs.applications.register.RegisteredTrust;
import org.schoolhubs.kit.problem.Problem;

/** Makes drafts of each kind, for the organisation that the caller acts for and an offer of the catalogue that fits. */
@ApplicationScoped
class Beginnings {
    private final ApplicationAccess access;
    private final ProgrammeCatalogue catalogue;
    private final Clock clock;

    Beginnings(ApplicationAccess access, ProgrammeCatalogue catalogue, Clock clock) {
        this.access = access;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    Application draft(ApplicationRequests.NewApplication wanted) {
        wanted.requireShape();
        return switch (wanted.kind()) {
            case PARTNER_SCHOOL -> {
                RegisteredSchool school = access.schoolToApplyFor(wanted.urn());
                yield Application.begin(partnerOffer(wanted, PartnerKind.SCHOOL), wanted.urn(), school.name(), clock.instant());
            }
            case PARTNER_TRUST -> {
                RegisteredTrust trust = access.trustToApplyFor(wanted.trustUid());
                yield Application.begin(partnerOffer(wanted, PartnerKind.TRUST), trust, clock.instant());
            }
            case LEAD_SCHOOL -> {
                RegisteredSchool school = access.schoolToApplyFor(wanted.urn());
                yield Application.begin(leadOffer(wanted), school, clock.instant());
            }
            case LEAD_TRUST -> {
                RegisteredTrust trust = access.trustToApplyFor(wanted.trustUid());
                yield Application.begin(leadOffer(wanted), trust, clock.instant());
            }
            case INVITED_SCHOOL -> throw Problem.of(ApplicationError.PATHWAY_BY_SELECTION,
                    "The Department invites: an invited school finds its application in GET /v1/applications.")
                    .at("/kind", "pathway-by-selection", "Cannot be begun by a school.");
        };
    }

    private PathwayOffer partnerOffer(ApplicationRequests.NewApplication wanted, PartnerKind kind) {
        PathwayAccess pathway = catalogue.access(wanted.programme(), wanted.pathway());
        if (pathway.partnerKind() != kind) {
            throw kind == PartnerKind.SCHOOL
                    ? Problem.of(ApplicationError.PATHWAY_FOR_TRUSTS, "Choose a pathway whose partnerKind is SCHOOL.")
                            .at("/pathway", "pathway-for-trusts", "Its partners are trusts.")
                    : Problem.of(EligibilityError.PATHWAY_FOR_SCHOOLS, "Choose a pathway whose partnerKind is TRUST.")
                            .at("/pathway", "pathway-for-schools", "Its partners are schools.");
        }
        if (pathway.entry() == EntryRoute.SELECTION) {
            throw Problem.of(ApplicationError.PATHWAY_BY_SELECTION, "The Department invites the schools of this pathway; choose another pathway to apply.")
                    .at("/pathway", "pathway-by-selection", "Its partners are selected.");
        }
        PathwayOffer offer = catalogue.offer(wanted.programme(), wanted.pathway(), wanted.cohort());
        requireProgrammeOpen(Terms.of(offer));
        return offer;
    }

    private LeadOffer leadOffer(ApplicationRequests.NewApplication wanted) {
        LeadOffer offer = catalogue.leadOffer(wanted.programme());
        requireProgrammeOpen(Terms.of(offer));
        return offer;
    }

    private void requireProgrammeOpen(Terms terms) {
        Window.programmeClosed(terms, clock.instant()).ifPresent(problem -> {
            throw problem;
        });
    }
}
