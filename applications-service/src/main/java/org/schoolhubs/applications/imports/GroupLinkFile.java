package org.schoolhubs.applications.imports;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.schoolhubs.applications.imports.rules.Columns;
import org.schoolhubs.applications.imports.rules.GroupLinkRows;

/**
 * GIAS's group links file: which school is in which group since when. A membership that a newer file no longer has ends: on the day on which the school joined
 * its next trust where the file says so, else on the day of the file. Trusts whose members changed are published again.
 */
@ApplicationScoped
class GroupLinkFile implements RegisterFile {
    private static final String STAGING = "membership_staging";
    private static final String NO_SUCH_GROUP = "not exists (select from establishment_group g where g.uid = t.uid)";
    private static final String TRUSTS = "select g.uid from establishment_group g where g.type_code is null or g.type_code in ('6', '10', '11')";
    private static final String COMPARE = """
            create temporary table membership_change on commit drop as
            select t.*, m.id as membership_id from membership_staging t left join group_membership m on m.uid = t.uid and m.urn = t.urn and m.left_on is null
            where m.id is null or m.joined_on is distinct from t.joined_on""";
    /** Current memberships that the file has no line of; those of a school with a rejected line stay. */
    private static final String FIND_ENDED = """
            create temporary table membership_ended on commit drop as
            select m.id as membership_id, m.urn, m.uid, greatest(m.joined_on, coalesce(
                case when m.uid in (%1$s) then (select min(t.joined_on) from membership_change t
                  where t.urn = m.urn and t.membership_id is null and t.uid in (%1$s) and t.joined_on <= ? and t.joined_on >= m.joined_on) end, ?)) as left_on
            from group_membership m
            where ? and m.left_on is null and not exists (select from membership_staging t where t.uid = m.uid and t.urn = m.urn)
              and not exists (select from rejected_urn r where r.urn = m.urn)""".formatted(TRUSTS);
    private static final String KEEP_OLD_VERSIONS = """
            insert into group_membership_version (membership_id, uid, urn, valid_from, valid_to, import_id, superseded_by, content)
            select m.id, m.uid, m.urn, least(i.as_at, ?), ?, m.import_id, ?, to_jsonb(m)
            from group_membership m join register_import i on i.id = m.import_id
            where m.id in (select membership_id from membership_change union all select membership_id from membership_ended)""";
    private static final String END = """
            update group_membership m set left_on = e.left_on, ended_by = ? from membership_ended e where e.membership_id = m.id""";
    private static final String CORRECT = """
            update group_membership m set joined_on = c.joined_on, import_id = ? from membership_change c where c.membership_id = m.id""";
    private static final String JOIN = """
            insert into group_membership (uid, urn, joined_on, import_id)
            select uid, urn, joined_on, ? from membership_change where membership_id is null order by line""";
    /** Before the register is written. A school that leaves a trust, or goes from one to another, has moved; one that joins its first has not. */
    private static final String LIST = """
            insert into import_change (import_id, urn, name, changes, fields, live_applications)
            select ?, s.urn, s.name, array[case when left_trust then 'MOVED_TRUST' else 'OTHER' end],
              case when groups_before = groups_after then '{}'
                else jsonb_build_object('groups', jsonb_strip_nulls(jsonb_build_object(
                  'before', nullif(array_to_string(groups_before, ' '), ''), 'after', nullif(array_to_string(groups_after, ' '), '')))) end,
              coalesce(l.ids, '{}')
            from (select urn from membership_change union select urn from membership_ended) t join school s on s.urn = t.urn
              cross join lateral (select array(select m.uid from group_membership m where m.urn = t.urn and m.left_on is null
                and (m.joined_on is null or m.joined_on <= ?) order by m.uid) as groups_before) b
              cross join lateral (select array(
                select m.uid from group_membership m where m.urn = t.urn and m.left_on is null and (m.joined_on is null or m.joined_on <= ?)
                  and not exists (select from membership_ended e where e.membership_id = m.id)
                  and not exists (select from membership_change c where c.membership_id = m.id)
                union select c.uid from membership_change c where c.urn = t.urn and (c.joined_on is null or c.joined_on <= ?) order by 1) as groups_after) a
              cross join lateral (select exists (select from unnest(groups_before) u (uid) where uid in (%s) and uid <> all (groups_after)) as left_trust) m
              left join %s on l.urn = t.urn""".formatted(TRUSTS, ImportChanges.LIVE);
    private static final String WORK = """
            insert into register_change (import_id, urn, step, fields)
            select ?::uuid, urn, 'OTHER', '{trusts}' from (
              select urn from membership_change where uid in (%1$s) union select urn from membership_ended where uid in (%1$s)) as moved
            where ?::boolean order by urn""".formatted(TRUSTS);

    /** What an undone import had changed, as it was before; without content what it brought. */
    private static final String COMPARE_WITH_VERSIONS = """
            create temporary table membership_undone on commit drop as
            select m.id as membership_id, m.uid, m.urn, v.content
            from group_membership m
              left join group_membership_version v on v.membership_id = m.id and v.superseded_by = ? and v.import_id <> v.superseded_by
            where m.import_id = ? or m.ended_by = ?""";
    private static final String KEEP_UNDONE = """
            insert into group_membership_version (membership_id, uid, urn, valid_from, valid_to, import_id, superseded_by, content)
            select m.id, m.uid, m.urn, ?, ?, ?, ?, to_jsonb(m) from group_membership m join membership_undone u on u.membership_id = m.id""";
    private static final String LEAVE = "delete from group_membership m using membership_undone u where u.membership_id = m.id and u.content is null";
    private static final String RESTORE = """
            update group_membership m set joined_on = o.joined_on, left_on = o.left_on, import_id = o.import_id, ended_by = o.ended_by
            from membership_undone u, jsonb_populate_record(null::group_membership, u.content) o where u.membership_id = m.id and u.content is not null""";
    private static final String WORK_UNDONE = """
            insert into register_change (import_id, urn, step, fields)
            select distinct ?::uuid, urn, 'OTHER', '{trusts}'::text[] from membership_undone where uid in (%s) order by urn""".formatted(TRUSTS);

