package org.schoolhubs.applications.applications;

import jakarta.enterprise.context.ApplicationScoped;
import org.schoolhubs.applications.eligibility.rules.Outcome;
import org.schoolhubs.kernel.Roles;
import org.schoolhubs.kit.task.Task;
import org.schoolhubs.kit.task.Tasks;

/** What the programme team has to do about an application. At most one of these is open at a time. */
@ApplicationScoped
class ApplicationTasks {
    private static final String DECISION = "decision";
    private static final String MANUAL_REVIEW = "manual-review";
    private static final String SECOND_PERSON = "decision-approval";
    private static final String AMENDMENT = "amendment-approval";
    private static final String RECONSIDERATION = "reconsideration";
    private static final String SUBJECT = "Application";
    private final Tasks tasks;

    ApplicationTasks(Tasks tasks) {
        this.tasks = tasks;
    }

    /** It is to be decided; by two persons where the rules could not tell. */
    void toDecide(Application application) {
        settle(application);
        if (application.eligibility() == Outcome.MANUAL_REVIEW) {
            open(application, MANUAL_REVIEW, "eligibility-manual-review", "The rules could not tell whether the school is eligible: look at the evidence and propose a decision.");
        } else {
            open(application, DECISION, "application-submitted", "The application was submitted and waits for a decision.");
        }
    }

    /** A decision was proposed. */
    void toApprove(Application application) {
        settle(application);
        open(application, SECOND_PERSON, "decision-proposed", "A decision was proposed and needs the approval of another person.");
    }

    /** The second person sent the proposed decision back. */
    void toDecideAgain(Application application) {
        if (application.reconsideration() == ReconsiderationState.ASKED) {
            toReconsider(application);
        } else {
            toDecide(application);
        }
    }

    /** An amendment was proposed. */
    void toApproveAmendment(Application application) {
        settle(application);
        open(application, AMENDMENT, "amendment-proposed", "An amendment of the decision was proposed and needs the approval of another person.");
    }

    /** Reconsideration was asked for. */
    void toReconsider(Application application) {
        settle(application);
        open(application, RECONSIDERATION, "reconsideration-requested",
                "The applicant asked for reconsideration: somebody who did not decide before is to decide.");
    }

    /** Nothing is left to do. */
    void settle(Application application) {
        tasks.settle(DECISION, SUBJECT, application.id());
        tasks.settle(MANUAL_REVIEW, SUBJECT, application.id());
        tasks.settle(SECOND_PERSON, SUBJECT, application.id());
        tasks.settle(AMENDMENT, SUBJECT, application.id());
        tasks.settle(RECONSIDERATION, SUBJECT, application.id());
    }

    private void open(Application application, String kind, String reasonCode, String reason) {
        tasks.open(Task.of(kind, SUBJECT, application.id(), application.id(), reasonCode, reason, Roles.PROGRAMME_TEAM));
    }
}
