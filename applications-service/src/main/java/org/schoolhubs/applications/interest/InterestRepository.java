package org.schoolhubs.applications.interest;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;
import org.schoolhubs.kit.problem.Problem;

@ApplicationScoped
class InterestRepository implements PanacheRepositoryBase<ExpressionOfInterest, UUID> {
    /** Writes what has changed; the database settles races that no reading before could. */
    void settle() {
        try {
            getEntityManager().flush();
        } catch (ConstraintViolationException violation) {
            if (String.valueOf(violation.getConstraintName()).contains("expression_once")) {
                throw Problem.of(InterestError.EXPRESSION_EXISTS, "Look at the one that is there: GET /v1/expressions-of-interest.");
            }
            throw violation;
        }
    }

    /** The pathways that somebody waits for. */
    @Transactional
    List<Awaited> awaited() {
        return getEntityManager().createQuery("""
                select distinct new org.schoolhubs.applications.interest.InterestRepository$Awaited(e.programme, e.pathway)
                from ExpressionOfInterest e where e.state = :waiting order by e.programme, e.pathway""", Awaited.class)
                .setParameter("waiting", InterestState.WAITING).getResultList();
    }

    /** Those who wait for a pathway, in the order in which they came. */
    @Transactional
    List<UUID> waiting(Awaited pathway) {
        return getEntityManager().createQuery("""
                        select e.id from ExpressionOfInterest e
                        where e.state = :waiting and e.programme = :programme and e.pathway = :pathway order by e.id""", UUID.class)
                .setParameter("waiting", InterestState.WAITING)
                .setParameter("programme", pathway.programme()).setParameter("pathway", pathway.pathway()).getResultList();
    }

    /** Held until the end of the transaction, and only if it still waits: of two who follow it up, the second finds nothing to do. */
    Optional<ExpressionOfInterest> lockedWaiting(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).filter(one -> one.state() == InterestState.WAITING);
    }

    /** A pathway of a programme. */
    record Awaited(String programme, String pathway) {
    }
}
