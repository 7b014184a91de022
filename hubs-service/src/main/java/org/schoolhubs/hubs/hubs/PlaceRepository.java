package org.schoolhubs.hubs.hubs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * Places offered and held. Never read, computed and written back: each change is one conditional statement, which waits for whoever holds the row and then
 * looks again. Within a transaction places are changed before the hub itself, so that two of them cannot wait for each other.
 */
@ApplicationScoped
class PlaceRepository {
    private final EntityManager entities;

    PlaceRepository(EntityManager entities) {
        this.entities = entities;
    }

    /** Takes one place, if one is left. */
    boolean take(PlaceKey place) {
        return at(place, "update hub_place set held = held + 1 where hub_id = :hub and pathway = :pathway and cohort = :cohort and held < places")
                .executeUpdate() == 1;
    }

    /** Gives one place back; the check constraint refuses to give back what is not held. */
    void free(PlaceKey place) {
        int rows = at(place, "update hub_place set held = held - 1 where hub_id = :hub and pathway = :pathway and cohort = :cohort").executeUpdate();
        if (rows != 1) {
            throw new IllegalStateException("No such place: " + place);
        }
    }

    /** Sets how many places there are, unless more are held. */
    boolean offer(PlaceKey place, int places) {
        return at(place, """
                insert into hub_place (hub_id, pathway, cohort, places) values (:hub, :pathway, :cohort, :places)
                on conflict (hub_id, pathway, cohort) do update set places = excluded.places where hub_place.held <= excluded.places""")
                .setParameter("places", places).executeUpdate() == 1;
    }

    /** From now on the hub offers nothing beyond what is held, so that a placing that runs at this moment finds no place. */
    long offerNoMore(UUID hubId) {
        entities.createNativeQuery("update hub_place set places = held where hub_id = :hub").setParameter("hub", hubId).executeUpdate();
        return of(List.of(hubId)).stream().mapToLong(PlaceCount::held).sum();
    }

    /** The places of some hubs, by pathway and cohort. */
    List<PlaceCount> of(Collection<UUID> hubIds) {
        if (hubIds.isEmpty()) {
            return List.of();
        }
        @SuppressWarnings("unchecked") // asked for as tuples
        List<Tuple> rows = entities.createNativeQuery("""
                select hub_id, pathway, cohort, places, held from hub_place where hub_id in (:hubs) order by hub_id, pathway, cohort""", Tuple.class)
                .setParameter("hubs", hubIds)
                .getResultList();
        return rows.stream().map(PlaceRepository::count).toList();
    }

    private static PlaceCount count(Tuple row) {
        return new PlaceCount(row.get(0, UUID.class), row.get(1, String.class), row.get(2, String.class), row.get(3, Integer.class), row.get(4, Integer.class));
    }

    private Query at(PlaceKey place, String sql) {
        return entities.createNativeQuery(sql).setParameter("hub", place.hubId()).setParameter("pathway", place.pathway()).setParameter("cohort", place.cohort());
    }
}
