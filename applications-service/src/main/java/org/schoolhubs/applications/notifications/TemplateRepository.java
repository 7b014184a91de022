package org.schoolhubs.applications.notifications;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Finds templates and their versions. */
@ApplicationScoped
class TemplateRepository implements PanacheRepositoryBase<NotificationTemplate, UUID> {
    Optional<NotificationTemplate> byCode(String code) {
        return find("code", code).firstResultOptional();
    }

    /** The version in force: the one that came into force last. */
    Optional<TemplateVersion> inForce(NotificationTemplate template, Instant at) {
        return getEntityManager().createQuery("""
                select v from TemplateVersion v where v.templateId = :template and v.activeFrom <= :at order by v.activeFrom desc, v.number desc""", TemplateVersion.class)
                .setParameter("template", template.id()).setParameter("at", at).setMaxResults(1).getResultStream().findFirst();
    }

    Optional<TemplateVersion> version(NotificationTemplate template, int number) {
        return getEntityManager().createQuery("select v from TemplateVersion v where v.templateId = :template and v.number = :number", TemplateVersion.class)
                .setParameter("template", template.id()).setParameter("number", number).getResultStream().findFirst();
    }

    /** All versions, the first one first. */
    List<TemplateVersion> versions(NotificationTemplate template) {
        return getEntityManager().createQuery("select v from TemplateVersion v where v.templateId = :template order by v.number", TemplateVersion.class)
                .setParameter("template", template.id()).getResultList();
    }

    void add(TemplateVersion version) {
        getEntityManager().persist(version);
    }
}