    private final RegisterEvents events;
    private final LiveApplications applications;

    GroupLinkFile(RegisterEvents events, LiveApplications applications) {
        this.events = events;
        this.applications = applications;
    }

    @Override
    public ImportKind kind() {
        return ImportKind.GIAS_GROUP_LINKS;
    }

    @Override
    public List<String> requiredColumns() {
        return GroupLinkRows.REQUIRED_COLUMNS;
    }

    @Override
    public Loader begin(Staging staging) throws SQLException {
        var links = staging.into(STAGING, "line bigint not null, urn text not null, uid text not null, joined_on date", "line, urn, uid, joined_on");
        return new Loader() {
            @Override
            public void row(Columns columns, List<String> fields, long line) throws SQLException {
                var row = GroupLinkRows.parse(columns, fields, line);
                if (staging.acceptsOneOfMany(row)) {
                    links.row(line, row.urn(), row.value().uid(), row.value().joinedOn());
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

    private ImportCounts mergeInto(Staging staging) throws SQLException, RefusedFile {
        var connection = staging.connection();
        rejectWhatCannotBe(staging);
        Sql.execute(connection, "analyze " + STAGING);
        long before = Sql.number(connection, "select count(*) from group_membership where left_on is null");
        boolean firstFile = Sql.number(connection, "select count(*) from (select from group_membership limit 1) as any_row") == 0;
        Sql.execute(connection, COMPARE);
        Sql.update(connection, FIND_ENDED, staging.lineage().asAt(), staging.lineage().asAt(), !staging.hasRowsOfNobody());
        long ended = Sql.number(connection, "select count(*) from membership_ended");
        FullFile.require(before, ended, "memberships");
        long corrected = Sql.number(connection, "select count(*) from membership_change where membership_id is not null");
        long joined = Sql.number(connection, "select count(*) from membership_change where membership_id is null");
        if (ended + corrected + joined > 0) {
            if (!firstFile) {
                var day = staging.lineage().asAt();
                Sql.update(connection, LIST, staging.lineage().importId(), day, day, day);
            }
            write(connection, staging.lineage());
            Sql.update(connection, WORK, staging.lineage().importId(), !firstFile);
        }
        // Also when nothing changed: a membership that was to begin later may have begun.
        events.trusts(connection, staging.lineage());
        return staging.counts(joined, corrected, ended);
    }

    private static void rejectWhatCannotBe(Staging staging) throws SQLException {
        Sql.execute(staging.connection(), "create index on membership_staging (urn, uid)");
        staging.rejectStaged(STAGING, "exists (select from membership_staging e where e.urn = t.urn and e.uid = t.uid and e.line < t.line)", "URN", "urn",
                "link-duplicate", "An earlier line has the same school in the same group; that one went in.");
        staging.rejectStaged(STAGING, "not exists (select from school s where s.urn = t.urn)", "URN", "urn", "school-unknown",
                "The register has no such school: import the GIAS file of the same time first.");
        staging.rejectSchools(STAGING, NO_SUCH_GROUP);
        staging.rejectStaged(STAGING, NO_SUCH_GROUP, "Group UID", "uid", "group-unknown",
                "The register has no such group: import the groups file of the same time first.");
    }

    private static void write(Connection connection, Lineage lineage) throws SQLException {
        Sql.update(connection, KEEP_OLD_VERSIONS, lineage.asAt(), lineage.asAt(), lineage.importId());
        Sql.update(connection, END, lineage.importId());
        Sql.update(connection, CORRECT, lineage.importId());
        Sql.update(connection, JOIN, lineage.importId());
    }

    /** Which trust a school is in decides whether the trust may name it. */
    @Override
    public void requireNothingRestsOn(Undoing undoing) throws SQLException {
        var connection = undoing.connection();
        Sql.update(connection, COMPARE_WITH_VERSIONS, undoing.importId(), undoing.importId(), undoing.importId());
        var trusts = Sql.texts(connection, "select distinct uid from membership_undone where uid = any(?)",
                Sql.texts(connection, applications.trustsSubmittedSince(undoing.since())));
        if (!trusts.isEmpty()) {
            throw Undoing.builtUpon("Live applications were submitted since by trusts whose schools it changed: " + Reversals.named(trusts) + ".");
        }
    }

    /** Memberships that the import brought leave the register for its history; those that it ended or corrected stand again as they stood. */
    @Override
    public void undo(Undoing undoing) throws SQLException {
        var connection = undoing.connection();
        Sql.update(connection, KEEP_UNDONE, undoing.asAt(), undoing.asAt(), undoing.importId(), undoing.importId());
        Sql.execute(connection, LEAVE);
        Sql.execute(connection, RESTORE);
        Sql.update(connection, WORK_UNDONE, undoing.importId());
        events.trusts(undoing);
    }
}
