package org.schoolhubs.applications.selection;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.schoolhubs.kernel.Urn;

/** Selection lists as the tables hold them, wherever nothing else reads them. */
@DefaultBean
@ApplicationScoped
class CurrentSelections implements SelectionLists {
    private static final String FIND = """
            select l.id, l.list_number, l.dated_on, l.cohort, e.urn, e.rank, e.reason, l.source_file from selection_list l join selection_entry e on e.list_id = l.id
            where l.current and l.programme = :programme and l.pathway = :pathway and e.urn = :urn order by l.dated_on desc""";

    private final EntityManager entities;

    CurrentSelections(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public Optional<SelectedSchool> find(String programme, String pathway, Urn urn) {
        @SuppressWarnings("unchecked")
        List<Tuple> rows = entities.createNativeQuery(FIND, Tuple.class).setParameter("programme", programme).setParameter("pathway", pathway)
                .setParameter("urn", urn.value()).getResultList();
        return rows.stream().findFirst().map(row -> new SelectedSchool(row.get("id", UUID.class), row.get("list_number", Integer.class),
                LocalDate.parse(String.valueOf(row.get("dated_on"))), row.get("cohort", String.class), new Urn(row.get("urn", String.class)), row.get("rank", Integer.class),
                row.get("reason", String.class), row.get("source_file", String.class)));
    }

    @Override
    public Optional<SelectedSchool> find(String programme, String pathway, String cohort, Urn urn) {
        return find(programme, pathway, urn).filter(one -> one.cohort().equals(cohort));
    }

    @Override
    public List<SelectedSchool> of(UUID listId) {
        return List.of();
    }
}
