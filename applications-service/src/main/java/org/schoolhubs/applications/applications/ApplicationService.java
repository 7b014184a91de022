package org.schoolhubs.applications.applications;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.schoolhubs.applications.eligibility.EligibilityView;
import org.schoolhubs.applications.eligibility.rules.Assessment;
import org.schoolhubs.applications.eligibility.rules.RuleResult;
import org.schoolhubs.kit.journal.HistoryEntry;
import org.schoolhubs.kit.journal.Journal;
import org.schoolhubs.kit.problem.Problem;
import org.schoolhubs.kit.web.JourneyPart;
import org.schoolhubs.kit.web.ListQuery;
import org.schoolhubs.kit.web.Page;
import org.schoolhubs.kit.web.PageRequest;

/** Reads applications. */
@ApplicationScoped
class ApplicationService {
    private static final TypeReference<List<RuleResult>> RESULTS = new TypeReference<>() {
    };
    private final ApplicationRepository applications;
    private final ApplicationAccess access;
    private final ApplicationViews views;
    private final EntityManager entities;
    private final Journal journal;
    private final ObjectMapper json;

    ApplicationService(ApplicationRepository applications, ApplicationAccess access, ApplicationViews views, EntityManager entities, Journal journal,
            ObjectMapper json) {
        this.applications = applications;
        this.access = access;
        this.views = views;
        this.entities = entities;
        this.journal = journal;
        this.json = json;
    }

    @Transactional
    ApplicationView get(UUID id) {
        return views.of(access.readable(id));
    }

    @Transactional
    Page<ApplicationSummary> list(ApplicationQuery query, PageRequest page) {
        return access.restrict(ListQuery.of(entities, Application.class))
                .filter("e.state = :state", "state", query.state())
                .filter("e.programme = :programme", "programme", query.programme())
                .filter("e.pathway = :pathway", "pathway", query.pathway())
                .filter("e.cohort = :cohort", "cohort", query.cohort())
                .filter("e.urn = :urn", "urn", query.urn())
                .filter("e.kind = :kind", "kind", query.kind())
                .filter("e.trustUid = :trustUid", "trustUid", query.trustUid())
                .filter("e.urn in (select l.urn from School l where l.laCode = :laCode)", "laCode", query.laCode())
                .filter("e.submittedAt < :before", "before", query.submittedBeforeInstant())
                .filter("e.assignee = :assignee", "assignee", access.isOverseer() ? query.assignee() : null)
                .filter("e.assignee is null and :unassigned = true", "unassigned", access.isOverseer() && query.isUnassigned() ? Boolean.TRUE : null)
                .filter(query.waiting(), "queue", access.isOverseer() ? query.waitingFor() : null)
                .fetch(page, application -> ApplicationSummary.of(application, access.isOverseer()));
    }

    @Transactional
    Readiness readiness(UUID id) {
        return views.readiness(access.readable(id));
    }

    /** What the rules said at submission; 404 before it. */
    @Transactional
    EligibilityView eligibility(UUID id) {
        Application application = access.readable(id);
        StoredAssessment stored = applications.assessment(id).orElseThrow(() -> Problem.notFound("eligibility of application", id));
        Assessment assessment = new Assessment(stored.ruleSet(), stored.ruleVersion(), stored.assessedOn(), stored.outcome(), results(stored));
        return application.kind().isTrust()
                ? EligibilityView.ofTrust(application.trustUid(), application.trustName(), application.programme(), application.pathway(), assessment)
                : EligibilityView.of(application.urn(), application.schoolName(), application.programme(), application.pathway(), assessment);
    }

    @Transactional
    List<HistoryEntry> history(UUID id) {
        return journal.history("Application", access.readable(id).id());
    }

    @Transactional
    JourneyPart journey(UUID id) {
        Application application = access.readable(id);
        return new JourneyPart("application", id, application.state().name(), journal.history("Application", id), views.next(application));
    }

    private List<RuleResult> results(StoredAssessment stored) {
        try {
            return json.readValue(stored.results(), RESULTS);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A stored assessment cannot be read", impossible);
        }
    }
}
