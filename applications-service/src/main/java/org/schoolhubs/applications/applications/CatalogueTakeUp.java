package org.schoolhubs.applications.applications;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Set;
import org.schoolhubs.applications.programmes.TakeUp;

/** Tells the catalogue what its programmes and cohorts are used for, so that a change of them hurts nobody. */
@ApplicationScoped
class CatalogueTakeUp implements TakeUp {
    private static final Set<ApplicationState> ENDED = Set.of(ApplicationState.DECLINED, ApplicationState.WITHDRAWN, ApplicationState.COMPLETED);
    private static final Set<ApplicationState> ACCEPTED = Set.of(ApplicationState.ACCEPTED, ApplicationState.ACTIVE, ApplicationState.COMPLETED);
    private final EntityManager entities;

    CatalogueTakeUp(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public List<Count> of(String programme, String cohort) {
        TypedQuery<Object[]> counts = entities.createQuery("""
                select a.pathway, count(a), sum(case when a.state in :ended then 0 else 1 end), sum(case when a.state in :accepted then 1 else 0 end)
                from Application a where a.programme = :programme""" + (cohort == null ? "" : " and a.cohort = :cohort") + " group by a.pathway", Object[].class)
                .setParameter("ended", ENDED).setParameter("accepted", ACCEPTED).setParameter("programme", programme);
        if (cohort != null) {
            counts.setParameter("cohort", cohort);
        }
        return counts.getResultStream().map(row -> new Count((String) row[0], number(row[1]), number(row[2]), number(row[3]))).toList();
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }
}
