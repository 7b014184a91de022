package org.schoolhubs.applications.imports;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.schoolhubs.applications.imports.rules.Columns;
import org.schoolhubs.applications.imports.rules.SchoolLink;
import org.schoolhubs.applications.imports.rules.SchoolLinkRows;

/** GIAS's links between establishments. They are kept as the file has them, also where an end is not in the register; then successors are worked out anew. */
@ApplicationScoped
class SchoolLinkFile implements RegisterFile {
    private static final String STAGING = "link_staging";
    private static final String COMPARE = """
            create temporary table link_change on commit drop as
            select coalesce(t.urn, l.urn) as urn, coalesce(t.link_urn, l.link_urn) as link_urn, coalesce(t.link_type, l.link_type) as link_type,
              t.urn is not null as present, l.urn is not null as existed, t.kind, t.link_name, t.established_on, t.line
            from link_staging t full join school_link l on l.urn = t.urn and l.link_urn = t.link_urn and l.link_type = t.link_type
            where l.urn is null or t.urn is null and ? and not exists (select from rejected_urn r where r.urn = l.urn)
              or t.urn is not null and (t.kind, t.link_name, t.established_on) is distinct from (l.kind, l.link_name, l.established_on)""";
    private static final String KEEP_OLD_VERSIONS = """
            insert into school_link_version (urn, link_urn, link_type, valid_from, valid_to, import_id, superseded_by, content)
            select l.urn, l.link_urn, l.link_type, l.source_as_at, greatest(l.source_as_at, ?), l.import_id, ?, to_jsonb(l)
            from school_link l join link_change c on c.urn = l.urn and c.link_urn = l.link_urn and c.link_type = l.link_type""";
    private static final String DELETE = """
            delete from school_link l using link_change c
            where not c.present and c.urn = l.urn and c.link_urn = l.link_urn and c.link_type = l.link_type""";
    private static final String UPSERT = """
            insert into school_link (urn, link_urn, link_type, kind, link_name, established_on, import_id, source_file, source_as_at)
            select urn, link_urn, link_type, kind, link_name, established_on, ?, ?, ? from link_change where present order by line
            on conflict (urn, link_urn, link_type) do update set kind = excluded.kind, link_name = excluded.link_name, established_on = excluded.established_on,
              import_id = excluded.import_id, source_file = excluded.source_file, source_as_at = excluded.source_as_at""";
    private static final String TOUCHED = """
            create temporary table link_touched on commit drop as select urn from link_change union select link_urn from link_change""";

    /** What an undone import had brought or changed, and what it had changed or ended. */
    private static final String COMPARE_WITH_VERSIONS = """
            create temporary table link_change on commit drop as
            select urn, link_urn, link_type from school_link where import_id = ?
            union select urn, link_urn, link_type from school_link_version where superseded_by = ? and import_id <> superseded_by""";
    private static final String KEEP_UNDONE = """
            insert into school_link_version (urn, link_urn, link_type, valid_from, valid_to, import_id, superseded_by, content)
            select urn, link_urn, link_type, source_as_at, source_as_at, import_id, import_id, to_jsonb(l) from school_link l where import_id = ?""";
    private static final String DELETE_UNDONE = "delete from school_link where import_id = ?";
    private static final String RESTORE = """
            insert into school_link select o.* from school_link_version v, jsonb_populate_record(null::school_link, v.content) o
            where v.superseded_by = ? and v.import_id <> v.superseded_by""";
    /** Schools that the links of the import tie together, however far, of which reconciliation has followed a successor since. */
    private static final String FOLLOWED = """
            with recursive tied (urn) as (
              select urn from link_touched
              union
              select n.urn from tied t cross join lateral (
                select link_urn as urn from school_link where urn = t.urn union all select urn from school_link where link_urn = t.urn) as n)
            select string_agg(distinct c.urn, ', ') from register_change c join tied t on t.urn = c.urn
            where c.step in ('REPLACE', 'MERGE') and c.outcome in ('FOLLOWED', 'TASK_RAISED') and c.created_at > ?""";

    private final Successors successors;

