package org.schoolhubs.support.templates;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.schoolhubs.kit.problem.Problem;
import org.schoolhubs.kit.time.LondonDates;

/** The templates in force today: of each template the highest version whose first day has come. */
@ApplicationScoped
public class PlanTemplateService {
    private final PlanTemplateRepository templates;
    private final Clock clock;

    PlanTemplateService(PlanTemplateRepository templates, Clock clock) {
        this.templates = templates;
        this.clock = clock;
    }

    @Transactional
    List<PlanTemplateView> all() {
        return templates.inForce(LondonDates.today(clock)).stream().map(PlanTemplate::view).toList();
    }

    /** @throws Problem 404 if there is no such template in force */
    @Transactional
    PlanTemplateView get(String code) {
        return templates.inForce(code, LondonDates.today(clock)).map(PlanTemplate::view).orElseThrow(() -> Problem.notFound("plan template", code));
    }

    /** The template that a plan of this pathway opened today follows; empty while the pathway has none. */
    @Transactional
    public Optional<PlanTemplateView> forPathway(String programme, String pathway) {
        return templates.inForce(programme, pathway, LondonDates.today(clock)).map(PlanTemplate::view);
    }
}
