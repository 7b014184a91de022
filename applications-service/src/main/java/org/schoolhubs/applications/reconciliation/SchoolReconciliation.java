package org.schoolhubs.applications.reconciliation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.schoolhubs.applications.reconciliation.rules.EligibilityNow;
import org.schoolhubs.applications.reconciliation.rules.Succession;
import org.schoolhubs.applications.register.RegisteredSchool;
import org.schoolhubs.applications.register.SchoolRegister;
import org.schoolhubs.applications.register.SchoolStatus;
import org.schoolhubs.kit.time.LondonDates;

/**
 * Takes what became of one school to its live applications and expressions of interest, in the caller's transaction. The step of a change settles its turn; what
 * is done follows from the register of today, so that doing it twice, or late, does no harm.
 */
@ApplicationScoped
class SchoolReconciliation {
    private final SchoolRegister register;
    private final LiveApplications applications;
    private final LiveInterests interests;
    private final ReconciliationTasks tasks;
    private final Clock clock;

    SchoolReconciliation(SchoolRegister register, LiveApplications applications, LiveInterests interests, ReconciliationTasks tasks, Clock clock) {
        this.register = register;
        this.applications = applications;
        this.interests = interests;
        this.tasks = tasks;
        this.clock = clock;
    }

    /** What was done, for the report. */
    record Report(ChangeOutcome outcome, String detail) {
    }

    Report work(RegisterChange change) {
        RegisteredSchool school = register.find(change.urn()).orElseThrow(() -> new IllegalStateException("The register has lost school " + change.urn()));
        List<UUID> ids = applications.of(change.urn());
        boolean interested = !interests.touched(Set.of(change.urn())).isEmpty();
        if (ids.isEmpty() && !interested) {
            return new Report(ChangeOutcome.NOTHING_TO_DO, null);
        }
        Tally tally = new Tally();
        Optional<RegisteredSchool> successor = school.status() == SchoolStatus.CLOSED ? Succession.of(school, register::find) : Optional.empty();
        if (interested) {
            tally.interests = interests.follow(fate(change, school, successor));
        }
        for (UUID id : ids) {
            follow(change, school, successor, id, tally);
            applications.recheck(id).ifPresent(judgement -> tally.rechecked(tasks.eligibility(id, judgement.letStand() ? EligibilityNow.KEPT
                    : EligibilityNow.of(judgement.atSubmission(), judgement.today()))));
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
            passOn(new PassingOn(school.urn(), successor.get(), kind(change), closedOn(school)), id, tally);
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

    private LiveInterests.Fate fate(RegisterChange change, RegisteredSchool school, Optional<RegisteredSchool> successor) {
        int open = successor.isPresent() ? 1 : school.status() == SchoolStatus.CLOSED ? register.openSuccessors(school.urn(), LondonDates.today(clock)) : 0;
        return new LiveInterests.Fate(school, successor, kind(change), open);
    }

    private static LinkKind kind(RegisterChange change) {
        return change.step() == ChangeStep.MERGE ? LinkKind.MERGER : LinkKind.REPLACEMENT;
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
        private LiveInterests.Followed interests = LiveInterests.Followed.NONE;

        private void rechecked(boolean doubt) {
            rechecked++;
            doubted += doubt ? 1 : 0;
        }

        private Report report(Optional<RegisteredSchool> successor) {
            String passedTo = "passed to " + successor.map(school -> school.urn().value()).orElse("");
            List<String> done = new ArrayList<>();
            add(done, passed, passedTo);
            add(done, asked, "put to a person");
            add(done, rechecked, "judged again");
            add(done, doubted, "no longer as eligible as at submission");
            List<String> ofInterests = new ArrayList<>();
            add(ofInterests, interests.passed(), passedTo);
            add(ofInterests, interests.closed(), "closed");
            add(ofInterests, interests.reopened(), "going on with their school");
            add(ofInterests, interests.asked(), "put to a person");
            String detail = Stream.of(sentence("Applications ", done), sentence("Expressions of interest ", ofInterests)).filter(Objects::nonNull)
                    .collect(Collectors.joining(" "));
            return new Report(outcome(), detail.isEmpty() ? null : detail);
        }

        private ChangeOutcome outcome() {
            if (asked + doubted + interests.asked() > 0) {
                return ChangeOutcome.TASK_RAISED;
            }
            if (passed + interests.passed() + interests.closed() + interests.reopened() > 0) {
                return ChangeOutcome.FOLLOWED;
            }
            return rechecked > 0 ? ChangeOutcome.RECHECKED : ChangeOutcome.NOTHING_TO_DO;
        }

        private static String sentence(String of, List<String> done) {
            return done.isEmpty() ? null : of + String.join(", ", done) + ".";
        }

        private static void add(List<String> done, int count, String what) {
            if (count > 0) {
                done.add(what + ": " + count);
            }
        }
    }
}
