package org.schoolhubs.applications.register;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.schoolhubs.kernel.TrustUid;
import org.schoolhubs.kernel.Urn;

/** What other features may ask the register. */
public interface SchoolRegister {
    /** The school as the register knows it now; empty when the register has never seen the URN. Closed schools are found too. */
    Optional<RegisteredSchool> find(Urn urn);

    /**
     * How many open schools the links that hold on a day lead to from a closed one, through schools that closed in their turn. With exactly one the school has a
     * {@code successorUrn}; this tells apart why another one has none.
     */
    int openSuccessors(Urn closed, LocalDate on);

    /** The latest inspection of each kind, newest first; empty when the register knows of none. */
    List<InspectionRecord> inspections(Urn urn);

    /** The trust as the register knows it now; empty for a group that is no trust (a federation, a sponsor) and for a UID that nobody ever named. */
    Optional<RegisteredTrust> trust(TrustUid uid);

    /**
     * The schools that were in a trust on a day, by URN, closed ones included; each with its facts of today. By GIAS's group links where they know the trust,
     * else by what the files of schools said for that day.
     */
    List<RegisteredSchool> schoolsOf(TrustUid uid, LocalDate on);

    /** The trust that a school was in on a day, by the same sources as {@link #schoolsOf}; empty for none. */
    Optional<TrustUid> trustOf(Urn urn, LocalDate on);
}
