package org.schoolhubs.applications.selection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;

/** Says what a selection list is for, superseded ones included. */
@ApplicationScoped
public class SelectionListHeaders {
    private final EntityManager entities;

    SelectionListHeaders(EntityManager entities) {
        this.entities = entities;
    }

    /** Empty for an unknown list. */
    @Transactional
    @SuppressWarnings("unchecked") // asked for as tuples
    public Optional<SelectionListHeader> find(UUID listId) {
        return entities.createNativeQuery("select id, programme, pathway, cohort, current from selection_list where id = :id", Tuple.class)
                .setParameter("id", listId).getResultStream().findFirst().map(row -> header((Tuple) row));
    }

    private static SelectionListHeader header(Tuple row) {
        return new SelectionListHeader(row.get(0, UUID.class), row.get(1, String.class), row.get(2, String.class), row.get(3, String.class), row.get(4, Boolean.class));
    }
}
