package org.schoolhubs.applications.programmes;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.schoolhubs.applications.ApplicationError;
import org.schoolhubs.applications.programmes.rules.CohortTerms;
import org.schoolhubs.kit.problem.Problem;
import org.schoolhubs.kit.time.LondonDates;

/** Holds that nobody is invited to apply where no rules could judge them. */
@ApplicationScoped
class RuledPathways {
    private final RuleBook rules;

    RuledPathways(RuleBook rules) {
        this.rules = rules;
    }

    /**
     * Each pathway that a cohort offers has published rules that are in force when its window opens, or now where that was before.
     *
     * @throws Problem 409 {@code rules-missing}, naming every pathway without them
     */
    void require(Programme programme, ProgrammeVersion version, CohortTerms terms, Instant now) {
        LocalDate opens = LondonDates.dayOf(terms.windowOpensAt().isBefore(now) ? now : terms.windowOpensAt());
        List<CohortTerms.OfferedPathway> offered = terms.pathways();
        Problem problem = Problem.of(ApplicationError.RULES_MISSING,
                "Publish rules that are in force by %s for what errors names, then open the cohort: PUT /v1/rule-sets/{code}/versions/{number}. Nothing was changed."
                        .formatted(opens));
        boolean missing = false;
        for (int i = 0; i < offered.size(); i++) {
            String code = offered.get(i).code();
            PartnerKind partners = version.pathway(code).orElseThrow().partnerKind();
            if (!rules.judges(programme.code(), code, partners, opens)) {
                problem.at("/pathways/%d/code".formatted(i), "rules-missing", "No published rules judge the partners of %s on %s.".formatted(code, opens));
                missing = true;
            }
        }
        if (missing) {
            throw problem;
        }
    }
}
