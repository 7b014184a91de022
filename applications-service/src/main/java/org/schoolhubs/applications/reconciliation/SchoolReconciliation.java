package org.schoolhubs.applications.reconciliation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.schoolhubs.applications.reconciliation.rules.EligibilityNow;
import org.schoolhubs.applications.reconciliation.rules.Succession;
import org.schoolhubs.applications.register.RegisteredSchool;
import org.schoolhubs.applications.register.SchoolRegister;
import org.schoolhubs.applications.register.SchoolStatus;

/**
 * Takes what became of one school to its live applications, in the caller's transaction. The step of a change settles its turn; what is done follows from the
 * register of today, so that doing it twice, or late, does no harm.
 */
@ApplicationScoped
class SchoolReconciliation {
    private final SchoolRegister register;
    private final LiveApplications applications;
    private final ReconciliationTasks tasks;

    SchoolReconciliation(SchoolRegister register, LiveApplications applications, ReconciliationTasks tasks) {
        this.register = register;
        this.applications = applications;
        this.tasks = tasks;
    }

    /** What was done, for the report. */
    record Report(ChangeOutcome outcome, String detail) {
    }

    Report work(RegisterChange change) {
        RegisteredSchool school = register.find(change.urn()).orElseThrow(() -> new IllegalStateException("The register has lost school " + change.urn()));
        List<UUID> ids = applications.of(change.urn());
        if (ids.isEmpty()) {
            return new Report(ChangeOutcome.NOTHING_TO_DO, null);
        }
        Tally tally = new Tally();
        Optional<RegisteredSchool> successor = school.status() == SchoolStatus.CLOSED ? Succession.of(school, register::find) : Optional.empty();
        for (UUID id : ids) {
            follow(change, school, successor, id, tally);
            applications.recheck(id).ifPresent(judgement -> tally.rechecked(tasks.eligibility(id, EligibilityNow.of(judgement.atSubmission(),
                    judgement.today()))));
        }
        return tally.report(successor);
    }

    private void follow(RegisterChange change, RegisteredSchool school, Optional<RegisteredSchool> successor, UUID id, Tally tally) {
        if (school.status() != SchoolStatus.CLOSED) {
            tasks.inOrder(id);
        } else if (successor.isEmpty()) {
            tasks.schoolClosed(id, school.urn(), why(change));
            tally.asked++;
        } else {
            passOn(new PassingOn(school.urn(), successor.get(), change.step() == ChangeStep.MERGE ? LinkKind.MERGER : LinkKind.REPLACEMENT,
                    closedOn(school)), id, tally);
        }
    }

    private void passOn(PassingOn succession, UUID id, Tally tally) {
        Optional<String> refusal = applications.passOn(id, succession);
        if (refusal.isEmpty()) {
            tasks.inOrder(id);
            tally.passed++;
        } else {
            tasks.successionBlocked(id, succession, refusal.get());
            tally.asked++;
        }
    }

    private static String why(RegisterChange change) {
        return change.detail() == null ? "The register knows of no single open successor." : change.detail();
    }

    private static LocalDate closedOn(RegisteredSchool school) {
        return school.closedOn() == null ? school.source().asAt() : school.closedOn();
    }

    /** Counts while one school is worked. */
    private static final class Tally {
        private int passed;
        private int asked;
        private int rechecked;
        private int doubted;

        private void rechecked(boolean doubt) {
            rechecked++;
            doubted += doubt ? 1 : 0;
        }

        private Report report(Optional<RegisteredSchool> successor) {
            List<String> done = new ArrayList<>();
            add(done, passed, "passed to " + successor.map(school -> school.urn().value()).orElse(""));
            add(done, asked, "put to a person");
            add(done, rechecked, "judged again");
            add(done, doubted, "no longer as eligible as at submission");
            ChangeOutcome outcome = asked + doubted > 0 ? ChangeOutcome.TASK_RAISED
                    : passed > 0 ? ChangeOutcome.FOLLOWED : rechecked > 0 ? ChangeOutcome.RECHECKED : ChangeOutcome.NOTHING_TO_DO;
            return new Report(outcome, done.isEmpty() ? null : "Applications " + String.join(", ", done) + ".");
        }

        private static void add(List<String> done, int count, String what) {
            if (count > 0) {
                done.add(what + ": " + count);
            }
        }
    }
}
