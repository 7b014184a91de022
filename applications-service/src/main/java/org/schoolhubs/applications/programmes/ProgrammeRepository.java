package org.schoolhubs.applications.programmes;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class ProgrammeRepository implements PanacheRepositoryBase<Programme, UUID> {
    Optional<Programme> byCode(String code) {
        return find("code", code).firstResultOptional();
    }

    /** Holds the programme to the end of the transaction and counts a change of it: its full state goes out in the order of its versions. */
    Optional<Programme> byCodeForChange(String code) {
        return find("code", code).withLock(LockModeType.PESSIMISTIC_FORCE_INCREMENT).firstResultOptional();
    }

    List<Cohort> cohorts(Programme programme) {
        return getEntityManager().createQuery("select c from Cohort c where c.programme = :programme order by c.startsOn, c.code", Cohort.class)
                .setParameter("programme", programme).getResultList();
    }

    /** Cohorts whose window is open or will open, in the order of their opening. */
    List<Cohort> cohortsNotClosed(Programme programme, Instant now) {
        return getEntityManager().createQuery(
                        "select c from Cohort c where c.programme = :programme and c.windowClosesAt > :now order by c.windowOpensAt, c.windowClosesAt, c.code", Cohort.class)
                .setParameter("programme", programme).setParameter("now", now).getResultList();
    }

    Optional<Cohort> cohort(Programme programme, String code) {
        return getEntityManager().createQuery("select c from Cohort c where c.programme = :programme and c.code = :code", Cohort.class)
                .setParameter("programme", programme).setParameter("code", code).getResultStream().findFirst();
    }
}
