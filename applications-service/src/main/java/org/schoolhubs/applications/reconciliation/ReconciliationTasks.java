package org.schoolhubs.applications.reconciliation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.schoolhubs.applications.reconciliation.rules.EligibilityNow;
import org.schoolhubs.kernel.Roles;
import org.schoolhubs.kernel.Urn;
import org.schoolhubs.kit.task.Task;
import org.schoolhubs.kit.task.Tasks;

/** What people have to do after the register changed. Nothing is done to an application by any of these; the acts that settle them are the applications'. */
@ApplicationScoped
public class ReconciliationTasks {
    static final String SCHOOL_CLOSED = "school-closed";
    static final String SUCCESSION_BLOCKED = "succession-blocked";
    static final String ELIGIBILITY_LOST = "eligibility-lost";
    static final String ELIGIBILITY_DOUBTFUL = "eligibility-doubtful";
    static final List<String> OF_APPLICATIONS = List.of(SCHOOL_CLOSED, SUCCESSION_BLOCKED, ELIGIBILITY_LOST, ELIGIBILITY_DOUBTFUL);
    private static final String RECONCILIATION_FAILED = "reconciliation-failed";
    private static final String APPLICATION = "Application";
    private static final String CHANGE = "RegisterChange";

    private final Tasks tasks;

    ReconciliationTasks(Tasks tasks) {
        this.tasks = tasks;
    }

    /** Its school closed, and no single open school followed. */
    void schoolClosed(UUID application, Urn school, String why) {
        tasks.settle(SUCCESSION_BLOCKED, APPLICATION, application);
        open(SCHOOL_CLOSED, application, "no-single-successor",
                "School %s closed and its application cannot pass to another by itself. %s".formatted(school, why));
    }

    /** Its school closed, and the application cannot be that of the school that followed. */
    void successionBlocked(UUID application, PassingOn succession, String why) {
        tasks.settle(SCHOOL_CLOSED, APPLICATION, application);
        open(SUCCESSION_BLOCKED, application, "successor-overlaps", "School %s closed and was followed by %s. %s".formatted(succession.from(),
                succession.to().urn(), why));
    }

    /** Its school is open, or the application is another school's now. */
    public void inOrder(UUID application) {
        tasks.settle(SCHOOL_CLOSED, APPLICATION, application);
        tasks.settle(SUCCESSION_BLOCKED, APPLICATION, application);
    }

    /** @return whether there is something to look at */
    public boolean eligibility(UUID application, EligibilityNow now) {
        if (now != EligibilityNow.LOST) {
            tasks.settle(ELIGIBILITY_LOST, APPLICATION, application);
        }
        if (now != EligibilityNow.DOUBTFUL) {
            tasks.settle(ELIGIBILITY_DOUBTFUL, APPLICATION, application);
        }
        switch (now) {
            case LOST -> open(ELIGIBILITY_LOST, application, "not-eligible-any-more",
                    "By the register of today the applicant is not eligible any more. Nothing was changed: decide what follows.");
            case DOUBTFUL -> open(ELIGIBILITY_DOUBTFUL, application, "manual-review-now",
                    "By the register of today the rules cannot tell whether the applicant is eligible: look at the evidence.");
            default -> { }
        }
        return now != EligibilityNow.KEPT;
    }

    /** Whatever the task was about, the application has ended. */
    void ended(String kind, UUID application) {
        tasks.settle(kind, APPLICATION, application);
    }

    /** Given up. */
    void failed(RegisterChange change) {
        tasks.open(Task.of(RECONCILIATION_FAILED, CHANGE, change.id(), null, "attempts-used-up",
                "The change of school %s could not be taken to its applications: see GET /v1/reconciliations?importId=%s.".formatted(change.urn(),
                        change.importId()), Roles.OPERATOR));
    }

    /** To be worked again. */
    void repeated(RegisterChange change) {
        tasks.settle(RECONCILIATION_FAILED, CHANGE, change.id());
    }

    private void open(String kind, UUID application, String code, String reason) {
        tasks.open(Task.of(kind, APPLICATION, application, application, code, reason, Roles.PROGRAMME_TEAM));
    }
}
