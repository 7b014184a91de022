package org.schoolhubs.applications.imports;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.schoolhubs.kit.journal.Actor;

/**
 * How the table {@code school} is changed in bulk: what is to change stands in the temporary table {@code school_change}, made from a file or from earlier
 * versions; from there it becomes new versions, facts for others and work for reconciliation.
 */
final class SchoolTable {
    /** Columns of {@code school} that come from the file, with their types and the field of the API that they show in. */
    private static final Map<String, String> TYPES = new LinkedHashMap<>();
    private static final Map<String, String> FIELDS = new LinkedHashMap<>();
    /** Fields of SchoolUpdated, which goes out only where one of them changed. */
    private static final List<String> PUBLISHED = List.of("ukprn", "name", "status", "typeCode", "phase", "provision", "laCode", "laName", "region", "trustUid",
            "trustName", "town", "postcode", "easting", "northing", "pupils", "percentFsm", "urbanRural", "openedOn", "closedOn");
    /** Fields that somebody decides by: applications of the school are looked at again. */
    private static final List<String> DECIDED_BY = List.of("name", "ukprn", "status", "typeCode", "typeGroupCode", "phaseCode", "phase", "provision",
            "furtherEducationType", "laCode", "region", "trustUid", "easting", "northing", "urbanRural", "openedOn", "closedOn");

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
        column("establishment_number", "text", "establishmentNumber");
        column("low_age", "int", "lowAge");
        column("high_age", "int", "highAge");
        column("nursery_provision", "text", "nurseryProvision");
        column("official_sixth_form", "text", "officialSixthForm");
        column("boarders", "text", "boarders");
        column("gender", "text", "gender");
        column("religious_character", "text", "religiousCharacter");
        column("admissions_policy", "text", "admissionsPolicy");
        column("capacity", "int", "capacity");
        column("trust_school_flag", "text", "trustSchoolFlag");
        column("federation_uid", "text", "federationUid");
        column("federation_name", "text", "federationName");
        column("street", "text", "street");
        column("locality", "text", "locality");
        column("address3", "text", "address3");
        column("county", "text", "county");
        column("website", "text", "website");
        column("district", "text", "district");
        column("reason_opened", "text", "reasonOpened");
        column("reason_closed", "text", "reasonClosed");
        column("section41", "text", "section41");
        column("source_changed_on", "date", "sourceChangedOn");
    }

    /** The columns, separated by commas. */
    static final String COLUMNS = String.join(", ", TYPES.keySet());
    static final String DEFINITIONS = TYPES.entrySet().stream().map(e -> e.getKey() + " " + e.getValue()).collect(Collectors.joining(", "));

    private static final String COLUMNS_OF_SCHOOL = prefixed("s", TYPES.keySet());

    /** Which fields differ between {@code s}, the register, and {@code t}. */
    private static final String DIFFERENT_FIELDS = "array_remove(array[" + FIELDS.entrySet().stream()
            .map(e -> "case when s.%1$s is distinct from t.%1$s then '%2$s' end".formatted(e.getKey(), e.getValue())).collect(Collectors.joining(", ")) + "], null)";

    /** What an undone import had changed, as it was before ({@code o}), and the schools that it had brought: closed, since nothing leaves the register. */
    private static final String COMPARE_WITH_VERSIONS = """
            create temporary table school_change on commit drop as
            select t.*, %s as changed_fields
            from (select s.urn, %s, s.version as old_version, s.status as old_status, v.import_id, o.source_file, o.source_as_at
                  from school s join school_version v on v.urn = s.urn and v.superseded_by = s.import_id and v.import_id <> v.superseded_by,
                    jsonb_populate_record(null::school, v.content) o
                  where s.import_id = '%s'
                  union all
                  select s.urn, %s, s.version, s.status, s.import_id, s.source_file, s.source_as_at from school s where s.urn in (select urn from school_brought)) as t
            join school s on s.urn = t.urn""";
    private static final String BROUGHT = """
            create temporary table school_brought on commit drop as
            select s.urn from school s where s.import_id = '%s'
              and not exists (select from school_version v where v.urn = s.urn and v.superseded_by = s.import_id and v.import_id <> v.superseded_by)""";
    private static final String CLOSED_BY_UNDOING = COLUMNS_OF_SCHOOL.replace("s.status,", "'CLOSED',")
            .replace("s.reason_closed,", "'The import that brought it was undone',");

    private static final String KEEP_OLD_VERSIONS = """
            insert into school_version (urn, version, valid_from, valid_to, import_id, superseded_by, content)
            select s.urn, s.version, s.source_as_at, greatest(s.source_as_at, ?::date), s.import_id, ?, jsonb_strip_nulls(to_jsonb(s))
            from school s join school_change c on c.urn = s.urn""";

    private static final String UPDATE = """
            update school s set version = s.version + 1, import_id = coalesce(c.import_id, ?::uuid), source_file = coalesce(c.source_file, ?),
              source_as_at = coalesce(c.source_as_at, ?::date), %s
            from school_change c where c.urn = s.urn and c.old_version is not null""".formatted(
            TYPES.keySet().stream().map(column -> column + " = c." + column).collect(Collectors.joining(", ")));

    private static final String INSERT = """
            insert into school (urn, version, import_id, source_file, source_as_at, %1$s)
            select urn, 0, ?, ?, ?, %1$s from school_change where old_version is null order by urn""".formatted(COLUMNS);

    /** SchoolUpdated's payload of {@code s}. */
    static final String PAYLOAD = """
            jsonb_build_object('urn', s.urn, 'ukprn', s.ukprn, 'name', s.name, 'status', s.status,
                'typeCode', s.type_code, 'phase', s.phase, 'provision', s.provision, 'laCode', s.la_code, 'laName', s.la_name, 'region', s.region,
                'trustUid', s.trust_uid, 'trustName', s.trust_name, 'town', s.town, 'postcode', s.postcode, 'easting', s.easting,
                'northing', s.northing, 'pupils', s.pupils, 'percentFsm', s.percent_fsm, 'urbanRural', s.urban_rural, 'openedOn', s.opened_on,
                'closedOn', s.closed_on, 'successorUrn', s.successor_urn)""";

    private static final String PUBLISH = """
            insert into journal (topic, event_key, event_type, payload, ce_source, occurred_at, correlation_id, aggregate_type, aggregate_id,
              aggregate_version, actor_id, actor_roles, changed_fields, reason_code)
            select case when p.publish then 'schools.v1' end, s.urn, 'SchoolUpdated', case when p.publish then %s end,
              ?, now(), ?, 'School', s.urn, s.version, ?, ?, c.changed_fields, ?
            from school s join school_change c on c.urn = s.urn
              cross join lateral (select c.old_version is null or c.changed_fields && array[%s] as publish) p""".formatted(PAYLOAD, quoted(PUBLISHED));

    private static final String OPEN = "('OPEN', 'OPEN_PROPOSED_TO_CLOSE')";

    private static final String GIVE_TO_RECONCILIATION = """
            insert into register_change (import_id, urn, step, fields)
            select ?, c.urn, case when c.status = 'CLOSED' and c.old_status <> 'CLOSED' then 'CLOSE'
              when c.status in %1$s and c.old_status not in %1$s then 'OPEN' else 'OTHER' end, c.changed_fields
            from school_change c where c.old_version is not null and c.changed_fields && array[%2$s]
              and not exists (select from register_change w where w.import_id = ? and w.urn = c.urn and w.step in ('REPLACE', 'MERGE')
                and w.worked_at is null)
            order by c.urn""".formatted(OPEN, quoted(DECIDED_BY));

    /** Before the update: {@code s} is what the register says still. */
    private static final String LIST = """
            insert into import_change (import_id, urn, name, changes, fields, live_applications)
            select ?, t.urn, t.name, case when cardinality(k.kinds) = 0 then array['OTHER'] else k.kinds end, %1$s, coalesce(l.ids, '{}')
            from school_change t left join school s on s.urn = t.urn
              left join %3$s on l.urn = t.urn
              cross join lateral (select array_remove(array[
                case when s.urn is null then 'ADDED' end,
                case when t.status in %2$s and (s.urn is null or s.status = 'PROPOSED_TO_OPEN') then 'OPENED' end,
                case when t.status = 'CLOSED' and s.status <> 'CLOSED' then 'CLOSED' end,
                case when t.status in %2$s and s.status = 'CLOSED' then 'REOPENED' end,
                case when s.type_group_code <> t.type_group_code or t.status = 'CLOSED' and s.status <> 'CLOSED' and t.reason_closed ilike '%%academy%%'
                  then 'CONVERTED' end,
                case when s.urn is not null and s.trust_uid is distinct from t.trust_uid then 'MOVED_TRUST' end,
                case when s.name <> t.name then 'RENAMED' end], null) as kinds) as k""".formatted(beforeAndAfter(), OPEN, ImportChanges.LIVE);

    private final Connection connection;

    SchoolTable(Connection connection) {
        this.connection = connection;
    }

    /** Who changes it, and why, for the journal. */
    record Author(String eventSource, Actor actor, String correlationId, String reason) {
    }

    private static void column(String column, String type, String field) {
        TYPES.put(column, type);
        if (field != null) {
            FIELDS.put(column, field);
        }
    }

    /** JSON of what differs, put together from text: a JSON object of every column of every school would be most of the work of an import that changes many. */
    private static String beforeAndAfter() {
        return "case when s.urn is null then '{}' else ('{' || concat_ws(',', " + FIELDS.entrySet().stream()
                .map(e -> "case when s.%1$s is distinct from t.%1$s then '\"%2$s\":' || json_strip_nulls(json_build_object('before', s.%1$s, 'after', t.%1$s)) end"
                        .formatted(e.getKey(), e.getValue())).collect(Collectors.joining(", ")) + ") || '}')::jsonb end";
    }

    private static String quoted(Collection<String> words) {
        return words.stream().map(word -> "'" + word + "'").collect(Collectors.joining(", "));
    }

    /**
     * Finds what is new or differs in {@code school_staging}.
     *
     * @param untouched columns that the file says nothing about
     * @return schools to change
     */
    long compareWithStaging(Collection<String> untouched) throws SQLException {
        Sql.execute(connection, "analyze school_staging (urn)");
        var said = TYPES.keySet().stream().filter(column -> !untouched.contains(column)).toList();
        var columns = TYPES.keySet().stream().map(column -> untouched.contains(column) ? "s." + column : "t." + column).collect(Collectors.joining(", "));
        var different = "array_remove(array[" + said.stream().filter(FIELDS::containsKey)
                .map(column -> "case when s.%1$s is distinct from t.%1$s then '%2$s' end".formatted(column, FIELDS.get(column)))
                .collect(Collectors.joining(", ")) + "], null)";
        Sql.execute(connection, """
                create temporary table school_change on commit drop as
                select t.urn, %s, s.version as old_version, s.status as old_status, null::uuid as import_id, null::text as source_file, null::date as source_as_at,
                  case when s.urn is null then '{}'::text[] else %s end as changed_fields
                from school_staging t left join school s on s.urn = t.urn
                where s.urn is null or (%s) is distinct from (%s)"""
                .formatted(columns, different, prefixed("s", said), prefixed("t", said)));
        return changes();
    }

    /** Finds the schools that an import brought, in {@code school_brought}. */
    void findBrought(UUID importId) throws SQLException {
        Sql.execute(connection, BROUGHT.formatted(importId));
    }

    /** Finds what an import changed and how it was before; after {@link #findBrought}. */
    long compareWithVersions(UUID importId) throws SQLException {
        Sql.execute(connection, COMPARE_WITH_VERSIONS.formatted(DIFFERENT_FIELDS, prefixed("o", TYPES.keySet()), importId, CLOSED_BY_UNDOING));
        return changes();
    }

    private long changes() throws SQLException {
        long changes = Sql.number(connection, "select count(*) from school_change");
        if (changes > 0) {
            Sql.execute(connection, "analyze school_change (urn)");
        }
        return changes;
    }

    private static String prefixed(String alias, Collection<String> columns) {
        return columns.stream().map(column -> alias + "." + column).collect(Collectors.joining(", "));
    }

    /** Writes down for people what changes, school by school. Before {@link #update}. */
    void list(UUID importId) throws SQLException {
        Sql.update(connection, LIST, importId);
    }

    /** Makes the register say it; schools that are new are left to {@link #insert}. Null where the change itself says where it comes from. */
    void update(UUID supersededBy, UUID importId, String fileName, LocalDate asAt) throws SQLException {
        Sql.update(connection, KEEP_OLD_VERSIONS, asAt, supersededBy);
        Sql.update(connection, UPDATE, importId, fileName, asAt);
    }

    /** @return schools that are new */
    long insert(Lineage lineage) throws SQLException {
        return Sql.update(connection, INSERT, lineage.importId(), lineage.fileName(), lineage.asAt());
    }

    /** Journals every change, tells those that others may know, and gives reconciliation its work. */
    void tell(UUID importId, Author author) throws SQLException {
        var roles = connection.createArrayOf("text", author.actor().roles().toArray());
        Sql.update(connection, PUBLISH, author.eventSource(), author.correlationId(), author.actor().id(), roles, author.reason());
        Sql.update(connection, GIVE_TO_RECONCILIATION, importId, importId);
    }
}