    SchoolLinkFile(Successors successors) {
        this.successors = successors;
    }

    @Override
    public ImportKind kind() {
        return ImportKind.GIAS_LINKS;
    }

    @Override
    public List<String> requiredColumns() {
        return SchoolLinkRows.REQUIRED_COLUMNS;
    }

    @Override
    public Loader begin(Staging staging) throws SQLException {
        var links = staging.into(STAGING, "line bigint not null, urn text not null, link_urn text not null, link_type text not null, kind text not null, "
                + "link_name text, established_on date", "line, urn, link_urn, link_type, kind, link_name, established_on");
        return new Loader() {
            @Override
            public void row(Columns columns, List<String> fields, long line) throws SQLException {
                var row = SchoolLinkRows.parse(columns, fields, line);
                if (staging.acceptsOneOfMany(row)) {
                    stage(row.value(), line, links);
                }
            }

            @Override
            public ImportCounts merge() throws SQLException, RefusedFile {
                links.flush();
                staging.flush();
                return mergeInto(staging);
            }
        };
    }

    private static void stage(SchoolLink link, long line, CopyBatch links) throws SQLException {
        links.row(line, link.urn(), link.linkUrn(), link.type(), link.kind(), link.linkName(), link.establishedOn());
    }

    private ImportCounts mergeInto(Staging staging) throws SQLException, RefusedFile {
        var connection = staging.connection();
        Sql.execute(connection, "create index on link_staging (urn, link_urn)");
        staging.rejectStaged(STAGING, "exists (select from link_staging e where e.urn = t.urn and e.link_urn = t.link_urn and e.link_type = t.link_type "
                + "and e.line < t.line)", "LinkURN", "link_urn", "link-duplicate", "An earlier line has the same link; that one went in.");
        Sql.execute(connection, "analyze " + STAGING);
        long before = Sql.number(connection, "select count(*) from school_link");
        Sql.update(connection, COMPARE, !staging.hasRowsOfNobody());
        long created = Sql.number(connection, "select count(*) from link_change where present and not existed");
        long changed = Sql.number(connection, "select count(*) from link_change where present and existed");
        long gone = Sql.number(connection, "select count(*) from link_change where not present");
        FullFile.require(before, gone, "links");
        if (created + changed + gone > 0) {
            write(connection, staging.lineage());
        }
        Sql.execute(connection, TOUCHED);
        successors.settle(connection, staging.lineage());
        successors.tellOfSchoolsWithoutSuccessor(connection, staging.lineage().importId());
        return staging.counts(created, changed, gone);
    }

    private static void write(Connection connection, Lineage lineage) throws SQLException {
        Sql.update(connection, KEEP_OLD_VERSIONS, lineage.asAt(), lineage.importId());
        Sql.update(connection, DELETE);
        Sql.update(connection, UPSERT, lineage.importId(), lineage.fileName(), lineage.asAt());
    }

    /** Another file can have closed a school since, whose applications then followed a link of this one. */
    @Override
    public void requireNothingRestsOn(Undoing undoing) throws SQLException {
        var connection = undoing.connection();
        Sql.update(connection, COMPARE_WITH_VERSIONS, undoing.importId(), undoing.importId());
        Sql.execute(connection, TOUCHED);
        var followed = Sql.text(connection, FOLLOWED, OffsetDateTime.ofInstant(undoing.since(), ZoneOffset.UTC));
        if (followed != null) {
            throw Undoing.builtUpon("Applications of schools that have closed since followed its links, or await a person because of them: " + followed + ".");
        }
    }

    /** Links that the import brought go to the history, those that it changed or ended stand again, and successors are worked out anew. */
    @Override
    public void undo(Undoing undoing) throws SQLException {
        var connection = undoing.connection();
        Sql.update(connection, KEEP_UNDONE, undoing.importId());
        Sql.update(connection, DELETE_UNDONE, undoing.importId());
        Sql.update(connection, RESTORE, undoing.importId());
        successors.settleAgain(undoing, "false");
        successors.tellOfSchoolsWithoutSuccessor(connection, undoing.importId());
    }
}
