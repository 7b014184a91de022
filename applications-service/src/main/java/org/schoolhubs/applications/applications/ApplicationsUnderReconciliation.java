package org.schoolhubs.applications.applications;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.schoolhubs.applications.eligibility.EligibilityService;
import org.schoolhubs.applications.eligibility.rules.Assessment;
import org.schoolhubs.applications.reconciliation.LiveApplications;
import org.schoolhubs.applications.reconciliation.PassingOn;
import org.schoolhubs.kernel.Urn;
import org.schoolhubs.kit.journal.Entry;
import org.schoolhubs.kit.journal.Journal;

/** Follows the register with the applications that have not ended, when reconciliation says so. */
@ApplicationScoped
class ApplicationsUnderReconciliation implements LiveApplications {
    private final ApplicationRepository applications;
    private final EligibilityService eligibility;
    private final EntityManager entities;
    private final Journal journal;
    private final ObjectMapper json;
    private final Clock clock;

    ApplicationsUnderReconciliation(ApplicationRepository applications, EligibilityService eligibility, EntityManager entities, Journal journal,
            ObjectMapper json,
            Clock clock) {
        this.applications = applications;
        this.eligibility = eligibility;
        this.entities = entities;
        this.journal = journal;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public Set<Urn> touched(Collection<Urn> schools) {
        List<String> urns = schools.stream().map(Urn::value).toList();
        Set<String> touched = new HashSet<>(entities.createQuery("select distinct a.urn from Application a where a.endedOn is null and a.urn in :urns",
                String.class)
                .setParameter("urns", urns).getResultList());
        touched.addAll(entities.createQuery("select distinct s.urn from Application a join a.schools s where a.endedOn is null and s.urn in :urns",
                String.class)
                .setParameter("urns", urns).getResultList());
        return touched.stream().map(Urn::new).collect(Collectors.toSet());
    }

    @Override
    public List<UUID> of(Urn school) {
        return entities.createQuery("""
                        select distinct a.id from Application a left join a.schools s where a.endedOn is null and (a.urn = :urn or s.urn = :urn) order by a.id""", UUID.class)
                .setParameter("urn", school.value()).getResultList();
    }

    @Override
    public Optional<String> passOn(UUID id, PassingOn succession) {
        Application application = applications.locked(id);
        Optional<String> refusal = refusal(application, succession);
        if (refusal.isPresent()) {
            return refusal;
        }
        application.passOn(succession.from().value(), succession.to());
        Entry entry = Entry.of(application, "Application").event("ApplicationPassedToSuccessor").changed("urn", "schoolName")
                .because("school-" + code(succession));
        journal.append(application.submittedAt() == null ? entry
                : entry.publish(ApplicationEvents.TOPIC, id, ApplicationEvents.ApplicationPassedToSuccessor.of(application, succession)));
        return Optional.empty();
    }

    @Override
    public Optional<Judgement> recheck(UUID id) {
        Application application = applications.locked(id);
        if (application.submittedAt() == null) {
            return Optional.empty();
        }
        Assessment today = eligibility.assess(SubmissionService.applicant(application), application.programme(), application.pathway());
        applications.add(StoredAssessment.again(id, today, results(today), clock.instant()));
        application.foundAgain(today.outcome());
        journal.append(Entry.of(application, "Application").event("EligibilityRechecked").because(code(today)));
        return Optional.of(new Judgement(application.eligibility(), today.outcome(), today.outcome() == application.eligibilityReviewed()));
    }

    @Override
    public Set<UUID> ended(Collection<UUID> ids) {
        return new HashSet<>(entities.createQuery("select a.id from Application a where a.id in :ids and a.endedOn is not null", UUID.class)
                .setParameter("ids", ids).getResultList());
    }

    /** Why the successor cannot have it: what it has itself is in the way. */
    private Optional<String> refusal(Application application, PassingOn succession) {
        if (successorClaimed(application, succession)) {
            return Optional.of("That school has a live application of its own, or its trust's, in an overlapping programme: withdraw one of the two.");
        }
        if (application.urn() != null && successorBegan(application, succession)) {
            return Optional.of("That school has begun the same application, or was invited, itself: withdraw one of the two.");
        }
        return Optional.empty();
    }

    private boolean successorClaimed(Application application, PassingOn succession) {
        Set<String> subjects = application.subjectsClaimedBy(succession.from());
        return !subjects.isEmpty() && !entities.createQuery("select a.id from Application a join a.claims c where a.id <> :id and c.organisation = :to "
                + "and c.subject in :subjects",
                        UUID.class)
                .setParameter("id", application.id()).setParameter("to", succession.to().urn().organisation()).setParameter("subjects", subjects)
                .setMaxResults(1).getResultList().isEmpty();
    }

    private boolean successorBegan(Application application, PassingOn succession) {
        return entities.createQuery("select a from Application a where a.id <> :id and a.urn = :to and a.kind = :kind and a.programme = :programme",
                Application.class)
                .setParameter("id", application.id()).setParameter("to", succession.to().urn().value()).setParameter("kind", application.kind())
                .setParameter("programme", application.programme()).getResultStream().anyMatch(application::isSameBeginningAs);
    }

    private String results(Assessment found) {
        try {
            return json.writeValueAsString(found.results());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Results of rules cannot be written", impossible);
        }
    }

    private static String code(PassingOn succession) {
        return switch (succession.kind()) {
            case REPLACEMENT -> "replaced";
            case MERGER -> "merged";
        };
    }

    private static String code(Assessment assessment) {
        return switch (assessment.outcome()) {
            case ELIGIBLE -> "still-eligible";
            case MANUAL_REVIEW -> "manual-review";
            case NOT_ELIGIBLE -> "not-eligible";
        };
    }
}
