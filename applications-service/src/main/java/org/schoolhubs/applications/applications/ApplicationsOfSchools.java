package org.schoolhubs.applications.applications;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.schoolhubs.applications.imports.LiveApplications;

/** Tells imports which applications a changed school concerns. */
@ApplicationScoped
class ApplicationsOfSchools implements LiveApplications {
    private final EntityManager entities;

    ApplicationsOfSchools(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    @Transactional
    public void each(BiConsumer<String, UUID> schoolAndApplication) {
        var live = Arrays.stream(ApplicationState.values()).filter(ApplicationState::isLive).toList();
        try (var rows = entities.createQuery("""
                select coalesce(s.urn, a.urn), a.id from Application a left join a.schools s where a.state in :live""", Object[].class)
                .setParameter("live", live).getResultStream()) {
            rows.forEach(row -> schoolAndApplication.accept(row[0].toString(), (UUID) row[1]));
        }
    }

    @Override
    @Transactional
    public Set<String> withApplications(Collection<String> urns) {
        return new HashSet<>(entities.createNativeQuery("""
                select urn from application where urn = any(:urns) union select urn from application_school where urn = any(:urns)""", String.class)
                .setParameter("urns", urns.toArray(String[]::new)).getResultList());
    }
}
