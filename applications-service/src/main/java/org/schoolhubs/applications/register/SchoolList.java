package org.schoolhubs.applications.register;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.hibernate.jpa.HibernateHints;
import org.schoolhubs.kit.web.ListQuery;
import org.schoolhubs.kit.web.Page;
import org.schoolhubs.kit.web.PageRequest;

/** Lists of schools: by URN, by change, by distance, and as a whole. */
@ApplicationScoped
class SchoolList {
    static final Extract<SchoolView> EXTRACT = Extract.of(SchoolView.class);
    private static final String DISTANCE = "cast(sql('(point(?, ?) <-> point(?, ?))', e.easting, e.northing, :nearEasting, :nearNorthing) as Double)";
    private static final int ROWS_A_FETCH = 500;
    /** How long an extract may take to be read, seconds: it holds a connection and a snapshot of the register. */
    private static final int EXTRACT_SECONDS = 900;

    private final EntityManager entities;

    SchoolList(EntityManager entities) {
        this.entities = entities;
    }

    /** A page by URN, or by change. */
    @Transactional
    Page<SchoolView> page(SchoolQuery query, PageRequest page) {
        var list = ListQuery.byText(entities, School.class, "urn", School::urn, School::updatedAt);
        query.conditions().forEach(condition -> list.restrict(condition.text(), condition.parameters()));
        return list.fetch(page, SchoolView::of);
    }

    /**
     * A page of the schools in a circle, nearest first, those of one distance by URN.
     *
     * @param after cursor of the page before; null for the first one
     */
    @Transactional
    Page<SchoolView> nearest(SchoolQuery query, int limit, DistanceCursor after) {
        var watermark = (Instant) entities.createNativeQuery("select kit_read_watermark()", Instant.class).getSingleResult();
        var found = entities.createQuery("select e, " + DISTANCE + " as distance from School e where " + where(query)
                + (after == null ? "" : " and (" + DISTANCE + " > :afterDistance or " + DISTANCE + " = :afterDistance and e.urn > :afterUrn)")
                + " order by distance, e.urn", Object[].class).setMaxResults(limit + 1);
        query.conditions().forEach(condition -> condition.parameters().forEach(found::setParameter));
        if (after != null) {
            found.setParameter("afterDistance", after.distance()).setParameter("afterUrn", after.urn());
        }
        List<Object[]> hits = found.getResultList();
        List<SchoolView> items = hits.stream().limit(limit).map(hit -> SchoolView.at(Math.round((Double) hit[1]), (School) hit[0])).toList();
        return new Page<>(items, hits.size() <= limit ? null : cursor(hits.get(limit - 1)).encode(), watermark);
    }

    private static DistanceCursor cursor(Object[] last) {
        return new DistanceCursor((Double) last[1], ((School) last[0]).urn());
    }

    /** Writes every school that matches, by URN, as the register was at one moment; a row at a time, however many there are. */
    void extract(SchoolQuery query, OutputStream out) {
        QuarkusTransaction.requiringNew().timeout(EXTRACT_SECONDS).run(() -> write(query, out));
    }

    private void write(SchoolQuery query, OutputStream out) {
        var all = entities.createQuery("select e from School e where " + where(query) + " order by e.urn", School.class)
                .setHint(HibernateHints.HINT_FETCH_SIZE, ROWS_A_FETCH);
        query.conditions().forEach(condition -> condition.parameters().forEach(all::setParameter));
        try (var csv = CsvWriter.builder().build(new OutputStreamWriter(out, StandardCharsets.UTF_8)); var schools = all.getResultStream()) {
            csv.writeRecord(EXTRACT.header());
            schools.forEach(school -> {
                csv.writeRecord(EXTRACT.row(SchoolView.of(school)));
                entities.detach(school);
            });
        } catch (IOException readerLeft) {
            throw new UncheckedIOException(readerLeft);
        }
    }

    private static String where(SchoolQuery query) {
        var conditions = query.conditions().stream().map(condition -> "(" + condition.text() + ")").collect(Collectors.joining(" and "));
        return conditions.isEmpty() ? "true" : conditions;
    }
}
