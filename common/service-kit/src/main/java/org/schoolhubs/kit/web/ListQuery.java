package org.schoolhubs.kit.web;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.schoolhubs.kit.aggregate.Aggregate;

/**
 * A keyset-paged list. Without {@code updatedSince} it is ordered by the key; with it by (changed_at, key), and reads only behind the watermark: rows of
 * transactions that are still running, or began no earlier than one that is, are left for the next reading, so that nothing which commits late is skipped.
 * In conditions the entity is {@code e}.
 *
 * @param <E> entity; it has the attribute {@code changedAt}
 */
public final class ListQuery<E> {
    /** Taken before the snapshot of the list's own query; the migration of the kit says why that is enough. */
    private static final String WATERMARK = "select kit_read_watermark()";

    private final EntityManager entities;
    private final Class<E> type;
    private final String keyAttribute;
    private final Function<E, String> keyOf;
    private final Function<String, Object> keyFrom;
    private final Function<E, Instant> changedAt;
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new LinkedHashMap<>();

    private ListQuery(EntityManager entities, Class<E> type, String keyAttribute, Function<E, String> keyOf, Function<String, Object> keyFrom,
            Function<E, Instant> changedAt) {
        this.entities = entities;
        this.type = type;
        this.keyAttribute = keyAttribute;
        this.keyOf = keyOf;
        this.keyFrom = keyFrom;
        this.changedAt = changedAt;
    }

    /** A list of aggregates in the order of their creation. */
    public static <E extends Aggregate> ListQuery<E> of(EntityManager entities, Class<E> type) {
        return new ListQuery<>(entities, type, "id", e -> e.id().toString(), UUID::fromString, Aggregate::changedAt);
    }

    /** A list of entities that are ordered by a unique text attribute. */
    public static <E> ListQuery<E> byText(EntityManager entities, Class<E> type, String attribute, Function<E, String> keyOf, Function<E, Instant> changedAt) {
        return new ListQuery<>(entities, type, attribute, keyOf, key -> key, changedAt);
    }

    /** A filter that the caller may leave out: ignored when {@code value} is null. */
    public ListQuery<E> filter(String condition, String name, Object value) {
        return value == null ? this : restrict(condition, Map.of(name, value));
    }

    /** A condition that always holds, for example what the caller may see. */
    public ListQuery<E> restrict(String condition, Map<String, ?> values) {
        conditions.add("(" + condition + ")");
        parameters.putAll(values);
        return this;
    }

    /**
     * Runs it; within a transaction.
     *
     * @throws org.schoolhubs.kit.problem.Problem 400 for a cursor or an instant that is not one
     */
    public <V> Page<V> fetch(PageRequest page, Function<E, V> view) {
        Instant since = page.updatedSince();
        boolean incremental = since != null;
        Cursor cursor = page.after() == null ? null : Cursor.decode(page.after(), type.getSimpleName(), incremental);
        Instant watermark = cursor != null && incremental ? cursor.watermark() : watermark();
        if (incremental) {
            restrict("e.changedAt >= :pageSince and e.changedAt < :pageWatermark", Map.of("pageSince", since, "pageWatermark", watermark));
        }
        if (cursor != null) {
            restrict(incremental ? "e.changedAt > :pageAt or (e.changedAt = :pageAt and e." + keyAttribute + " > :pageKey)" : "e." + keyAttribute + " > :pageKey",
                    incremental ? Map.of("pageAt", cursor.changedAt(), "pageKey", key(cursor)) : Map.of("pageKey", key(cursor)));
        }
        List<E> rows = query(incremental).setMaxResults(page.limit() + 1).getResultList();
        boolean more = rows.size() > page.limit();
        List<E> shown = more ? rows.subList(0, page.limit()) : rows;
        String next = more ? cursorOf(shown.get(shown.size() - 1), incremental, watermark).encode() : null;
        return new Page<>(shown.stream().map(view).toList(), next, watermark);
    }

    private Object key(Cursor cursor) {
        try {
            return keyFrom.apply(cursor.key());
        } catch (IllegalArgumentException notOurs) {
            throw Cursor.invalid();
        }
    }

    private Cursor cursorOf(E last, boolean incremental, Instant watermark) {
        return incremental ? new Cursor(type.getSimpleName(), changedAt.apply(last), watermark, keyOf.apply(last)) : new Cursor(type.getSimpleName(), null, null, keyOf.apply(last));
    }

    private TypedQuery<E> query(boolean incremental) {
        String where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
        String order = incremental ? " order by e.changedAt, e." + keyAttribute : " order by e." + keyAttribute;
        TypedQuery<E> query = entities.createQuery("select e from " + type.getSimpleName() + " e" + where + order, type);
        parameters.forEach(query::setParameter);
        return query;
    }

    private Instant watermark() {
        return (Instant) entities.createNativeQuery(WATERMARK, Instant.class).getSingleResult();
    }
}
