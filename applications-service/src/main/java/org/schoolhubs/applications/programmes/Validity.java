package org.schoolhubs.applications.programmes;

import java.util.List;
import java.util.stream.Collectors;
import org.schoolhubs.applications.ApplicationError;
import org.schoolhubs.applications.programmes.rules.CohortRules;
import org.schoolhubs.applications.programmes.rules.CohortTerms;
import org.schoolhubs.applications.programmes.rules.Fault;
import org.schoolhubs.applications.programmes.rules.ProgrammeTerms;
import org.schoolhubs.applications.programmes.rules.TermsRules;
import org.schoolhubs.kit.problem.ErrorCode;
import org.schoolhubs.kit.problem.Problem;

/** Refuses terms that are not valid, naming every fault. */
final class Validity {
    private Validity() {
    }

    /** @throws Problem 422 {@code programme-invalid} */
    static void require(ProgrammeTerms terms) {
        refuse(TermsRules.check(terms), ProgrammeError.PROGRAMME_INVALID);
    }

    /** @throws Problem 422 {@code window-invalid}, {@code pathway-unknown}, {@code cohort-invalid}; named by the first fault, listing all */
    static void require(CohortTerms terms, ProgrammeVersion version) {
        List<Fault> faults = CohortRules.check(terms, version.pathways().stream().map(Pathway::code).collect(Collectors.toSet()));
        if (!faults.isEmpty()) {
            refuse(faults, switch (faults.get(0).code()) {
                case "window-invalid" -> ApplicationError.WINDOW_INVALID;
                case "pathway-unknown" -> ApplicationError.PATHWAY_UNKNOWN;
                default -> ProgrammeError.COHORT_INVALID;
            });
        }
    }

    private static void refuse(List<Fault> faults, ErrorCode error) {
        if (!faults.isEmpty()) {
            Problem problem = Problem.of(error, "Correct what errors names; nothing was changed.");
            faults.forEach(fault -> problem.at(fault.pointer(), fault.code(), fault.detail()));
            throw problem;
        }
    }
}
