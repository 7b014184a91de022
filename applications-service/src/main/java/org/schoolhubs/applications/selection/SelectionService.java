package org.schoolhubs.applications.selection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.schoolhubs.kernel.Urn;
import org.schoolhubs.kit.problem.Problem;
import org.schoolhubs.kit.web.ListQuery;
import org.schoolhubs.kit.web.Page;
import org.schoolhubs.kit.web.PageRequest;

/** Reads selection lists. */
@ApplicationScoped
class SelectionService implements SelectionLists {
    private static final String CURRENT = """
            select l, e from SelectionEntry e join SelectionList l on l.id = e.listId
            where e.urn = :urn and l.current and l.programme = :programme and l.pathway = :pathway""";
    private static final String CURRENT_OF_MANY = """
            select l, e from SelectionEntry e join SelectionList l on l.id = e.listId
            where e.urn in :urns and l.current and l.programme = :programme and l.pathway = :pathway order by l.datedOn desc, l.createdAt desc, l.id desc""";

    private final EntityManager entities;

    SelectionService(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    @Transactional
    public Optional<SelectedSchool> find(String programme, String pathway, Urn urn) {
        return entities.createQuery(CURRENT + " order by l.datedOn desc, l.createdAt desc, l.id desc", Object[].class)
                .setParameter("urn", urn.value()).setParameter("programme", programme).setParameter("pathway", pathway)
                .setMaxResults(1).getResultStream().findFirst().map(SelectionService::selected);
    }

    @Override
    @Transactional
    public Map<Urn, SelectedSchool> find(String programme, String pathway, Collection<Urn> urns) {
        return entities.createQuery(CURRENT_OF_MANY, Object[].class).setParameter("urns", urns.stream().map(Urn::value).toList())
                .setParameter("programme", programme).setParameter("pathway", pathway).getResultStream().map(SelectionService::selected)
                .collect(Collectors.toMap(SelectedSchool::urn, Function.identity(), (latest, earlier) -> latest));
    }

    @Override
    @Transactional
    public Optional<SelectedSchool> find(String programme, String pathway, String cohort, Urn urn) {
        return entities.createQuery(CURRENT + " and l.cohort = :cohort", Object[].class)
                .setParameter("urn", urn.value()).setParameter("programme", programme).setParameter("pathway", pathway).setParameter("cohort", cohort)
                .getResultStream().findFirst().map(SelectionService::selected);
    }

    @Override
    @Transactional
    public List<SelectedSchool> of(UUID listId) {
        var list = entities.find(SelectionList.class, listId);
        return list == null ? List.of() : entities.createQuery("select e from SelectionEntry e where e.listId = :list order by e.place", SelectionEntry.class)
                .setParameter("list", listId).getResultStream().map(entry -> entry.on(list)).toList();
    }

    @Override
    @Transactional
    public Optional<SelectionListHeader> header(UUID listId) {
        return Optional.ofNullable(entities.find(SelectionList.class, listId))
                .map(list -> new SelectionListHeader(listId, list.programme(), list.pathway(), list.cohort(), list.isCurrent()));
    }

    /** A page of lists, in the order in which they came. */
    @Transactional
    public Page<SelectionListView> list(String programme, String pathway, String cohort, Boolean current, PageRequest page) {
        return ListQuery.of(entities, SelectionList.class)
                .filter("e.programme = :programme", "programme", programme)
                .filter("e.pathway = :pathway", "pathway", pathway)
                .filter("e.cohort = :cohort", "cohort", cohort)
                .filter("e.current = :current", "current", current)
                .fetch(page, SelectionListView::of);
    }

    /** @throws Problem 404 for an unknown list */
    @Transactional
    public SelectionListView get(UUID id) {
        return SelectionListView.of(existing(id));
    }

    /**
     * A page of the schools of a list, in the order of priority.
     *
     * @throws Problem 404 for an unknown list
     */
    @Transactional
    public Page<SelectionEntryView> entries(UUID id, PageRequest page) {
        existing(id);
        return ListQuery.byText(entities, SelectionEntry.class, "place", SelectionEntry::place, SelectionEntry::changedAt)
                .restrict("e.listId = :list", Map.of("list", id)).fetch(page, SelectionEntryView::of);
    }

    private SelectionList existing(UUID id) {
        return Optional.ofNullable(entities.find(SelectionList.class, id)).orElseThrow(() -> Problem.notFound("selection list", id));
    }

    private static SelectedSchool selected(Object[] found) {
        return ((SelectionEntry) found[1]).on((SelectionList) found[0]);
    }
}
