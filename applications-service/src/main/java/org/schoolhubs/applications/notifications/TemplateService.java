package org.schoolhubs.applications.notifications;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.schoolhubs.applications.notifications.rules.Placeholder;
import org.schoolhubs.applications.notifications.rules.TemplateText;
import org.schoolhubs.kit.journal.Entry;
import org.schoolhubs.kit.journal.Journal;
import org.schoolhubs.kit.problem.Problem;
import org.schoolhubs.kit.security.Caller;
import org.schoolhubs.kit.web.ListQuery;
import org.schoolhubs.kit.web.Page;
import org.schoolhubs.kit.web.PageRequest;
import org.schoolhubs.kit.web.Precondition;

/** Shows and changes what e-mail says. */
@ApplicationScoped
class TemplateService {
    private final TemplateRepository templates;
    private final EntityManager entities;
    private final Journal journal;
    private final Caller caller;
    private final Clock clock;

    TemplateService(TemplateRepository templates, EntityManager entities, Journal journal, Caller caller, Clock clock) {
        this.templates = templates;
        this.entities = entities;
        this.journal = journal;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    Page<TemplateViews.Template> list(PageRequest page) {
        return ListQuery.of(entities, NotificationTemplate.class).fetch(page, this::view);
    }

    @Transactional
    TemplateViews.Template get(String code) {
        return view(existing(code));
    }

    /**
     * Adds a version; the one in force stays until it comes into force, and what was sent stays what it was.
     *
     * @throws Problem 422 {@code template-invalid}, {@code template-in-the-past}
     */
    @Transactional
    TemplateViews.Template add(String code, Precondition precondition, TemplateViews.NewVersion wanted) {
        NotificationTemplate template = existing(code);
        precondition.check(template);
        templates.add(template.add(wanted.subject(), wanted.body(), wanted.providerTemplateId(), wanted.activeFrom(), caller.subject(), clock.instant()));
        journal.append(Entry.of(template, "NotificationTemplate").event("NotificationTemplateVersionAdded").changed("versions"));
        return view(template);
    }

    /** A version with sample values. */
    @Transactional
    TemplateViews.Preview preview(String code, int number) {
        TemplateVersion version = templates.version(existing(code), number).orElseThrow(() -> Problem.notFound("version of " + code, number));
        Map<String, String> samples = existing(code).moment().placeholders().stream().collect(Collectors.toMap(Placeholder::word, Placeholder::sample));
        return new TemplateViews.Preview(TemplateText.fill(version.subject(), samples), TemplateText.fill(version.body(), samples));
    }

    private TemplateViews.Template view(NotificationTemplate template) {
        List<TemplateViews.Version> versions = templates.versions(template).stream().map(TemplateViews.Version::of).toList();
        int inForce = templates.inForce(template, clock.instant()).map(TemplateVersion::number).orElse(0);
        return new TemplateViews.Template(template.code(), template.eventType(), template.audience(), template.category(), template.category().mandatory(),
                inForce, versions, template.version());
    }

    private NotificationTemplate existing(String code) {
        return templates.byCode(code).orElseThrow(() -> Problem.notFound("template", code));
    }
}
