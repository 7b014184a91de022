package org.schoolhubs.applications.applications;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;
import org.schoolhubs.applications.ApplicationError;
import org.schoolhubs.kit.problem.Problem;

@ApplicationScoped
class ApplicationRepository implements PanacheRepositoryBase<Application, UUID> {
    /** Writes what has changed; the database settles races that no reading before could. */
    void settle() {
        try {
            getEntityManager().flush();
        } catch (ConstraintViolationException violation) {
            throw refusal(violation);
        }
    }

    private static RuntimeException refusal(ConstraintViolationException violation) {
        String constraint = String.valueOf(violation.getConstraintName());
        if (constraint.contains("application_no_overlap")) {
            return Problem.of(ApplicationError.OVERLAPPING_APPLICATION,
                    "Withdraw the other application of this school first, or wait until it has ended: a school takes part in one of several overlapping programmes.");
        }
        if (constraint.contains("application_one_draft")) {
            return Problem.of(ApplicationError.DRAFT_EXISTS, "Go on with the draft that is there: GET /v1/applications?state=DRAFT finds it.");
        }
        return violation;
    }

    /** What the rules said at submission. */
    Optional<StoredAssessment> assessment(UUID applicationId) {
        return getEntityManager().createQuery("select a from StoredAssessment a where a.applicationId = :id", StoredAssessment.class)
                .setParameter("id", applicationId).getResultStream().findFirst();
    }

    /** The decision that holds or waits for its second person. */
    Optional<Decision> decision(UUID applicationId) {
        return getEntityManager().createQuery("select d from Decision d where d.applicationId = :id and d.state <> :rejected", Decision.class)
                .setParameter("id", applicationId).setParameter("rejected", DecisionState.REJECTED).getResultStream().findFirst();
    }

    /** The applications that ended before a day without support to its end, and still name people. */
    List<UUID> endedWithoutSupport(LocalDate day) {
        return getEntityManager().createQuery("""
                select a.id from Application a where a.endedOn < :day and a.state <> :completed
                and exists (select 1 from LeaderRow r where r.applicationId = a.id)""", UUID.class)
                .setParameter("day", day).setParameter("completed", ApplicationState.COMPLETED).getResultList();
    }

    void add(Object insertOnly) {
        getEntityManager().persist(insertOnly);
    }
}
