package org.schoolhubs.applications.register;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.schoolhubs.kernel.Urn;
import org.schoolhubs.kit.problem.Problem;

/** Reads a school's inspections of all generations, now and before. */
@ApplicationScoped
class InspectionHistory {
    private static final TypeReference<TreeMap<String, String>> GRADES = new TypeReference<>() {
    };
    private static final String SELECT = """
            select kind, inspection_number, inspected_on, published_on, overall_effectiveness, ungraded_outcome, cast(grades as text) as grades, category_of_concern,
              predecessor, urn_at_time, import_id, source_file, source_as_at, valid_to
            from inspection_history where urn = :urn order by inspected_on desc, source_as_at desc, kind""";

    private final EntityManager entities;
    private final ObjectMapper json;

    InspectionHistory(EntityManager entities, ObjectMapper json) {
        this.entities = entities;
        this.json = json;
    }

    /**
     * All that files said of a school's inspections, newest inspection first.
     *
     * @throws Problem 404 for a URN that the register does not know
     */
    @Transactional
    public InspectionHistoryView of(Urn urn) {
        if (entities.find(School.class, urn.value()) == null) {
            throw Problem.notFound("school", urn);
        }
        List<Tuple> rows = entities.createNativeQuery(SELECT, Tuple.class).setParameter("urn", urn.value()).getResultList();
        return new InspectionHistoryView(urn.value(), rows.stream().map(this::item).toList());
    }

    private InspectionHistoryView.Item item(Tuple row) {
        var source = new Source(row.get("import_id", UUID.class), row.get("source_file", String.class), day(row, "source_as_at"));
        var inspection = new InspectionView(InspectionRecord.Kind.valueOf(row.get("kind", String.class)), row.get("inspection_number", String.class), day(row, "inspected_on"),
                day(row, "published_on"), row.get("overall_effectiveness", String.class), row.get("ungraded_outcome", String.class),
                grades(row.get("grades", String.class)), row.get("category_of_concern", String.class), row.get("predecessor", Boolean.class),
                row.get("urn_at_time", String.class), source);
        var validTo = day(row, "valid_to");
        return new InspectionHistoryView.Item(validTo == null, source.asAt(), validTo, inspection);
    }

    private static LocalDate day(Tuple row, String column) {
        var day = row.get(column);
        return day instanceof java.sql.Date date ? date.toLocalDate() : (LocalDate) day;
    }

    private TreeMap<String, String> grades(String text) {
        try {
            return json.readValue(text, GRADES);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Grades of an inspection are no JSON object", impossible);
        }
    }
}
