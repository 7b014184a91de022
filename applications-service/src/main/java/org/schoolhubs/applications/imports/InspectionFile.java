package org.schoolhubs.applications.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.schoolhubs.applications.imports.rules.Columns;
import org.schoolhubs.applications.imports.rules.InspectedSchool;
import org.schoolhubs.applications.imports.rules.InspectionRows;
import org.schoolhubs.applications.register.InspectionRecord.Kind;
import org.schoolhubs.kit.journal.Actor;
import org.schoolhubs.kit.time.LondonDates;

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
            from inspection_staging t full join (select i.* from inspection i join inspected_school f on f.urn = i.urn where i.kind in (%s)) as i
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
    private static final String JOURNAL = """
            insert into journal (event_key, event_type, ce_source, occurred_at, correlation_id, aggregate_type, aggregate_id, aggregate_version, actor_id, actor_roles,
              changed_fields, reason_code)
            select s.urn, 'InspectionsUpdated', ?, now(), ?, 'School', s.urn, s.version, ?, ?, '{inspections}', ?
            from school s where s.urn in (select urn from inspection_change)""";
    private static final String GIVE_TO_RECONCILIATION = """
            insert into register_change (import_id, urn, step, fields)
            select distinct ?::uuid, urn, 'REGRADE', array['inspections'] from inspection_change order by urn""";

    /** Before the change: {@code i} is what the register says still. */
    private static final String LIST = """
            insert into import_change (import_id, urn, name, changes, fields, live_applications)
            select ?, c.urn, s.name, case when exists (select from inspection i where i.urn = c.urn) then array['REGRADED'] else array['INSPECTED'] end, c.fields,
              coalesce(l.ids, '{}')
            from (select c.urn, jsonb_object_agg('inspections.' || c.kind, jsonb_strip_nulls(jsonb_build_object('before', %s, 'after', %s))) as fields
                  from inspection_change c left join inspection i on i.urn = c.urn and i.kind = c.kind group by c.urn) as c
              join school s on s.urn = c.urn left join %s on l.urn = c.urn""".formatted(summary("i", "i.urn is not null"), summary("c", "c.present"), ImportChanges.LIVE);

    /** What an undone import had changed, as it was before. */
    private static final String COMPARE_WITH_VERSIONS = """
            create temporary table inspection_change on commit drop as
            select coalesce(i.urn, v.urn) as urn, coalesce(i.kind, v.kind) as kind, i.urn is not null as existed, v.urn is not null as present, v.content
            from (select * from inspection where import_id = '%1$s') as i
              full join (select * from inspection_version where superseded_by = '%1$s' and import_id <> superseded_by) as v on v.urn = i.urn and v.kind = i.kind""";
    private static final String KEEP_UNDONE = """
            insert into inspection_version (urn, kind, valid_from, valid_to, import_id, superseded_by, content)
            select urn, kind, source_as_at, source_as_at, import_id, import_id, to_jsonb(i) from inspection i where import_id = ? order by urn, kind""";
    private static final String DELETE_UNDONE = "delete from inspection where import_id = ?";
    private static final String RESTORE = """
            insert into inspection select o.* from inspection_change c, jsonb_populate_record(null::inspection, c.content) o where c.present order by c.urn, c.kind""";
    private static final String MISSING = """
            select count(distinct i.urn) from inspection i
            where not exists (select from inspected_school f where f.urn = i.urn) and not exists (select from rejected_urn r where r.urn = i.urn)""";

    private final ObjectMapper json;
    private final Clock clock;
    private final String eventSource;

    InspectionFile(ObjectMapper json, Clock clock, @ConfigProperty(name = "quarkus.application.name") String service) {
        this.json = json;
        this.clock = clock;
        this.eventSource = "/school-hubs/" + service;
    }

    private static String summary(String alias, String condition) {
        return """
                case when %2$s then jsonb_build_object('inspectionNumber', %1$s.inspection_number, 'inspectedOn', %1$s.inspected_on, 'publishedOn', %1$s.published_on,
                'overallEffectiveness', %1$s.overall_effectiveness, 'ungradedOutcome', %1$s.ungraded_outcome, 'categoryOfConcern', %1$s.category_of_concern,
                'grades', %1$s.grades, 'predecessor', %1$s.predecessor, 'urnAtTime', %1$s.urn_at_time) end""".formatted(alias, condition);
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
    public List<String> missingColumns(Columns columns) {
        return InspectionRows.missing(columns);
    }

    @Override
    public Loader begin(Staging staging) throws SQLException {
        return new InspectionLoader(staging);
    }

    /** One file under way. */
    private final class InspectionLoader implements Loader {
        private final Staging staging;
        private final CopyBatch schools;
        private final CopyBatch inspections;
        private final LocalDate today = LondonDates.today(clock);
        private List<Kind> kinds = List.of();
        private Columns header;

        private InspectionLoader(Staging staging) throws SQLException {
            this.staging = staging;
            this.schools = staging.into("inspected_school", "urn text not null, line bigint not null", "urn, line");
            this.inspections = staging.into("inspection_staging", DEFINITIONS, "urn, kind, " + COLUMNS);
        }

        @Override
        public void row(Columns columns, List<String> fields, long line) throws SQLException {
            if (header != columns) {
                header = columns;
                kinds = InspectionRows.kinds(columns);
            }
            var row = InspectionRows.parse(columns, fields, line, today);
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
            return mergeInto(staging, kinds);
        }
    }

    private void stage(InspectedSchool school, CopyBatch inspections) throws SQLException {
        for (var inspection : school.inspections()) {
            inspections.row(school.urn(), inspection.kind(), inspection.number(), inspection.inspectedOn(), inspection.publishedOn(),
                    inspection.overallEffectiveness(), inspection.ungradedOutcome(), json(inspection.grades()), inspection.categoryOfConcern(),
                    inspection.predecessor(), inspection.urnAtTime());
        }
    }

    private ImportCounts mergeInto(Staging staging, List<Kind> kinds) throws SQLException {
        var connection = staging.connection();
        var lineage = staging.lineage();
        boolean firstFill = Sql.number(connection, "select count(*) from (select from inspection limit 1) as any_inspection") == 0;
        compare(staging, kinds);
        long schools = Sql.number(connection, SCHOOLS_CHANGED);
        long created = Sql.number(connection, SCHOOLS_NEW);
        if (schools > 0) {
            Sql.execute(connection, "analyze inspection_change");
            if (!firstFill) {
                Sql.update(connection, LIST, lineage.importId());
            }
            Sql.update(connection, KEEP_OLD_VERSIONS, lineage.asAt(), lineage.importId());
            Sql.update(connection, DELETE);
            Sql.update(connection, UPSERT, lineage.importId(), lineage.fileName(), lineage.asAt());
            tell(connection, lineage.importId(), lineage.requester(), lineage.correlationId(), "import");
        }
        return staging.counts(created, schools - created, Sql.number(connection, MISSING));
    }

    private static void compare(Staging staging, List<Kind> kinds) throws SQLException {
        var connection = staging.connection();
        Sql.execute(connection, "analyze inspected_school");
        staging.rejectAlso(UNKNOWN_SCHOOLS);
        Sql.update(connection, FORGET_UNKNOWN_SCHOOLS);
        Sql.update(connection, FORGET_UNKNOWN_INSPECTIONS);
        Sql.execute(connection, "analyze inspection_staging");
        Sql.execute(connection, COMPARE.formatted(kinds.isEmpty() ? "null" : kinds.stream().map(kind -> "'" + kind + "'").collect(Collectors.joining(", "))));
    }

    private void tell(Connection connection, UUID importId, Actor author, String correlationId, String reason) throws SQLException {
        Sql.update(connection, JOURNAL, eventSource, correlationId, author.id(), connection.createArrayOf("text", author.roles().toArray()), reason);
        Sql.update(connection, GIVE_TO_RECONCILIATION, importId);
    }

    /** Nothing but judgements rests on an inspection. */
    @Override
    public void requireNothingRestsOn(Undoing undoing) {
        // nothing else to ask for
    }

    /** Inspections that the import brought go to the history; those that it replaced or dropped are the latest again. */
    @Override
    public void undo(Undoing undoing) throws SQLException {
        var connection = undoing.connection();
        Sql.execute(connection, COMPARE_WITH_VERSIONS.formatted(undoing.importId()));
        Sql.update(connection, KEEP_UNDONE, undoing.importId());
        Sql.update(connection, DELETE_UNDONE, undoing.importId());
        Sql.update(connection, RESTORE);
        tell(connection, undoing.importId(), undoing.person(), undoing.correlationId(), "import-undone");
    }

    private String json(Map<String, String> grades) {
        try {
            return json.writeValueAsString(grades);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
