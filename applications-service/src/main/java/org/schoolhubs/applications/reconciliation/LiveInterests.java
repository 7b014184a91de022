package org.schoolhubs.applications.reconciliation;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.schoolhubs.applications.register.RegisteredSchool;
import org.schoolhubs.kernel.Urn;

/**
 * What reconciliation needs of the expressions of interest that go on when their school does: those that wait or have an offer, and those that were closed with
 * their school. Each method runs in the caller's transaction.
 */
public interface LiveInterests {
    /** Those of the schools that have one. */
    Set<Urn> touched(Collection<Urn> schools);

    /** Takes what became of a school to its expressions of interest. Doing it twice, or late, does no harm. */
    Followed follow(Fate fate);

    /**
     * What the register of today says of a school.
     *
     * @param successor      the one open school that followed it; empty where it is open itself, and where none or several did
     * @param kind           how that one followed it
     * @param openSuccessors how many open schools the links lead to; 0 for a school that is open itself
     */
    record Fate(RegisteredSchool school, Optional<RegisteredSchool> successor, LinkKind kind, int openSuccessors) {
    }

    /**
     * How many expressions of interest took which way.
     *
     * @param passed   to the successor
     * @param closed   with the school, or because the successor waits itself
     * @param reopened since the school is open again
     * @param asked    put to a person
     */
    record Followed(int passed, int closed, int reopened, int asked) {
        /** Nothing was done. */
        public static final Followed NONE = new Followed(0, 0, 0, 0);

        public Followed and(Followed other) {
            return new Followed(passed + other.passed, closed + other.closed, reopened + other.reopened, asked + other.asked);
        }
    }
}
