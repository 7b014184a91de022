package org.schoolhubs.applications.programmes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;

/** Keeps what each cohort offered, version by version. The programme is held by whoever adds one, so that the numbers have no gaps. */
@ApplicationScoped
class CohortVersions {
    private final EntityManager entities;
    private final ChangePapers papers;

    CohortVersions(EntityManager entities, ChangePapers papers) {
        this.entities = entities;
        this.papers = papers;
    }

    /** The first one, of a cohort that is new. */
    void first(Cohort cohort, String madeBy, String reason, Instant now) {
        entities.persist(new CohortVersion(cohort, 1, new CohortVersion.Making(papers.write(cohort.terms()), madeBy, null, null, reason), now));
    }

    /** The next one, as a change has made it. */
    void next(Cohort cohort, CatalogueChange change, Instant now) {
        int latest = entities.createQuery("select coalesce(max(v.number), 0) from CohortVersion v where v.cohort = :cohort", Integer.class)
                .setParameter("cohort", cohort).getSingleResult();
        entities.persist(new CohortVersion(cohort, latest + 1,
                new CohortVersion.Making(change.after(), change.madeBy(), change.decidedBy(), change.id(), change.reason()), now));
    }

    /** Oldest first. */
    List<CohortVersionView> of(Cohort cohort) {
        List<CohortVersion> versions = entities.createQuery("select v from CohortVersion v where v.cohort = :cohort order by v.number", CohortVersion.class)
                .setParameter("cohort", cohort).getResultList();
        return CohortVersionView.of(versions, papers::terms);
    }
}
