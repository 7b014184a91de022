package org.schoolhubs.applications.applications;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;
import org.schoolhubs.applications.ApplicationError;
import org.schoolhubs.kit.problem.Problem;

/**
 * Explains which organisation takes part in something that overlaps already. The claims' key in the database is what makes overlaps impossible; this looks
 * before, so that the refusal can say where.
 */
@ApplicationScoped
class Overlaps {
    private final EntityManager entities;

    Overlaps(EntityManager entities) {
        this.entities = entities;
    }

    /** @throws Problem 409 {@code overlapping-application}, {@code lead-and-partner}, naming each school or trust concerned */
    void requireNone(Application application, Set<String> subjects) {
        SortedSet<Application.Claim> wanted = application.claimsFor(subjects);
        List<Held> held = held(application, wanted);
        if (held.isEmpty()) {
            return;
        }
        boolean otherRole = held.stream().anyMatch(one -> one.kind().isLead() != application.kind().isLead());
        Problem problem = otherRole
                ? Problem.of(IntakeError.LEAD_AND_PARTNER, "Withdraw the other application first: an organisation leads a hub of a programme or is a partner in it.")
                : Problem.of(ApplicationError.OVERLAPPING_APPLICATION,
                        "Withdraw the other application first, or wait until it has ended; an application of the trust that names the school counts too.");
        List<String> named = application.schools().stream().map(school -> "urn:" + school.urn()).toList();
        held.stream().map(Held::organisation).distinct().sorted().forEach(organisation -> problem.at(pointer(application, named, organisation), problem.error().code(),
                "%s has another live application.".formatted(organisation)));
        throw problem;
    }

    private List<Held> held(Application application, SortedSet<Application.Claim> wanted) {
        return entities.createQuery("""
                        select new org.schoolhubs.applications.applications.Overlaps$Held(a.kind, c.organisation, c.subject)
                        from Application a join a.claims c where a.id <> :id and c.organisation in :organisations and c.subject in :subjects""", Held.class)
                .setParameter("id", application.id())
                .setParameter("organisations", wanted.stream().map(Application.Claim::organisation).collect(Collectors.toSet()))
                .setParameter("subjects", wanted.stream().map(Application.Claim::subject).collect(Collectors.toSet()))
                .getResultList();
    }

    private static String pointer(Application application, List<String> named, String organisation) {
        int index = named.indexOf(organisation);
        if (index >= 0) {
            return application.kind().isLead() ? "/evidence/leadUrn" : "/schools/" + index;
        }
        return application.kind().isTrust() ? "/trustUid" : "/urn";
    }

    /** A claim of another live application. */
    record Held(ApplicationKind kind, String organisation, String subject) {
    }
}
