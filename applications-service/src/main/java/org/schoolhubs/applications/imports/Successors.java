package org.schoolhubs.applications.imports;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Which school followed a closed one, read from GIAS's links of either side. A link that is established later than the register's day does not hold yet.
 * Chains are followed through closed schools, and through schools outside the register, to open ones; a circle ends. Where exactly one open school is found,
 * it is the successor. A school whose successor changes gets a new version, an event, and work for reconciliation.
 */
@ApplicationScoped
class Successors {
    private static final String TABLES = """
            create temporary table succession on commit drop as
            select old_urn, new_urn, bool_or(merged) as merged from (
              select urn as old_urn, link_urn as new_urn, link_type ~* 'merged|amalgamated' as merged from school_link
              where kind = 'SUCCESSOR' and (established_on is null or established_on <= ?)
              union all
              select link_urn, urn, link_type ~* 'merged|amalgamated' from school_link
              where kind = 'PREDECESSOR' and (established_on is null or established_on <= ?)) as link
            group by old_urn, new_urn""";
    /** A step of the way is a merger where its link says so or where several schools lead to the same one. */
    private static final String FOLLOW = """
            create temporary table successor_found on commit drop as
            with recursive step as (
              select e.old_urn, e.new_urn, e.merged or count(*) over (partition by e.new_urn) > 1 as merged from succession e
            ), way (urn, at, merged) as (
              select s.urn, e.new_urn, e.merged from school s join step e on e.old_urn = s.urn where s.status = 'CLOSED'
              union
              select w.urn, e.new_urn, w.merged or e.merged
              from way w left join school n on n.urn = w.at join step e on e.old_urn = w.at
              where n.urn is null or n.status = 'CLOSED'
            )
            select w.urn, count(distinct w.at) as ends, case when count(distinct w.at) = 1 then min(w.at) end as successor, bool_or(w.merged) as merged
            from way w join school n on n.urn = w.at and n.status in ('OPEN', 'OPEN_PROPOSED_TO_CLOSE')
            group by w.urn""";
    /** {@code versioned}: this import has made a new version of the school already. */
    private static final String COMPARE = """
            create temporary table successor_change on commit drop as
            select s.urn, s.successor_urn as before, f.successor as after, coalesce(f.ends, 0) as ends, coalesce(f.merged, false) as merged,
              s.import_id = ? as versioned, s.import_id = ? and s.version = 0 as created, '{successorUrn}'::text[] as changed_fields
            from school s left join successor_found f on f.urn = s.urn
            where s.successor_urn is distinct from f.successor and (s.successor_urn is not null or f.successor is not null)""";
    /** After an import was taken back; {@code %s}: its undoing has made a new version already. A row that the import wrote for its successor alone goes back as well. */
    private static final String COMPARE_AGAIN = """
            create temporary table successor_change on commit drop as
            select s.urn, s.successor_urn as before, f.successor as after, coalesce(f.ends, 0) as ends, coalesce(f.merged, false) as merged,
              %1$s as versioned, false as created, '{successorUrn}'::text[] as changed_fields, o.import_id, o.source_file, o.source_as_at
            from school s left join successor_found f on f.urn = s.urn
              left join school_version v on v.urn = s.urn and v.superseded_by = '%2$s' and v.import_id <> v.superseded_by and s.import_id = v.superseded_by and not %1$s
              left join lateral jsonb_populate_record(null::school, v.content) o on true
            where s.successor_urn is distinct from f.successor or v.urn is not null""";
    /** A link that changed has given the school its new version in this transaction: it is not counted twice. */
    private static final String COUNTED = "case when s.changed_at >= now() then 1 else 0 end";
    private static final String KEEP_OLD_VERSIONS = """
            insert into school_version (urn, version, valid_from, valid_to, import_id, superseded_by, content)
            select s.urn, s.version - %1$s, s.source_as_at, greatest(s.source_as_at, ?), s.import_id, ?,
              to_jsonb(s) || jsonb_build_object('version', s.version - %1$s)
            from school s join successor_change c on c.urn = s.urn where not c.versioned""".formatted(COUNTED);
    private static final String UPDATE_VERSIONED = """
            update school s set successor_urn = c.after from successor_change c where c.urn = s.urn and c.versioned""";
    private static final String UPDATE = """
            update school s set successor_urn = c.after, version = s.version + 1 - %s, import_id = ?, source_file = ?, source_as_at = greatest(s.source_as_at, ?)
            from successor_change c where c.urn = s.urn and not c.versioned""".formatted(COUNTED);
    private static final String UPDATE_AGAIN = """
            update school s set successor_urn = c.after, version = s.version + 1 - %s, import_id = coalesce(c.import_id, s.import_id),
              source_file = coalesce(c.source_file, s.source_file), source_as_at = coalesce(c.source_as_at, s.source_as_at)
            from successor_change c where c.urn = s.urn and not c.versioned""".formatted(COUNTED);
    private static final String LIST = """
            insert into import_change (import_id, urn, name, changes, fields, live_applications)
            select ?, s.urn, s.name, array['OTHER'], jsonb_build_object('successorUrn', jsonb_build_object('before', c.before, 'after', c.after)),
              coalesce(l.ids, '{}')
            from successor_change c join school s on s.urn = c.urn left join %s on l.urn = c.urn where not c.created
            on conflict (import_id, urn) do update set fields = import_change.fields || excluded.fields""".formatted(ImportChanges.LIVE);
    private static final String PUBLISHED = """
            create temporary table successor_publish on commit drop as
            select urn, changed_fields from successor_change where not versioned and before is distinct from after""";
    private static final String WORK = """
            insert into register_change (import_id, urn, step, fields, detail)
            select ?, c.urn, case when c.after is null then 'CLOSE' when c.merged then 'MERGE' else 'REPLACE' end, '{successorUrn}',
              case when c.after is null then %s end
            from successor_change c join school s on s.urn = c.urn where not c.created and c.before is distinct from c.after and s.status = 'CLOSED' order by c.urn""";
    /** Closed schools of which a link changed and that have not exactly one open successor all the same: what is known of them is other now. */
    private static final String WORK_WITHOUT_SUCCESSOR = """
            insert into register_change (import_id, urn, step, fields, detail)
            select ?, s.urn, 'CLOSE', '{links}', %s
            from school s left join successor_found c on c.urn = s.urn
            where s.urn in (select urn from link_touched) and s.status = 'CLOSED' and coalesce(c.ends, 0) <> 1
              and not exists (select from successor_change d where d.urn = s.urn) order by s.urn""";
    private static final String DETAIL = """
            case when coalesce(c.ends, 0) = 0 then 'The links name no open successor.'
              else 'The links name ' || c.ends || ' open successors: a person chooses.' end""";

