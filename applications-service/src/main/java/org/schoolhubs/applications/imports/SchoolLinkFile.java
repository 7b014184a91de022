package org.schoolhubs.applications.imports;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
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
        successors.tellOfSchoolsWithoutSuccessor(connection, staging.lineage());
        return staging.counts(created, changed, gone);
    }

    private static void write(Connection connection, Lineage lineage) throws SQLException {
        Sql.update(connection, KEEP_OLD_VERSIONS, lineage.asAt(), lineage.importId());
        Sql.update(connection, DELETE);
        Sql.update(connection, UPSERT, lineage.importId(), lineage.fileName(), lineage.asAt());
    }
}
