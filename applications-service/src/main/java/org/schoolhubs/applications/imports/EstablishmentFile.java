package org.schoolhubs.applications.imports;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.schoolhubs.applications.imports.rules.Columns;
import org.schoolhubs.applications.imports.rules.Establishment;
import org.schoolhubs.applications.imports.rules.EstablishmentRows;
import org.schoolhubs.applications.register.rules.SearchText;

/** GIAS's establishment file: schools and the trusts they name. Every school that is new or differs is versioned and published as SchoolUpdated. */
@ApplicationScoped
class EstablishmentFile implements RegisterFile {
    /** Columns of {@code school} that come from the file, with their types and the field of SchoolUpdated or the API that they show in. */
    private static final Map<String, String> TYPES = new LinkedHashMap<>();
    private static final Map<String, String> FIELDS = new LinkedHashMap<>();

    static {
        column("ukprn", "text", "ukprn");
        column("name", "text", "name");
        column("search_name", "text", null);
        column("status", "text", "status");
        column("type_code", "text", "typeCode");
        column("type_name", "text", "typeName");
        column("type_group_code", "text", "typeGroupCode");
        column("phase_code", "text", "phaseCode");
        column("phase", "text", "phase");
        column("provision", "text", "provision");
        column("further_education_type", "text", "furtherEducationType");
        column("la_code", "text", "laCode");
        column("la_name", "text", "laName");
        column("region", "text", "region");
        column("trust_uid", "text", "trustUid");
        column("trust_name", "text", "trustName");
        column("easting", "int", "easting");
        column("northing", "int", "northing");
        column("pupils", "int", "pupils");
        column("percent_fsm", "numeric", "percentFsm");
        column("urban_rural", "text", "urbanRural");
        column("town", "text", "town");
        column("postcode", "text", "postcode");
        column("opened_on", "date", "openedOn");
        column("closed_on", "date", "closedOn");
    }

    private static final String COLUMNS = String.join(", ", TYPES.keySet());
    private static final String DEFINITIONS = TYPES.entrySet().stream().map(e -> e.getKey() + " " + e.getValue()).collect(Collectors.joining(", "));

    /** Schools that are new or of which something differs, with what differs. */
    private static final String COMPARE = """
            create temporary table school_change on commit drop as
            select t.*, s.version as old_version, case when s.urn is null then '{}'::text[] else array_remove(array[%s], null) end as changed_fields
            from school_staging t left join school s on s.urn = t.urn
            where s.urn is null or (%s) is distinct from (%s)""".formatted(
            FIELDS.entrySet().stream().map(e -> "case when s.%1$s is distinct from t.%1$s then '%2$s' end".formatted(e.getKey(), e.getValue()))
                    .collect(Collectors.joining(", ")),
            prefixed("s"), prefixed("t"));

    private static final String KEEP_OLD_VERSIONS = """
            insert into school_version (urn, version, valid_from, valid_to, import_id, superseded_by, content)
            select s.urn, s.version, s.source_as_at, ?, s.import_id, ?, to_jsonb(s)
            from school s join school_change c on c.urn = s.urn""";

    private static final String UPDATE = """
            update school s set version = s.version + 1, import_id = ?, source_file = ?, source_as_at = ?, %s
            from school_change c where c.urn = s.urn and c.old_version is not null""".formatted(
            TYPES.keySet().stream().map(column -> column + " = c." + column).collect(Collectors.joining(", ")));

    private static final String INSERT = """
            insert into school (urn, version, import_id, source_file, source_as_at, %1$s)
            select urn, 0, ?, ?, ?, %1$s from school_change where old_version is null order by urn""".formatted(COLUMNS);