    private final RegisterEvents events;

    Successors(RegisterEvents events) {
        this.events = events;
    }

    /** Whether a link came in before the day from which it holds, so that a later day alone can change a successor. */
    boolean waitForADay(Connection connection) throws SQLException {
        return Sql.number(connection, "select count(*) from school_link where established_on > source_as_at") > 0;
    }

    /** Works out every successor anew, after schools or links were merged. Schools that this import has versioned already are not versioned or published again. */
    void settle(Connection connection, Lineage lineage) throws SQLException {
        find(connection, RegisterDay.of(connection, lineage.asAt()));
        Sql.update(connection, COMPARE, lineage.importId(), lineage.importId());
        if (Sql.number(connection, "select count(*) from successor_change") == 0) {
            return;
        }
        Sql.update(connection, LIST, lineage.importId());
        Sql.update(connection, KEEP_OLD_VERSIONS, lineage.asAt(), lineage.importId());
        Sql.update(connection, UPDATE_VERSIONED);
        Sql.update(connection, UPDATE, lineage.importId(), lineage.fileName(), lineage.asAt());
        Sql.update(connection, WORK.formatted(DETAIL), lineage.importId());
        publish(connection, events.author(lineage));
    }

    /**
     * The same after links or schools were put back as they were before an import. Whatever came in since, a successor is what the links that stand say.
     *
     * @param versioned condition on {@code s}, a school: the undoing has versioned it already, and publishes it
     */
    void settleAgain(Undoing undoing, String versioned) throws SQLException {
        var connection = undoing.connection();
        find(connection, RegisterDay.of(connection, null));
        Sql.execute(connection, COMPARE_AGAIN.formatted(versioned, undoing.importId()));
        Sql.update(connection, KEEP_OLD_VERSIONS, null, undoing.importId());
        Sql.update(connection, UPDATE_VERSIONED);
        Sql.update(connection, UPDATE_AGAIN);
        Sql.update(connection, WORK.formatted(DETAIL), undoing.importId());
        publish(connection, events.author(undoing));
    }

    private static void find(Connection connection, LocalDate day) throws SQLException {
        Sql.update(connection, TABLES, day, day);
        Sql.execute(connection, "create index on succession (old_urn)");
        Sql.execute(connection, "analyze succession");
        Sql.execute(connection, FOLLOW);
        Sql.execute(connection, "analyze successor_found");
    }

    private void publish(Connection connection, SchoolTable.Author author) throws SQLException {
        Sql.execute(connection, PUBLISHED);
        events.schools(connection, author, "successor_publish");
    }

    /**
     * Tells reconciliation of closed schools without exactly one open successor whose links are in the table {@code link_touched}. After {@link #settle} or
     * {@link #settleAgain}.
     */
    void tellOfSchoolsWithoutSuccessor(Connection connection, UUID importId) throws SQLException {
        Sql.update(connection, WORK_WITHOUT_SUCCESSOR.formatted(DETAIL), importId);
    }
}
