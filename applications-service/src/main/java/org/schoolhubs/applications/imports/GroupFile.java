package org.schoolhubs.applications.imports;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.schoolhubs.applications.imports.rules.Columns;
import org.schoolhubs.applications.imports.rules.EstablishmentGroup;
import org.schoolhubs.applications.imports.rules.GroupLinkRows;
import org.schoolhubs.applications.imports.rules.GroupRows;
import org.schoolhubs.applications.register.rules.SearchText;

/** GIAS's groups file. Groups that are new or differ are versioned; trusts among them are published as TrustUpdated. Missing ones are counted and left. */
@ApplicationScoped
class GroupFile implements RegisterFile {
    private static final String STAGING = "group_staging";
    private static final VersionedTable GROUPS = new VersionedTable("establishment_group", "uid", columns());
    private static final String MISSING = """
            select count(*) from establishment_group g
            where not exists (select from group_staging t where t.uid = g.uid) and not exists (select from rejected_group r where r.uid = g.uid)""";

    private static final String BROUGHT = """
            create temporary table group_brought on commit drop as
            select g.uid from establishment_group g where g.import_id = ?
              and not exists (select from establishment_group_version v where v.uid = g.uid and v.superseded_by = g.import_id and v.import_id <> v.superseded_by)""";
    private static final String RESTING_ON_BROUGHT = """
            select string_agg(what, ', ') from (
              select 'group memberships' as what where exists (select from group_membership m join group_brought b on b.uid = m.uid)
              union all select 'schools that name it as their trust' where exists (select from school s join group_brought b on b.uid = s.trust_uid)) as resting""";

    private final RegisterEvents events;
    private final LiveApplications applications;

    GroupFile(RegisterEvents events, LiveApplications applications) {
        this.events = events;
        this.applications = applications;
    }

    private static Map<String, String> columns() {
        var columns = new LinkedHashMap<String, String>();
        for (var text : List.of("group_id", "name", "search_name", "type_code", "type_name", "status", "companies_house_number", "ukprn", "street", "town",
                "county", "postcode")) {
            columns.put(text, "text");
        }
        List.of("opened_on", "incorporated_on", "closed_on").forEach(date -> columns.put(date, "date"));
        return columns;
    }

    @Override
    public ImportKind kind() {
        return ImportKind.GIAS_GROUPS;
    }

    @Override
    public List<String> requiredColumns() {
        return GroupRows.REQUIRED_COLUMNS;
    }

    /** A group links file repeats what the groups file says: it is known by the schools in it. */
    @Override
    public List<String> missingColumns(Columns columns) {
        return columns.missing(GroupLinkRows.REQUIRED_COLUMNS).isEmpty() ? List.copyOf(GroupRows.OPTIONAL_COLUMNS.keySet())
                : columns.missing(GroupRows.REQUIRED_COLUMNS);
    }

    @Override
    public Loader begin(Staging staging) throws SQLException {
        return new GroupLoader(staging);
    }

    private final class GroupLoader implements Loader {
        private final Staging staging;
        private final CopyBatch groups;
        private final CopyBatch rejected;
        private List<String> absent = List.of();

        private GroupLoader(Staging staging) throws SQLException {
            this.staging = staging;
            this.groups = staging.into(STAGING, GROUPS.definitions(), GROUPS.names());
            this.rejected = staging.into("rejected_group", "uid text", "uid");
        }

        @Override
        public void row(Columns columns, List<String> fields, long line) throws SQLException {
            absent = columns.missing(List.copyOf(GroupRows.OPTIONAL_COLUMNS.keySet()));
            var row = GroupRows.parse(columns, fields, line);
            if (staging.acceptsOneOfMany(row)) {
                stage(row.value(), line);
            } else {
                rejected.row(GroupRows.uid(columns, fields));
            }
        }

        private void stage(EstablishmentGroup group, long line) throws SQLException {
            groups.row(line, group.uid(), group.groupId(), group.name(), SearchText.fold(group.name()), group.typeCode(), group.typeName(), group.status(),
                    group.companiesHouseNumber(), group.ukprn(), group.street(), group.town(), group.county(), group.postcode(), group.openedOn(),
                    group.incorporatedOn(), group.closedOn());
        }

        @Override
        public ImportCounts merge() throws SQLException {
            groups.flush();
            rejected.flush();
            staging.flush();
            var connection = staging.connection();
            Sql.execute(connection, "create index on group_staging (uid)");
            staging.rejectStaged(STAGING, "exists (select from group_staging e where e.uid = t.uid and e.line < t.line)", "Group UID", "uid",
                    "group-duplicate", "An earlier line has the same group; that one went in.");
            keepWhatTheFileHasNoColumnFor();
            var merged = GROUPS.merge(connection, staging.lineage(), STAGING);
            if (merged.created() + merged.changed() > 0) {
                events.trusts(connection, staging.lineage());
            }
            return staging.counts(merged.created(), merged.changed(), Sql.number(connection, MISSING));
        }

        private void keepWhatTheFileHasNoColumnFor() throws SQLException {
            for (var header : absent) {
                Sql.update(staging.connection(), "update group_staging t set %1$s = g.%1$s from establishment_group g where g.uid = t.uid"
                        .formatted(GroupRows.OPTIONAL_COLUMNS.get(header)));
            }
        }
    }

    /** A group that the import brought stays in the register, CLOSED: neither trusts' applications nor other files may rest on it. */
    @Override
    public void requireNothingRestsOn(Undoing undoing) throws SQLException {
        var connection = undoing.connection();
        Sql.update(connection, BROUGHT, undoing.importId());
        var trusts = Sql.texts(connection, "select uid from group_brought where uid = any(?)", Sql.texts(connection, applications.trustsWithApplications()));
        if (!trusts.isEmpty()) {
            throw Undoing.builtUpon("There are applications of trusts that the import brought: " + Reversals.named(trusts) + ".");
        }
        var resting = Sql.text(connection, RESTING_ON_BROUGHT);
        if (resting != null) {
            throw Undoing.builtUpon("Other files said something of groups that the import brought: " + resting + ".");
        }
    }

    /** Groups that the import changed say again what they said before; one that only its schools had named has no type again. Groups that it brought are closed. */
    @Override
    public void undo(Undoing undoing) throws SQLException {
        GROUPS.rows().restore(undoing);
        GROUPS.rows().end(undoing, "status = 'CLOSED'");
        events.trusts(undoing);
    }
}
