package org.schoolhubs.applications.programmes;

import jakarta.enterprise.context.ApplicationScoped;
import org.schoolhubs.applications.programmes.rules.Succession;
import org.schoolhubs.kit.problem.Problem;

/** Which programme may take the place of which. */
@ApplicationScoped
class Successors {
    private final ProgrammeRepository programmes;

    Successors(ProgrammeRepository programmes) {
        this.programmes = programmes;
    }

    /** @throws Problem 422 {@code successor-invalid}; the caller holds all programmes, so that it stays as it is found */
    void require(Programme programme, String successor) {
        if (programmes.byCode(successor).filter(one -> one.state() == ProgrammeState.PUBLISHED).isEmpty()) {
            throw refusal().at("/successor", "successor-unknown", "No published programme has this code.");
        }
        if (Succession.isCircle(programme.code(), successor, programmes.successors())) {
            throw refusal().at("/successor", "successor-circle", "The programmes would replace each other.");
        }
    }

    private static Problem refusal() {
        return Problem.of(ProgrammeError.SUCCESSOR_INVALID, "Choose another programme that is PUBLISHED and is not, in the end, replaced by this one.");
    }
}
