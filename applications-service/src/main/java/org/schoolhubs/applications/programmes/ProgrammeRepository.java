package org.schoolhubs.applications.programmes;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.schoolhubs.kit.problem.Problem;

@ApplicationScoped
class ProgrammeRepository implements PanacheRepositoryBase<Programme, UUID> {
    Optional<Programme> byCode(String code) {
        return find("code", code).firstResultOptional();
    }

    /**
     * Holds the programme to the end of the transaction: its full state goes out in the order of its versions.
     *
     * @throws Problem 404 without such a programme
     */
    Programme held(String code) {
        return find("code", code).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional().orElseThrow(() -> Problem.notFound("programme", code));
    }

    /** Counts a change that the programme's own row may not show, once; settles its version. */
    void countChange(Programme programme, long versionBefore) {
        getEntityManager().flush();
        if (programme.version() == versionBefore) {
            getEntityManager().lock(programme, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
        }
    }

    /** Counts a change of a cohort, also where only its pathways changed; settles its version. */
    void countChange(Cohort cohort) {
        long before = cohort.version();
        getEntityManager().flush();
        if (cohort.version() == before) {
            getEntityManager().lock(cohort, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
        }
    }

    /** Holds every programme to the end of the transaction, in one order: of successors that are set at the same moment none closes a circle unseen. */
    List<Programme> lockAll() {
        return getEntityManager().createQuery("select p from Programme p order by p.id", Programme.class)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultList();
    }

    /** Successor of each programme that has one, by code. */
    Map<String, String> successors() {
        return getEntityManager().createQuery("select p.code, p.replacedBy from Programme p where p.replacedBy is not null", Object[].class)
                .getResultStream().collect(Collectors.toMap(row -> (String) row[0], row -> (String) row[1]));
    }

    /** Those where a day has come since they were published last: of a scheduled version, or of their replacement. */
    List<String> due(Instant now, LocalDate today) {
        return getEntityManager().createQuery("""
                select p.code from Programme p where (p.replacedOn <= :today and p.state <> :replaced)
                   or exists (select v.id from ProgrammeVersion v where v.programme = p and v.cancelledAt is null
                              and v.validFrom <= :now and v.number > p.versionInForce)
                order by p.id""", String.class)
                .setParameter("today", today).setParameter("replaced", ProgrammeState.REPLACED).setParameter("now", now).getResultList();
    }

    List<Cohort> cohorts(Programme programme) {
        return getEntityManager().createQuery("select c from Cohort c where c.programme = :programme order by c.startsOn, c.code", Cohort.class)
                .setParameter("programme", programme).getResultList();
    }

    /** Cohorts whose window is open or will open, in the order of their opening. */
    List<Cohort> cohortsNotClosed(Programme programme, Instant now) {
        return getEntityManager().createQuery(
                        "select c from Cohort c where c.programme = :programme and c.windowClosesAt > :now "
                                + "order by c.windowOpensAt, c.windowClosesAt, c.code", Cohort.class)
                .setParameter("programme", programme).setParameter("now", now).getResultList();
    }

    Optional<Cohort> cohort(Programme programme, String code) {
        return getEntityManager().createQuery("select c from Cohort c where c.programme = :programme and c.code = :code", Cohort.class)
                .setParameter("programme", programme).setParameter("code", code).getResultStream().findFirst();
    }
}
