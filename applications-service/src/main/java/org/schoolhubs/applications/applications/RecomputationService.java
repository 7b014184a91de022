package org.schoolhubs.applications.applications;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.schoolhubs.applications.applications.rules.Finding;
import org.schoolhubs.applications.applications.rules.Recomputation;
import org.schoolhubs.applications.applications.rules.RuleChange;
import org.schoolhubs.applications.eligibility.EligibilityService;
import org.schoolhubs.applications.eligibility.rules.Assessment;
import org.schoolhubs.kernel.Urn;
import org.schoolhubs.kit.problem.Problem;

/** Applies the rules of the submission to today's facts, to be compared. */
@ApplicationScoped
class RecomputationService {
    private final ApplicationRepository applications;
    private final ApplicationAccess access;
    private final EligibilityService eligibility;
    private final ObjectMapper json;

    RecomputationService(ApplicationRepository applications, ApplicationAccess access, EligibilityService eligibility, ObjectMapper json) {
        this.applications = applications;
        this.access = access;
        this.eligibility = eligibility;
        this.json = json;
    }

    /**
     * Judges again, with today's facts and the rules of the submission.
     *
     * @throws Problem 404 before submission, 409 {@code rules-superseded} where those rules are no longer applied
     */
    @Transactional
    RecomputationView recompute(UUID id) {
        Application application = access.readable(id);
        StoredAssessment then = applications.assessment(id).orElseThrow(() -> Problem.notFound("eligibility of application", id));
        Assessment today = eligibility.assess(new Urn(application.urn()), application.programme(), application.pathway());
        if (!then.ruleSet().equals(today.ruleSet()) || then.ruleVersion() != today.version()) {
            throw Problem.of(DecisionError.RULES_SUPERSEDED, "It was judged by %s version %d; version %d of %s is applied today. POST /v1/eligibility-checks judges by that."
                    .formatted(then.ruleSet(), then.ruleVersion(), today.version(), today.ruleSet()));
        }
        List<RuleChange> rules = Recomputation.compare(findings(parse(then.results())), findings(json.valueToTree(today.results())));
        return new RecomputationView(then.ruleSet(), then.ruleVersion(), then.assessedOn(), today.on(), then.outcome(), today.outcome(),
                rules.stream().allMatch(rule -> rule.kind() == RuleChange.Kind.SAME), rules);
    }

    private static List<Finding> findings(JsonNode results) {
        List<Finding> findings = new ArrayList<>();
        results.forEach(result -> findings.add(new Finding(result.path("rule").asText(), result.path("outcome").asText(), result.path("sentence").asText(),
                result.path("evidence").findValuesAsText("fact"))));
        return findings;
    }

    private JsonNode parse(String results) {
        try {
            return json.readTree(results);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A stored assessment cannot be read", impossible);
        }
    }
}
