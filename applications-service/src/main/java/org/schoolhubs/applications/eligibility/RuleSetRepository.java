package org.schoolhubs.applications.eligibility;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class RuleSetRepository implements PanacheRepositoryBase<RuleSetVersion, UUID> {
    private static final String IN_FORCE = """
            select v from RuleSetVersion v where v.target.programme = :programme and v.target.role = :role and (v.target.pathway = :pathway or v.target.pathway is null)
            and v.state = :published and v.validFrom <= :day order by v.target.pathway nulls last, v.validFrom desc""";

    Optional<RuleSetTarget> target(String code) {
        return Optional.ofNullable(getEntityManager().find(RuleSetTarget.class, code));
    }

    Optional<RuleSetTarget> targetOf(String programme, String pathway, ApplicantRole role) {
        return getEntityManager().createQuery("select t from RuleSetTarget t where t.programme = :programme and t.role = :role", RuleSetTarget.class)
                .setParameter("programme", programme).setParameter("role", role).getResultStream().filter(target -> target.judges(programme, pathway, role)).findFirst();
    }

    Optional<RuleSetVersion> version(String code, int number) {
        return find("target.code = ?1 and number = ?2", code, number).firstResultOptional();
    }

    /** All versions of a set, first ones first. */
    List<RuleSetVersion> versions(String code) {
        return list("target.code = ?1 order by number", code);
    }

    /** The published version that judges on a day: of the pathway's own set before that of the programme. */
    Optional<RuleSetVersion> inForce(String programme, String pathway, ApplicantRole role, LocalDate day) {
        return getEntityManager().createQuery(IN_FORCE, RuleSetVersion.class).setParameter("programme", programme).setParameter("pathway", pathway)
                .setParameter("role", role).setParameter("published", RuleSetState.PUBLISHED).setParameter("day", day).setMaxResults(1).getResultStream().findFirst();
    }
}
