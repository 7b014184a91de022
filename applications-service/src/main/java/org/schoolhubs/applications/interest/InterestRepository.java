package org.schoolhubs.applications.interest;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;
import org.schoolhubs.kit.problem.Problem;

@ApplicationScoped
class InterestRepository implements PanacheRepositoryBase<ExpressionOfInterest, UUID> {
    private static final List<InterestState> LIVE = List.of(InterestState.WAITING, InterestState.OFFERED);
    private static final List<InterestState> FOLLOWING = List.of(InterestState.WAITING, InterestState.OFFERED, InterestState.CLOSED);

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

    /** Those of the schools that have an expression of interest which goes on when its school does. */
    List<String> touched(Collection<String> urns) {
        return getEntityManager().createQuery("select distinct e.urn from ExpressionOfInterest e where e.urn in :urns and e.state in :states", String.class)
                .setParameter("urns", urns).setParameter("states", FOLLOWING).getResultList();
    }

    /** The expressions of interest of a school that go on when it does, held until the end of the transaction. */
    List<ExpressionOfInterest> following(String urn) {
        return find("urn = ?1 and state in ?2 order by id", urn, FOLLOWING).withLock(LockModeType.PESSIMISTIC_WRITE).list();
    }

    /** Whether a school has a live expression of interest in a pathway beside this one. */
    boolean hasAnother(ExpressionOfInterest one, String urn) {
        return count("urn = ?1 and programme = ?2 and pathway = ?3 and state in ?4 and id <> ?5", urn, one.programme(), one.pathway(), LIVE, one.id()) > 0;
    }

    /** A pathway of a programme. */
    record Awaited(String programme, String pathway) {
    }
}
