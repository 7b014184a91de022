package org.schoolhubs.applications.imports;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.schoolhubs.applications.imports.rules.Columns;
import org.schoolhubs.applications.imports.rules.SelectionRows;
import org.schoolhubs.kit.aggregate.Ids;

/**
 * A selection list: the schools chosen for a pathway of a cohort, with a reason and a place each. It takes the place of the former list of the same cohort,
 * which is kept. A list that says what the former one says is no new list.
 */
@ApplicationScoped
class SelectionListFile implements RegisterFile {
    private static final String STAGING = "selection_staging";
    private static final String RANK_BY_LINE = """
            update selection_staging t set rank = n.rank
            from (select urn, row_number() over (order by line) as rank from selection_staging) as n where n.urn = t.urn and t.rank is null""";
    private static final String FORMER = """
            create temporary table selection_former on commit drop as
            select e.urn, e.rank, e.reason from selection_entry e join selection_list l on l.id = e.list_id
            where l.programme = ? and l.pathway = ? and l.cohort = ? and l.current""";
    private static final String CREATED = """
            select count(*) from selection_staging t where not exists (select from selection_former f where f.urn = t.urn)""";
    private static final String CHANGED = """
            select count(*) from selection_staging t join selection_former f on f.urn = t.urn where (f.rank, f.reason) is distinct from (t.rank, t.reason)""";
    private static final String MISSING = """
            select count(*) from selection_former f where not exists (select from selection_staging t where t.urn = f.urn)""";
    private static final String SUPERSEDE = """
            update selection_list set current = false, version = version + 1 where programme = ? and pathway = ? and cohort = ? and current""";
    private static final String LIST = """
            insert into selection_list (id, programme, pathway, cohort, list_number, dated_on, current, entries, import_id, source_file)
            select ?, p.programme, p.pathway, p.cohort, 1 + count(l.id), ?, true, ?, ?, ?
            from (values (?, ?, ?)) as p (programme, pathway, cohort)
            left join selection_list l on l.programme = p.programme and l.pathway = p.pathway and l.cohort = p.cohort
            group by p.programme, p.pathway, p.cohort""";
    private static final String ENTRIES = """
            insert into selection_entry (list_id, urn, rank, reason, school_name)
            select ?, t.urn, t.rank, t.reason, s.name from selection_staging t join school s on s.urn = t.urn order by t.rank""";
    private static final String JOURNAL = """
            insert into journal (event_key, event_type, ce_source, occurred_at, correlation_id, aggregate_type, aggregate_id, aggregate_version, actor_id,
              actor_roles, changed_fields, reason_code)
            values (?, 'SelectionListPublished', ?, now(), ?, 'SelectionList', ?, 0, ?, ?, '{}', 'import')""";
    private static final String JOURNAL_SUPERSEDED = """
            insert into journal (event_key, event_type, ce_source, occurred_at, correlation_id, aggregate_type, aggregate_id, aggregate_version, actor_id,
              actor_roles, changed_fields, reason_code)
            select l.id::text, 'SelectionListSuperseded', ?, now(), ?, 'SelectionList', l.id::text, l.version, ?, ?, '{current}', 'import'
            from selection_list l where l.programme = ? and l.pathway = ? and l.cohort = ? and not l.current order by l.list_number desc limit 1""";

    private static final String WITHDRAW = "update selection_list set current = false, version = version + 1 where import_id = ? and current";
    /** The import of the list before, passing over lists whose own import was undone. */
    private static final String FORMER_LIST = """
            select f.import_id::text from selection_list l
            join selection_list f on f.programme = l.programme and f.pathway = l.pathway and f.cohort = l.cohort and f.list_number < l.list_number
            join register_import i on i.id = f.import_id and i.state = 'COMPLETED'
            where l.import_id = ? order by f.list_number desc limit 1""";
    private static final String JOURNAL_UNDONE = """
            insert into journal (event_key, event_type, ce_source, occurred_at, correlation_id, aggregate_type, aggregate_id, aggregate_version, actor_id,
              actor_roles, changed_fields, reason_code)
            select l.id::text, ?, ?, now(), ?, 'SelectionList', l.id::text, l.version, ?, ?, '{current}', 'import-undone'
            from selection_list l where l.import_id = ?""";

    private final RegisterEvents events;
    private final LiveApplications applications;

    SelectionListFile(RegisterEvents events, LiveApplications applications) {
        this.events = events;
        this.applications = applications;
    }

    @Override
    public ImportKind kind() {
        return ImportKind.SELECTION_LIST;
    }

    @Override
    public List<String> requiredColumns() {
        return SelectionRows.REQUIRED_COLUMNS;
    }

    @Override
    public List<String> missingColumns(Columns columns) {
        return columns.missing(SelectionRows.OTHER_COLUMNS).isEmpty() ? List.of() : columns.missing(SelectionRows.REQUIRED_COLUMNS);
    }

