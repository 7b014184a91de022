package org.schoolhubs.support.templates;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
class PlanTemplateRepository implements PanacheRepositoryBase<PlanTemplate, Short> {
    private static final String IN_FORCE =
            "validFrom <= ?1 and version = (select max(t.version) from PlanTemplate t where t.code = e.code and t.validFrom <= ?1)";

    List<PlanTemplate> inForce(LocalDate day) {
        return list("from PlanTemplate e where " + IN_FORCE + " order by e.code", day);
    }

    Optional<PlanTemplate> inForce(String code, LocalDate day) {
        return find("from PlanTemplate e where " + IN_FORCE + " and e.code = ?2", day, code).firstResultOptional();
    }

    Optional<PlanTemplate> inForce(String programme, String pathway, LocalDate day) {
        return find("from PlanTemplate e where " + IN_FORCE + " and e.programme = ?2 and e.pathway = ?3", day, programme, pathway).firstResultOptional();
    }
}
