package org.schoolhubs.applications.applications;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.schoolhubs.applications.eligibility.rules.Outcome;
import org.schoolhubs.applications.programmes.ProgrammeCatalogue;
import org.schoolhubs.kit.problem.CommonError;
import org.schoolhubs.kit.problem.Problem;

/** What decisions rest on and how they are written down. */
@ApplicationScoped
class DecisionRecords {
    private static final TypeReference<List<ApplicationRequests.Reason>> REASONS = new TypeReference<>() {
    };
    private static final TypeReference<List<DecisionRequests.AmendmentReasonGiven>> AMENDMENT_REASONS = new TypeReference<>() {
    };
    private static final String LEAD = "LEAD_";
    private final ApplicationRepository applications;
    private final ProgrammeCatalogue catalogue;
    private final ObjectMapper json;

    DecisionRecords(ApplicationRepository applications, ProgrammeCatalogue catalogue, ObjectMapper json) {
        this.applications = applications;
        this.catalogue = catalogue;
        this.json = json;
    }

    /** Whether another person has to approve a decision: where the rules could not tell, for those who want to lead, and where the pathway says so. */
    boolean needSecondPerson(Application application) {
        return application.eligibility() == Outcome.MANUAL_REVIEW || isLead(application)
                || catalogue.offer(application.programme(), application.pathway(), application.cohort()).secondPerson();
    }

    /** The rules that were applied and what programme and pathway ask and give today. */
    Decision.Basis basis(Application application) {
        Object terms = isLead(application) ? catalogue.leadOffer(application.programme())
                : catalogue.offer(application.programme(), application.pathway(), application.cohort());
        return applications.assessment(application.id())
                .map(found -> new Decision.Basis(found.ruleSet(), found.ruleVersion(), write(terms)))
                .orElseGet(() -> new Decision.Basis(null, null, write(terms)));
    }

    /** What a live application takes of its school. */
    Set<String> subjects(Application application) {
        return isLead(application) ? Set.of() : catalogue.offer(application.programme(), application.pathway(), application.cohort()).subjects();
    }

    /**
     * Structured reasons that fit the outcome, with words where words are mandatory.
     *
     * @param field name of the list in the request
     * @throws Problem 400 with a pointer
     */
    static void requireReasons(String field, DecisionOutcome outcome, List<ApplicationRequests.Reason> reasons) {
        for (int i = 0; i < reasons.size(); i++) {
            ApplicationRequests.Reason reason = reasons.get(i);
            if (!reason.code().fits(outcome)) {
                throw Problem.of(CommonError.INVALID, "Give reasons that fit the outcome.")
                        .at("/%s/%d/code".formatted(field, i), "reason-does-not-fit", "%s is no reason to %s.".formatted(reason.code(), outcome));
            }
            requireText(reason.code() == DecisionReason.OTHER, reason.text(), "/%s/%d/text".formatted(field, i));
        }
    }

    /** @throws Problem 400 {@code reason-text-missing} at the pointer where words are mandatory and missing */
    static void requireText(boolean mandatory, String text, String pointer) {
        if (mandatory && (text == null || text.isBlank())) {
            throw Problem.of(CommonError.INVALID, "Say in words what the reason is.").at(pointer, "reason-text-missing", "Mandatory here.");
        }
    }

    static String first(List<ApplicationRequests.Reason> reasons) {
        return reasons.get(0).code().name();
    }

    List<ApplicationRequests.Reason> reasons(String written) {
        return read(written, REASONS);
    }

    List<DecisionRequests.AmendmentReasonGiven> amendmentReasons(String written) {
        return read(written, AMENDMENT_REASONS);
    }

    String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Reasons or terms cannot be written", impossible);
        }
    }

    private <T> T read(String written, TypeReference<T> type) {
        try {
            return json.readValue(written, type);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Stored reasons cannot be read", impossible);
        }
    }

    private static boolean isLead(Application application) {
        return application.kind().name().startsWith(LEAD);
    }
}