    @Override
    public Loader begin(Staging staging) throws SQLException {
        var schools = staging.into(STAGING, "line bigint not null, urn text not null, rank int, reason text not null", "line, urn, rank, reason");
        return new Loader() {
            @Override
            public void row(Columns columns, List<String> fields, long line) throws SQLException {
                var row = SelectionRows.parse(columns, fields, line);
                if (staging.accepts(row, line)) {
                    schools.row(line, row.urn(), row.value().rank(), row.value().reason());
                }
            }

            @Override
            public ImportCounts merge() throws SQLException, RefusedFile {
                schools.flush();
                staging.flush();
                return mergeInto(staging);
            }
        };
    }

    private ImportCounts mergeInto(Staging staging) throws SQLException, RefusedFile {
        var connection = staging.connection();
        var target = staging.lineage().selection();
        rejectWhatCannotBe(staging);
        Sql.update(connection, RANK_BY_LINE);
        Sql.update(connection, FORMER, target.programme(), target.pathway(), target.cohort());
        long entries = Sql.number(connection, "select count(*) from selection_staging");
        if (entries == 0) {
            throw new RefusedFile("selection-empty", "No school of the list could be taken: each is unknown, closed or unreadable. The list before stays as it is.");
        }
        long created = Sql.number(connection, CREATED);
        long changed = Sql.number(connection, CHANGED);
        long missing = Sql.number(connection, MISSING);
        if (created + changed + missing > 0) {
            publish(connection, staging.lineage(), entries);
        }
        return staging.counts(created, changed, missing);
    }

    private static void rejectWhatCannotBe(Staging staging) throws SQLException {
        staging.rejectStaged(STAGING, "not exists (select from school s where s.urn = t.urn)", "URN", "urn", "school-unknown",
                "The register has no such school.");
        staging.rejectStaged(STAGING, "exists (select from school s where s.urn = t.urn and s.status = 'CLOSED')", "URN", "urn", "school-closed",
                "The school has closed. Name the school that followed it, if that was selected.");
        staging.rejectStaged(STAGING, "exists (select from selection_staging e where e.rank = t.rank and e.line < t.line)", "Rank", "rank",
                "rank-duplicate", "An earlier line has the same rank; that one went in.");
    }

    private void publish(Connection connection, Lineage lineage, long entries) throws SQLException {
        var target = lineage.selection();
        var roles = RegisterEvents.roles(connection, lineage.requester());
        var requester = lineage.requester().id();
        UUID id = Ids.next();
        if (Sql.update(connection, SUPERSEDE, target.programme(), target.pathway(), target.cohort()) > 0) {
            Sql.update(connection, JOURNAL_SUPERSEDED, events.source(), lineage.correlationId(), requester, roles, target.programme(), target.pathway(),
                    target.cohort());
        }
        Sql.update(connection, LIST, id, lineage.asAt(), (int) entries, lineage.importId(), lineage.fileName(), target.programme(), target.pathway(),
                target.cohort());
        Sql.update(connection, ENTRIES, id);
        Sql.update(connection, JOURNAL, id.toString(), events.source(), lineage.correlationId(), id.toString(), requester, roles);
    }

    /** Schools invited from a list, and schools whose application for the pathway was submitted while the list stood, rest on it. */
    @Override
    public void requireNothingRestsOn(Undoing undoing) throws SQLException {
        var connection = undoing.connection();
        var brought = Sql.text(connection, "select id::text from selection_list where import_id = ?", undoing.importId());
        if (brought == null) {
            return;
        }
        var list = UUID.fromString(brought);
        var invited = applications.invitedFrom(list);
        if (!invited.isEmpty()) {
            throw Undoing.builtUpon("Schools were invited from the list that it brought: " + Reversals.named(invited) + ".");
        }
        var submitted = applications.submittedSince(Sql.text(connection, "select programme from selection_list where id = ?", list),
                Sql.text(connection, "select pathway from selection_list where id = ?", list), undoing.since());
        var selected = Sql.texts(connection, "select urn from selection_entry where list_id = ? and urn = any(?)", list, Sql.texts(connection, submitted));
        if (!selected.isEmpty()) {
            throw Undoing.builtUpon("Schools of the list that it brought have live applications for the pathway, submitted since: " + Reversals.named(selected) + ".");
        }
    }

    /** The list that the import brought is kept and current no more; the one whose place it took is current again. */
    @Override
    public void undo(Undoing undoing) throws SQLException {
        var connection = undoing.connection();
        var roles = RegisterEvents.roles(connection, undoing.person());
        if (Sql.update(connection, WITHDRAW, undoing.importId()) > 0) {
            Sql.update(connection, JOURNAL_UNDONE, "SelectionListWithdrawn", events.source(), undoing.correlationId(), undoing.person().id(), roles, undoing.importId());
        }
        var former = Sql.text(connection, FORMER_LIST, undoing.importId());
        if (former != null) {
            Sql.update(connection, "update selection_list set current = true, version = version + 1 where import_id = ?", UUID.fromString(former));
            Sql.update(connection, JOURNAL_UNDONE, "SelectionListRestored", events.source(), undoing.correlationId(), undoing.person().id(), roles,
                    UUID.fromString(former));
        }
    }
}
