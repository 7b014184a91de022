package org.schoolhubs.applications.selection;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.schoolhubs.kernel.Urn;

/** Reads the selection lists as they stand in the register. */
@ApplicationScoped
@DefaultBean
class SelectionRegister implements SelectionLists {
    private static final String ENTRIES = """
            select l.id, l.list_number, l.dated_on, l.cohort, e.urn, e.rank, e.reason, l.source_file from selection_entry e join selection_list l on l.id = e.list_id""";
    private final EntityManager entities;

    SelectionRegister(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    @Transactional
    public Optional<SelectedSchool> find(String programme, String pathway, Urn urn) {
        return schools(entities.createNativeQuery(ENTRIES + " where l.current and l.programme = :programme and l.pathway = :pathway and e.urn = :urn order by l.dated_on desc",
                Tuple.class).setParameter("programme", programme).setParameter("pathway", pathway).setParameter("urn", urn.value())).stream().findFirst();
    }

    @Override
    @Transactional
    public Optional<SelectedSchool> find(String programme, String pathway, String cohort, Urn urn) {
        return schools(entities.createNativeQuery(ENTRIES + " where l.current and l.programme = :programme and l.pathway = :pathway and l.cohort = :cohort and e.urn = :urn",
                        Tuple.class).setParameter("programme", programme).setParameter("pathway", pathway).setParameter("cohort", cohort).setParameter("urn", urn.value()))
                .stream().findFirst();
    }

    @Override
    @Transactional
    public List<SelectedSchool> of(UUID listId) {
        return schools(entities.createNativeQuery(ENTRIES + " where l.id = :id order by e.rank", Tuple.class).setParameter("id", listId));
    }

    @SuppressWarnings("unchecked") // asked for as tuples
    private static List<SelectedSchool> schools(Query query) {
        return ((List<Tuple>) query.getResultList()).stream().map(SelectionRegister::school).toList();
    }

    private static SelectedSchool school(Tuple row) {
        Object dated = row.get(2);
        return new SelectedSchool(row.get(0, UUID.class), row.get(1, Integer.class), dated instanceof Date day ? day.toLocalDate() : (LocalDate) dated,
                row.get(3, String.class), new Urn(row.get(4, String.class)), row.get(5, Integer.class), row.get(6, String.class), row.get(7, String.class));
    }
}
