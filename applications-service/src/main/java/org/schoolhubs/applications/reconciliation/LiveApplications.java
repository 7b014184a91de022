package org.schoolhubs.applications.reconciliation;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.schoolhubs.applications.eligibility.rules.Outcome;
import org.schoolhubs.kernel.Urn;

/**
 * What reconciliation needs of applications that have not ended: those of a school and those of a trust that name it. Each method runs in the caller's
 * transaction.
 */
public interface LiveApplications {
    /** Those of the schools that a live application is of, or names. */
    Set<Urn> touched(Collection<Urn> schools);

    /** The live applications of a school, by id. */
    List<UUID> of(Urn school);

    /**
     * Passes an application to the successor of a school: it becomes the successor's, claims included; journaled, and published once it was submitted.
     *
     * @return why it could not pass, as a sentence; empty where it did. Nothing is changed then.
     */
    Optional<String> passOn(UUID application, PassingOn succession);

    /** Judges an application again by the facts of today and keeps what the rules said; empty, and nothing is done, for one that was not submitted yet. */
    Optional<Judgement> recheck(UUID application);

    /** Those of the applications that have ended. */
    Set<UUID> ended(Collection<UUID> applications);

    /**
     * What the rules said at submission, and say today.
     *
     * @param letStand whether a person has looked at just this and lets the application go on
     */
    record Judgement(Outcome atSubmission, Outcome today, boolean letStand) {
    }
}
