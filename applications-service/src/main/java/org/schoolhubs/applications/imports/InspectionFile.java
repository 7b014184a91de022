package org.schoolhubs.applications.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.schoolhubs.applications.imports.rules.Columns;
import org.schoolhubs.applications.imports.rules.InspectedSchool;
import org.schoolhubs.applications.imports.rules.InspectionRows;

/**
 * Ofsted's management information: the latest inspection of each generation, school by school. What a file no longer names for a school that it lists goes
 * to the history. Schools that it does not list keep what they had.
 */
@ApplicationScoped
class InspectionFile implements RegisterFile {
    private static final String COLUMNS = "inspection_number, inspected_on, published_on, overall_effectiveness, ungraded_outcome, grades, "
            + "category_of_concern, predecessor, urn_at_time";
    private static final String DEFINITIONS = "urn text not null, kind text not null, inspection_number text not null, inspected_on date not null, "
            + "published_on date, overall_effectiveness text, ungraded_outcome text, grades jsonb not null, category_of_concern text, "
            + "predecessor boolean not null, urn_at_time text";

    private static final String UNKNOWN_SCHOOLS = """
            select line, 'URN' as column_name, urn as value, 'school-unknown' as code,
              'The register has no such school: import the GIAS file of the same time first.' as reason
            from inspected_school f where not exists (select from school s where s.urn = f.urn)""";
    private static final String FORGET_UNKNOWN_SCHOOLS = "delete from inspected_school f where not exists (select from school s where s.urn = f.urn)";
    private static final String FORGET_UNKNOWN_INSPECTIONS = """
            delete from inspection_staging t where not exists (select from inspected_school f where f.urn = t.urn)""";

    /** What differs between file and register, for the schools of the file: {@code existed} in the register, {@code present} in the file. */
    private static final String COMPARE = """
            create temporary table inspection_change on commit drop as
            select coalesce(t.urn, i.urn) as urn, coalesce(t.kind, i.kind) as kind, i.urn is not null as existed, t.urn is not null as present,
              t.inspection_number, t.inspected_on, t.published_on, t.overall_effectiveness, t.ungraded_outcome, t.grades, t.category_of_concern,
              t.predecessor, t.urn_at_time
            from inspection_staging t full join (select i.* from inspection i join inspected_school f on f.urn = i.urn) as i
              on i.urn = t.urn and i.kind = t.kind
            where t.urn is null or i.urn is null
              or (t.inspection_number, t.inspected_on, t.published_on, t.overall_effectiveness, t.ungraded_outcome, t.grades, t.category_of_concern,
                  t.predecessor, t.urn_at_time)
                is distinct from (i.inspection_number, i.inspected_on, i.published_on, i.overall_effectiveness, i.ungraded_outcome, i.grades,
                  i.category_of_concern, i.predecessor, i.urn_at_time)""";
    private static final String SCHOOLS_CHANGED = "select count(distinct urn) from inspection_change";
    private static final String SCHOOLS_NEW = """
            select count(distinct c.urn) from inspection_change c where not exists (select from inspection i where i.urn = c.urn)""";

    private static final String KEEP_OLD_VERSIONS = """
            insert into inspection_version (urn, kind, valid_from, valid_to, import_id, superseded_by, content)
            select i.urn, i.kind, i.source_as_at, ?, i.import_id, ?, to_jsonb(i)
            from inspection i join inspection_change c on c.urn = i.urn and c.kind = i.kind order by i.urn, i.kind""";
    private static final String DELETE = """
            delete from inspection i using inspection_change c where c.urn = i.urn and c.kind = i.kind and not c.present""";
    private static final String UPSERT = """
            insert into inspection (urn, kind, import_id, source_file, source_as_at, %1$s)
            select urn, kind, ?, ?, ?, %1$s from inspection_change where present order by urn, kind
            on conflict (urn, kind) do update set (import_id, source_file, source_as_at, %1$s)
              = (excluded.import_id, excluded.source_file, excluded.source_as_at, excluded.%2$s)""".formatted(COLUMNS, COLUMNS.replace(", ", ", excluded."));

    private static final String MISSING = """
            select count(distinct i.urn) from inspection i
            where not exists (select from inspected_school f where f.urn = i.urn) and not exists (select from rejected_urn r where r.urn = i.urn)""";

    private final ObjectMapper json;

    InspectionFile(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public ImportKind kind() {
        return ImportKind.OFSTED_INSPECTIONS;
    }

    @Override
    public List<String> requiredColumns() {
        return InspectionRows.REQUIRED_COLUMNS;
    }

    @Override
    public Loader begin(Staging staging) throws SQLException {
        var schools = staging.into("inspected_school", "urn text not null, line bigint not null", "urn, line");
        var inspections = staging.into("inspection_staging", DEFINITIONS, "urn, kind, " + COLUMNS);
        return new Loader() {
            @Override
            public void row(Columns columns, List<String> fields, long line) throws SQLException {
                var row = InspectionRows.parse(columns, fields, line);
                if (staging.accepts(row, line)) {
                    schools.row(row.urn(), line);
                    stage(row.value(), inspections);
                }
            }

            @Override
            public ImportCounts merge() throws SQLException {
                schools.flush();
                inspections.flush();
                staging.flush();
                return mergeInto(staging);
            }
        };
    }

    private void stage(InspectedSchool school, CopyBatch inspections) throws SQLException {
        for (var inspection : school.inspections()) {
            inspections.row(school.urn(), inspection.kind(), inspection.number(), inspection.inspectedOn(), inspection.publishedOn(),
                    inspection.overallEffectiveness(), inspection.ungradedOutcome(), json(inspection.grades()), inspection.categoryOfConcern(),
                    inspection.predecessor(), inspection.urnAtTime());
        }
    }

    private static ImportCounts mergeInto(Staging staging) throws SQLException {
        var connection = staging.connection();
        var lineage = staging.lineage();
        Sql.execute(connection, "analyze inspected_school");
        staging.rejectAlso(UNKNOWN_SCHOOLS);
        Sql.update(connection, FORGET_UNKNOWN_SCHOOLS);
        Sql.update(connection, FORGET_UNKNOWN_INSPECTIONS);
        Sql.execute(connection, "analyze inspection_staging");
        Sql.execute(connection, COMPARE);
        long schools = Sql.number(connection, SCHOOLS_CHANGED);
        long created = Sql.number(connection, SCHOOLS_NEW);
        if (schools > 0) {
            Sql.execute(connection, "analyze inspection_change");
            Sql.update(connection, KEEP_OLD_VERSIONS, lineage.asAt(), lineage.importId());
            Sql.update(connection, DELETE);
            Sql.update(connection, UPSERT, lineage.importId(), lineage.fileName(), lineage.asAt());
        }
        return staging.counts(created, schools - created, Sql.number(connection, MISSING));
    }

    private String json(Map<String, String> grades) {
        try {
            return json.writeValueAsString(grades);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
