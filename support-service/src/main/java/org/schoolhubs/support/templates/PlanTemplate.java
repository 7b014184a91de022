package org.schoolhubs.support.templates;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.hibernate.annotations.Immutable;

/** One version of a pathway's template. Never changed: a change is a new version. */
@Entity
@Immutable
@Table(name = "plan_template")
class PlanTemplate {
    @Id
    private short id;
    private String code;
    private int version;
    private String programme;
    private String pathway;
    private String name;
    private String description;
    private LocalDate validFrom;
    private Integer expectedMinDays;
    private Integer expectedMaxDays;

    @ElementCollection
    @Immutable
    @CollectionTable(name = "template_activity", joinColumns = @JoinColumn(name = "template_id"))
    private List<TemplateActivity> activities;

    /** For JPA. */
    protected PlanTemplate() {
    }

    PlanTemplateView view() {
        var expected = expectedMinDays == null ? null : new ExpectedDays(expectedMinDays, expectedMaxDays);
        return new PlanTemplateView(code, version, programme, pathway, name, description, validFrom, expected,
                activities.stream().sorted(Comparator.comparing(TemplateActivity::position)).map(TemplateActivity::view).toList());
    }
}
