package org.schoolhubs.applications.applications;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.schoolhubs.applications.eligibility.EligibilityService;
import org.schoolhubs.applications.imports.ImportedFiles;
import org.schoolhubs.kit.journal.Entry;
import org.schoolhubs.kit.journal.HistoryEntry;
import org.schoolhubs.kit.journal.Journal;
import org.schoolhubs.kit.problem.Problem;

/** Puts together the one document that explains what became of an application. That somebody read it is recorded. */
@ApplicationScoped
class DecisionBundleService {
    private static final String FORMAT = "school-hubs-decision-bundle/1";
    /** Entries that only tell of reading; a bundle that held them would change by being read. */
    private static final String READ = "Read";
    private final ApplicationRepository applications;
    private final DecisionRepository decisions;
    private final DecisionRecords records;
    private final AmendmentService amendments;
    private final LeaderChangeService leaderChanges;
    private final EligibilityService eligibility;
    private final ImportedFiles files;
    private final ApplicationAccess access;
    private final Journal journal;
    private final ObjectMapper json;
    private final Clock clock;

    DecisionBundleService(ApplicationRepository applications, DecisionRepository decisions, DecisionRecords records, AmendmentService amendments,
            LeaderChangeService leaderChanges, EligibilityService eligibility, ImportedFiles files, ApplicationAccess access, Journal journal, ObjectMapper json,
            Clock clock) {
        this.applications = applications;
        this.decisions = decisions;
        this.records = records;
        this.amendments = amendments;
        this.leaderChanges = leaderChanges;
        this.eligibility = eligibility;
        this.files = files;
        this.access = access;
        this.journal = journal;
        // What is not there is part of the answer, too.
        this.json = json.copy().setSerializationInclusion(JsonInclude.Include.ALWAYS);
        this.clock = clock;
    }

    /** The bundle of a submitted application; 404 before submission. */
    @Transactional
    DecisionBundle bundle(UUID id) {
        Application application = access.readable(id);
        if (application.submittedAt() == null) {
            throw Problem.notFound("decision bundle of application", id);
        }
        JsonNode content = json.valueToTree(content(application));
        journal.append(Entry.of(application, "Application").event("DecisionBundle" + READ));
        return new DecisionBundle(content, CanonicalJson.sha256(content), clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    private DecisionBundle.Content content(Application application) {
        UUID id = application.id();
        return new DecisionBundle.Content(FORMAT, submitted(application),
                applications.assessment(id).map(found -> found(found, application.submittedAt())).orElse(null), rechecked(id),
                decisions.decisions(id).stream().map(decision -> decided(decision, application)).toList(),
                amendments.list(id),
                decisions.reconsideration(id).map(DecisionBundleService::reconsidered).orElse(null),
                leaderChanges.list(id), ApplicationViews.placement(application), history(id));
    }

    private List<HistoryEntry> history(UUID id) {
        return journal.history("Application", id).stream().filter(entry -> !entry.type().endsWith(READ)).toList();
    }

    private static DecisionBundle.Submitted submitted(Application application) {
        return new DecisionBundle.Submitted(application.id(), application.kind(), application.programme(), application.pathway(), application.cohort(),
                application.urn(), application.schoolName(), application.trustUid(), application.trustName(), application.answers(), application.schools(),
                application.kind().isLead() ? application.evidence() : null, application.declaredBy(), application.createdAt(), application.submittedAt(),
                application.state(), application.acceptedOn(), application.endedOn(), application.endReasonCode(), application.withdrawalText());
    }

    private List<DecisionBundle.Rechecked> rechecked(UUID id) {
        return applications.rechecks(id).stream().map(stored -> new DecisionBundle.Rechecked(stored.createdAt(), found(stored, stored.createdAt()))).toList();
    }

    /** @param until when the rules were asked: files that came in later are not those of the facts */
    private DecisionBundle.Found found(StoredAssessment stored, Instant until) {
        JsonNode results = parse(stored.results());
        Map<String, LocalDate> named = new TreeMap<>();
        results.findParents("asAt").forEach(source -> {
            if (source.path("file").isTextual() && source.path("asAt").isTextual()) {
                named.put(source.path("file").asText() + "\n" + source.path("asAt").asText(), LocalDate.parse(source.path("asAt").asText()));
            }
        });
        List<DecisionBundle.SourceFile> sources = named.entrySet().stream()
                .map(one -> source(one.getKey().substring(0, one.getKey().indexOf('\n')), one.getValue(), until)).toList();
        return new DecisionBundle.Found(stored.ruleSet(), stored.ruleVersion(), stored.assessedOn(), stored.outcome(),
                eligibility.meanings(stored.ruleSet(), stored.ruleVersion()), results, sources);
    }

    private DecisionBundle.SourceFile source(String fileName, LocalDate asAt, Instant until) {
        return files.find(fileName, asAt, until)
                .map(file -> new DecisionBundle.SourceFile(fileName, asAt, file.importId(), file.sha256(), file.importedAt()))
                .orElseGet(() -> new DecisionBundle.SourceFile(fileName, asAt, null, null, null));
    }

    private DecisionBundle.Decided decided(Decision decision, Application application) {
        return new DecisionBundle.Decided(decision.id(), decision.id().equals(application.decisionId()), decision.outcome(), decision.origin(), decision.state(),
                decision.secondPerson(), records.reasons(decision.reasons()), decision.proposedBy(), decision.proposedAt(), decision.approvedBy(), decision.approvedAt(),
                decision.answer(), decision.ruleSet(), decision.ruleVersion(), decision.terms() == null ? null : parse(decision.terms()));
    }

    private static DecisionBundle.Reconsidered reconsidered(Reconsideration one) {
        return new DecisionBundle.Reconsidered(one.id(), one.decisionId(), one.state(), one.askedBy(), one.askedAt(), one.outcomeDecisionId(), one.decidedAt());
    }

    private JsonNode parse(String stored) {
        try {
            return json.readTree(stored);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("What was stored cannot be read", impossible);
        }
    }
}
