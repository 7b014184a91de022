package org.schoolhubs.support.templates;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.schoolhubs.support.templates.rules.Anchor;
import org.schoolhubs.support.templates.rules.DueRule;

/** An activity of a template version, as it is stored. */
@Embeddable
class TemplateActivity {
    private int position;
    private String code;
    @Enumerated(EnumType.STRING)
    private ActivityKind kind;
    private String title;
    private String description;
    private boolean mandatory;
    private boolean evidenceRequired;
    private String evidence;
    private int termIndex;
    @Enumerated(EnumType.STRING)
    private Anchor anchor;
    private int offsetDays;

    /** For JPA. */
    protected TemplateActivity() {
    }

    int position() {
        return position;
    }

    TemplateActivityView view() {
        return new TemplateActivityView(code, position, kind, title, description, mandatory, evidenceRequired, evidence,
                new DueRule(termIndex, anchor, offsetDays));
    }
}
