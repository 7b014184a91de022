package org.schoolhubs.applications.applications;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;
import org.schoolhubs.applications.ApplicationError;
import org.schoolhubs.applications.programmes.PathwayOffer;
import org.schoolhubs.kernel.Urn;
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
                    "Withdraw the other application first, or wait until it has ended: a school takes part in one of several overlapping programmes, by itself or with its trust.");
        }
        if (constraint.contains("application_one_draft")) {
            return Problem.of(ApplicationError.DRAFT_EXISTS, "Go on with the draft that is there: GET /v1/applications?state=DRAFT finds it.");
        }
        return violation;
    }

    /** Held until the end of the transaction, with what the last one left. */
    Application locked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(() -> Problem.notFound("application", id));
    }

    /** Two who invite from one list do so one after the other. */
    void holdInvitations(UUID listId) {
        getEntityManager().createNativeQuery("select 1 from (select pg_advisory_xact_lock(hashtextextended(:list, 0))) held").setParameter("list", "invitations:" + listId)
                .getSingleResult();
    }

    /** Whether the school has been invited by this list, or has an invitation to the cohort that goes on. */
    boolean isInvited(UUID listId, Urn urn, PathwayOffer offer) {
        return !getEntityManager().createQuery("""
                        select a.id from Application a where a.kind = :invited and a.urn = :urn
                        and (a.selectionListId = :list or a.cohortId = :cohort and a.pathway = :pathway and a.state not in :ended)""", UUID.class)
                .setParameter("invited", ApplicationKind.INVITED_SCHOOL).setParameter("urn", urn.value()).setParameter("list", listId)
                .setParameter("cohort", offer.cohortId()).setParameter("pathway", offer.pathway())
                .setParameter("ended", List.of(ApplicationState.WITHDRAWN, ApplicationState.REFUSED, ApplicationState.LAPSED, ApplicationState.DECLINED))
                .setMaxResults(1).getResultList().isEmpty();
    }

    /** Invitations whose day to confirm lies before {@code today}. */
    @Transactional
    List<UUID> unanswered(LocalDate today) {
        return getEntityManager().createQuery("select a.id from Application a where a.state = :invited and a.confirmBy < :today order by a.id", UUID.class)
                .setParameter("invited", ApplicationState.INVITED).setParameter("today", today).getResultList();
    }

    /** What the school or trust has begun for a pathway of a cohort and not ended. */
    Optional<Application> inCohort(ApplicationKind kind, String applicant, PathwayOffer offer) {
        return getEntityManager().createQuery("""
                        select a from Application a where a.kind = :kind and a.%s = :applicant and a.cohortId = :cohort and a.pathway = :pathway
                        and a.state in :begun order by a.id""".formatted(kind.isTrust() ? "trustUid" : "urn"), Application.class)
                .setParameter("kind", kind).setParameter("applicant", applicant).setParameter("cohort", offer.cohortId()).setParameter("pathway", offer.pathway())
                .setParameter("begun", List.of(ApplicationState.DRAFT, ApplicationState.SUBMITTED, ApplicationState.ACCEPTED, ApplicationState.ACTIVE))
                .setMaxResults(1).getResultStream().findFirst();
    }

    /** What the rules said at submission. */
    Optional<StoredAssessment> assessment(UUID applicationId) {
        return getEntityManager().createQuery("select a from StoredAssessment a where a.applicationId = :id and a.purpose = :submission", StoredAssessment.class)
                .setParameter("id", applicationId).setParameter("submission", StoredAssessment.Purpose.SUBMISSION).getResultStream().findFirst();
    }

    /** What the rules said each time the register had changed since the submission, oldest first. */
    List<StoredAssessment> rechecks(UUID applicationId) {
        return getEntityManager().createQuery("select a from StoredAssessment a where a.applicationId = :id and a.purpose = :recheck order by a.createdAt, a.id",
                        StoredAssessment.class)
                .setParameter("id", applicationId).setParameter("recheck", StoredAssessment.Purpose.RECHECK).getResultList();
    }

    /** What the rules said when they were last applied again. */
    Optional<StoredAssessment> latestRecheck(UUID applicationId) {
        return rechecks(applicationId).stream().reduce((earlier, later) -> later);
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