    private static final String TRUSTS = """
            insert into establishment_group (uid, name, import_id, source_file, source_as_at)
            select distinct on (trust_uid) trust_uid, trust_name, ?::uuid, ?, ? from school_change
            where trust_uid is not null and trust_name is not null order by trust_uid, urn
            on conflict (uid) do update set name = excluded.name, import_id = excluded.import_id, source_file = excluded.source_file, source_as_at = excluded.source_as_at
            where establishment_group.name <> excluded.name and establishment_group.type_code is null""";

    private static final String ADD_SUCCESSOR_TO_FIELDS = """
            update school_change c set changed_fields = array_append(c.changed_fields, 'successorUrn')
            from successor_change f where f.urn = c.urn and c.old_version is not null""";
    private static final String MISSING = """
            select count(*) from school s
            where not exists (select from school_staging t where t.urn = s.urn) and not exists (select from rejected_urn r where r.urn = s.urn)""";

    private final RegisterEvents events;
    private final Successors successors;

    EstablishmentFile(RegisterEvents events, Successors successors) {
        this.events = events;
        this.successors = successors;
    }

    private static void column(String column, String type, String field) {
        TYPES.put(column, type);
        if (field != null) {
            FIELDS.put(column, field);
        }
    }

    private static String prefixed(String alias) {
        return TYPES.keySet().stream().map(column -> alias + "." + column).collect(Collectors.joining(", "));
    }

    @Override
    public ImportKind kind() {
        return ImportKind.GIAS_ESTABLISHMENTS;
    }

    @Override
    public List<String> requiredColumns() {
        return EstablishmentRows.REQUIRED_COLUMNS;
    }

    @Override
    public Loader begin(Staging staging) throws SQLException {
        var schools = staging.into("school_staging", "urn text not null, " + DEFINITIONS, "urn, " + COLUMNS);
        return new Loader() {
            @Override
            public void row(Columns columns, List<String> fields, long line) throws SQLException {
                var row = EstablishmentRows.parse(columns, fields, line);
                if (staging.accepts(row, line)) {
                    stage(row.value(), schools);
                }
            }

            @Override
            public ImportCounts merge() throws SQLException {
                schools.flush();
                staging.flush();
                return mergeInto(staging);
            }
        };
    }

    private static void stage(Establishment school, CopyBatch schools) throws SQLException {
        var place = school.place();
        schools.row(school.urn(), school.ukprn(), school.name(), SearchText.fold(school.name()), school.status(), school.typeCode(), school.typeName(),
                school.typeGroupCode(), school.phaseCode(), school.phase(), school.provision(), school.furtherEducationType(), school.laCode(),
                school.laName(), school.region(), school.trustUid(), school.trustName(), place == null ? null : place.easting(),
                place == null ? null : place.northing(), school.pupils(), school.percentFsm(), school.urbanRural(), school.town(), school.postcode(),
                school.openedOn(), school.closedOn());
    }

    private ImportCounts mergeInto(Staging staging) throws SQLException {
        var connection = staging.connection();
        var lineage = staging.lineage();
        Sql.execute(connection, "analyze school_staging");
        Sql.execute(connection, COMPARE);
        long changes = Sql.number(connection, "select count(*) from school_change");
        long created = 0;
        if (changes > 0) {
            Sql.execute(connection, "analyze school_change");
            Sql.update(connection, KEEP_OLD_VERSIONS, lineage.asAt(), lineage.importId());
            Sql.update(connection, UPDATE, lineage.importId(), lineage.fileName(), lineage.asAt());
            created = Sql.update(connection, INSERT, lineage.importId(), lineage.fileName(), lineage.asAt());
            Sql.update(connection, TRUSTS, lineage.importId(), lineage.fileName(), lineage.asAt());
        }
        if (changes > 0 || successors.waitForADay(connection)) {
            successors.settle(connection, lineage);
        }
        if (changes > 0) {
            Sql.update(connection, ADD_SUCCESSOR_TO_FIELDS);
            events.schools(connection, lineage, "school_change");
            events.trusts(connection, lineage);
        }
        return staging.counts(created, changes - created, Sql.number(connection, MISSING));
    }
}
