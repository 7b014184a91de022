package org.schoolhubs.applications.imports;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import org.schoolhubs.applications.programmes.EntryRoute;
import org.schoolhubs.applications.programmes.PathwayOffer;
import org.schoolhubs.applications.programmes.ProgrammeCatalogue;
import org.schoolhubs.kit.problem.Problem;

/** Whether a selection list may be for what its sender says. */
@ApplicationScoped
class SelectionTargets {
    private final ProgrammeCatalogue programmes;

    SelectionTargets(ProgrammeCatalogue programmes) {
        this.programmes = programmes;
    }

    /**
     * @throws Problem 400 {@code selection-target-invalid} where a selection list lacks programme, pathway or cohort or another kind has one; 422
     *                 {@code programme-unknown}, {@code pathway-unknown}, {@code cohort-unknown}, {@code pathway-not-in-cohort}, and
     *                 {@code pathway-not-by-selection} where schools come in otherwise
     */
    void require(ImportOrder order) {
        if (order.kind() != ImportKind.SELECTION_LIST) {
            requireNone(order);
            return;
        }
        var target = requireWhole(order.selection());
        if (offer(target).entry() != EntryRoute.SELECTION) {
            throw Problem.of(SelectionListError.PATHWAY_NOT_BY_SELECTION, "Schools come into %s by themselves. Choose a pathway whose entry is SELECTION."
                    .formatted(target.pathway())).parameter("pathway", "pathway-not-by-selection", "Not entered by selection.");
        }
    }

    private static void requireNone(ImportOrder order) {
        if (order.selection() != null) {
            throw Problem.of(SelectionListError.SELECTION_TARGET_INVALID, "Leave out programme, pathway and cohort: a file of kind %s is for none of them."
                    .formatted(order.kind().parameter()));
        }
    }

    private static SelectionTarget requireWhole(SelectionTarget target) {
        Map<String, String> given = new LinkedHashMap<>();
        given.put("programme", target == null ? null : target.programme());
        given.put("pathway", target == null ? null : target.pathway());
        given.put("cohort", target == null ? null : target.cohort());
        var problem = Problem.of(SelectionListError.SELECTION_TARGET_INVALID, "Say for which programme, pathway and cohort the list is.");
        given.forEach((name, value) -> {
            if (value == null) {
                problem.parameter(name, "missing", "Give its code.");
            }
        });
        if (!problem.errors().isEmpty()) {
            throw problem;
        }
        return target;
    }

    /** The catalogue speaks of places in a body; here they are parameters. */
    private PathwayOffer offer(SelectionTarget target) {
        try {
            return programmes.offer(target.programme(), target.pathway(), target.cohort());
        } catch (Problem refusal) {
            var here = Problem.of(refusal.error(), refusal.detail());
            refusal.errors().forEach(error -> here.parameter(error.pointer().substring(1), error.code(), error.detail()));
            throw here;
        }
    }
}
