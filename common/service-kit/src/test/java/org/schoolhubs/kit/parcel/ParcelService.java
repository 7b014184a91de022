package org.schoolhubs.kit.parcel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.schoolhubs.kit.journal.Entry;
import org.schoolhubs.kit.journal.HistoryEntry;
import org.schoolhubs.kit.journal.Journal;
import org.schoolhubs.kit.problem.Problem;
import org.schoolhubs.kit.security.Caller;
import org.schoolhubs.kit.web.ListQuery;
import org.schoolhubs.kit.web.Page;
import org.schoolhubs.kit.web.PageRequest;
import org.schoolhubs.kit.web.Precondition;

@ApplicationScoped
class ParcelService {
    private final EntityManager entities;
    private final Journal journal;
    private final Caller caller;
    private final Clock clock;

    ParcelService(EntityManager entities, Journal journal, Caller caller, Clock clock) {
        this.entities = entities;
        this.journal = journal;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    ParcelView pack(String label, int weight) {
        Parcel parcel = new Parcel(label, weight, caller.subject(), clock.instant());
        entities.persist(parcel);
        journal.append(Entry.of(parcel, "Parcel").event("ParcelPacked").publish("hubs.v1", parcel.id(), new ParcelPacked(parcel.id(), weight)).changed("state"));
        return parcel.view();
    }

    @Transactional
    ParcelView act(UUID id, Precondition precondition, Parcel.Act act) {
        Parcel parcel = visible(id);
        precondition.check(parcel);
        parcel.act(act);
        journal.append(Entry.of(parcel, "Parcel").event("Parcel" + act).changed("state").because("because"));
        return parcel.view();
    }

    @Transactional
    void relabel(UUID id, String label) {
        Parcel parcel = entities.find(Parcel.class, id);
        parcel.relabel(label);
    }

    @Transactional
    ParcelView get(UUID id) {
        return visible(id).view();
    }

    @Transactional
    List<HistoryEntry> history(UUID id) {
        return journal.history("Parcel", visible(id).id());
    }

    @Transactional
    Page<ParcelView> list(PageRequest page, String label, Parcel.State state, UUID id) {
        return ListQuery.of(entities, Parcel.class).filter("e.label = :label", "label", label)
                .filter("e.state = :state", "state", state).filter("e.id = :id", "id", id).fetch(page, Parcel::view);
    }

    private Parcel visible(UUID id) {
        Parcel parcel = entities.find(Parcel.class, id);
        if (parcel == null || !parcel.isOwnedBy(caller.subject())) {
            throw Problem.notFound("parcel", id);
        }
        return parcel;
    }

    record ParcelPacked(UUID parcelId, int weight) {
    }
}
