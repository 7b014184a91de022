package org.schoolhubs.applications.applications;

import java.util.Arrays;
import java.util.Optional;

/** What applications wait for, each a kind of task of the programme team. */
public enum WorkQueue {
    /** A decision on what the rules could judge. */
    DECISION("decision", "Applications that wait for a decision."),
    /** A decision on what the rules could not judge. */
    MANUAL_REVIEW("manual-review", "Applications whose evidence a person must look at before a decision is proposed."),
    /** The second person of a decision. */
    DECISION_APPROVAL("decision-approval", "Proposed decisions that wait for their second person."),
    /** The second person of an amendment. */
    AMENDMENT_APPROVAL("amendment-approval", "Proposed amendments that wait for their second person."),
    /** The decision on a reconsideration. */
    RECONSIDERATION("reconsideration", "Refusals that the applicant asked to be reconsidered."),
    /** A person's look at an applicant that the rules no longer find eligible. */
    ELIGIBILITY_LOST("eligibility-lost", "Applicants that the rules no longer find eligible."),
    /** A person's look at an applicant whom the rules can no longer judge. */
    ELIGIBILITY_DOUBTFUL("eligibility-doubtful", "Applicants that the rules can no longer judge: look at the evidence."),
    /** The choice of a school in place of a closed one that not exactly one followed. */
    SCHOOL_CLOSED("school-closed", "Applications whose school closed without exactly one open successor."),
    /** The end of one of two applications that meet in a successor. */
    SUCCESSION_BLOCKED("succession-blocked", "Applications that cannot pass to the successor of their school, which has one of its own."),
    /** The answer of an invited school; nobody's task until it lapses. */
    INVITATION("invitation", "Invitations that their schools have not answered.");

    private final String taskKind;
    private final String description;

    WorkQueue(String taskKind, String description) {
        this.taskKind = taskKind;
        this.description = description;
    }

    String taskKind() {
        return taskKind;
    }

    String description() {
        return description;
    }

    static Optional<WorkQueue> ofTask(String kind) {
        return Arrays.stream(values()).filter(queue -> queue.taskKind.equals(kind)).findFirst();
    }
}
