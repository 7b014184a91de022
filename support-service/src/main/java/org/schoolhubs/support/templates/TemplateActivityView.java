package org.schoolhubs.support.templates;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.schoolhubs.support.templates.rules.DueRule;

/**
 * An activity that a template asks for.
 *
 * @param code             its code, unique within the template
 * @param position         order among activities due on one day
 * @param kind             what sort of activity
 * @param title            for people
 * @param description      what is to be done
 * @param mandatory        whether a plan cannot be completed without it
 * @param evidenceRequired whether a link or a note has to be given
 * @param evidence         which evidence, null where none is required
 * @param dueRule          when it is due
 */
@Schema(description = "An activity that the template asks for.")
public record TemplateActivityView(
        @Schema(examples = "behaviour-audit") String code,
        @Schema(examples = "30") int position,
        @Schema(examples = "AUDIT") ActivityKind kind,
        @Schema(examples = "Behaviour audit") String title,
        @Schema(examples = "The school finds out what works well in its behaviour culture and what does not.") String description,
        @Schema(description = "A plan cannot be completed while a mandatory activity is open.", examples = "true") boolean mandatory,
        @Schema(description = "Completing it needs a link or a note.", examples = "true") boolean evidenceRequired,
        @Schema(description = "Which evidence; null where none is required.", nullable = true,
                examples = "A link to the audit, or a note of its main findings.") String evidence,
        @Schema(description = "When it is due: calendar days from an anchor of a term, counted from the plan's first term. "
                + "A date that is no school day moves to the school day before it.") DueRule dueRule) {}
