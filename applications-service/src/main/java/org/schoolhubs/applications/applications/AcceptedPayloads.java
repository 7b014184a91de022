package org.schoolhubs.applications.applications;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.schoolhubs.applications.ApplicationError;
import org.schoolhubs.applications.programmes.PathwayOffer;
import org.schoolhubs.applications.programmes.ProgrammeCatalogue;
import org.schoolhubs.applications.register.RegisteredSchool;
import org.schoolhubs.applications.register.SchoolRegister;
import org.schoolhubs.kernel.Urn;
import org.schoolhubs.kit.problem.Problem;

/** What the other services are told of an accepted application: its schools as the register knows them on that day. */
@ApplicationScoped
class AcceptedPayloads {
    private final ProgrammeCatalogue catalogue;
    private final SchoolRegister register;

    AcceptedPayloads(ProgrammeCatalogue catalogue, SchoolRegister register) {
        this.catalogue = catalogue;
        this.register = register;
    }

    ApplicationEvents.ApplicationAccepted of(Application application) {
        ApplicationKind kind = application.kind();
        PathwayOffer offer = kind.isLead() ? null : catalogue.offer(application.programme(), application.pathway(), application.cohort());
        return new ApplicationEvents.ApplicationAccepted(application.id(), kind, application.programme(), application.pathway(), application.cohort(),
                offer == null ? null : offer.cohortStartsOn(), offer == null ? null : offer.cohortEndsOn(), application.submittedAt(), application.acceptedOn(),
                application.selectionRank(), kind.isLead() || kind.isTrust() ? null : partner(application.urn()),
                kind.isTrust() ? new ApplicationEvents.Trust(application.trustUid(), application.trustName()) : null,
                kind == ApplicationKind.PARTNER_TRUST ? application.schools().stream().map(school -> partner(school.urn())).toList() : List.of(),
                application.schools().stream().filter(school -> school.role() == SchoolRole.EXTENDED_PLAN).map(NamedSchool::urn).findFirst().orElse(null),
                kind.isLead() ? lead(application) : null);
    }

    private ApplicationEvents.Lead lead(Application application) {
        LeadEvidence evidence = application.evidence();
        RegisteredSchool school = school(application.kind().isTrust() ? evidence.leadUrn() : application.urn());
        return new ApplicationEvents.Lead(school.urn().value(), school.name(), school.region(), List.copyOf(evidence.phases()), evidence.places());
    }

    private ApplicationEvents.Partner partner(String urn) {
        return ApplicationEvents.Partner.of(school(urn));
    }

    private RegisteredSchool school(String urn) {
        return register.find(new Urn(urn)).orElseThrow(() ->
                Problem.of(ApplicationError.SCHOOL_NOT_FOUND, "The register no longer knows URN %s.".formatted(urn)));
    }
}
