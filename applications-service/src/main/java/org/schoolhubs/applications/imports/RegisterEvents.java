package org.schoolhubs.applications.imports;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.schoolhubs.kit.journal.Actor;

/** Full states of schools and trusts, journaled in bulk by the import that changed them, in the name of who sent its file. */
@ApplicationScoped
class RegisterEvents {
    private static final String SCHOOLS = """
            insert into journal (topic, event_key, event_type, payload, ce_source, occurred_at, correlation_id, aggregate_type, aggregate_id,
              aggregate_version, actor_id, actor_roles, changed_fields, reason_code)
            select 'schools.v1', s.urn, 'SchoolUpdated', %s,
              ?, now(), ?, 'School', s.urn, s.version, ?, ?, c.changed_fields, ?
            from school s join %s c on c.urn = s.urn""";
    /** Trusts, those known by their schools alone, and what was published as a trust before; members by group links where a trust has any, else by its schools. */
    private static final String TRUST_STATES = """
            create temporary table trust_change on commit drop as
            with member as (
              select m.uid, m.urn from group_membership m where m.left_on is null and (m.joined_on is null or m.joined_on <= ?)
              union all
              select s.trust_uid, s.urn from school s
              where s.trust_uid is not null and not exists (select from group_membership m where m.uid = s.trust_uid)
            ), members as (
              select m.uid, jsonb_agg(m.urn order by m.urn) as urns from member m join school s on s.urn = m.urn
              where s.status in ('OPEN', 'OPEN_PROPOSED_TO_CLOSE') group by m.uid
            ), states as (
              select g.uid, p.version as old_version, p.state as old_state, jsonb_build_object('uid', g.uid, 'groupId', g.group_id, 'name', g.name,
                  'type', case g.type_code when '6' then 'MULTI_ACADEMY_TRUST' when '10' then 'SINGLE_ACADEMY_TRUST'
                    when '11' then 'SECURE_SINGLE_ACADEMY_TRUST' else case when g.type_code is not null then 'OTHER' end end,
                  'status', g.status, 'openedOn', coalesce(g.opened_on, g.incorporated_on), 'closedOn', g.closed_on,
                  'companiesHouseNumber', g.companies_house_number, 'ukprn', g.ukprn, 'urns', coalesce(m.urns, '[]'::jsonb)) as state
              from establishment_group g left join trust_state p on p.uid = g.uid left join members m on m.uid = g.uid
              where g.type_code is null or g.type_code in ('6', '10', '11') or p.uid is not null
            )
            select * from states where state is distinct from old_state""";
    private static final String KEEP_TRUST_STATES = """
            insert into trust_state (uid, version, state, import_id) select uid, 0, state, ? from trust_change
            on conflict (uid) do update set version = trust_state.version + 1, state = excluded.state, import_id = excluded.import_id""";
    private static final String TRUSTS = """
            insert into journal (topic, event_key, event_type, payload, ce_source, occurred_at, correlation_id, aggregate_type, aggregate_id,
              aggregate_version, actor_id, actor_roles, changed_fields, reason_code)
            select 'trusts.v1', c.uid, 'TrustUpdated', c.state, ?, now(), ?, 'Trust', c.uid, coalesce(c.old_version + 1, 0), ?, ?,
              case when c.old_state is null then '{}'::text[] else array(select f.key from jsonb_each(c.state) f where c.old_state->f.key <> f.value order by 1) end,
              ?
            from trust_change c order by c.uid""";

    private final String source;

    RegisterEvents(@ConfigProperty(name = "quarkus.application.name") String service) {
        this.source = "/school-hubs/" + service;
    }

    /** Who changed the register by an import: its sender. */
    SchoolTable.Author author(Lineage lineage) {
        return new SchoolTable.Author(source, lineage.requester(), lineage.correlationId(), "import");
    }

    /** Who changed it by taking an import back. */
    SchoolTable.Author author(Undoing undoing) {
        return new SchoolTable.Author(source, undoing.person(), undoing.correlationId(), "import-undone");
    }

    /** @param changes table of the schools to be published, with the columns urn and changed_fields */
    void schools(Connection connection, SchoolTable.Author author, String changes) throws SQLException {
        tell(connection, SCHOOLS.formatted(SchoolTable.PAYLOAD, changes), author);
    }

    /** Publishes every trust whose state is another than was published last. */
    void trusts(Connection connection, Lineage lineage) throws SQLException {
        trusts(connection, RegisterDay.of(connection, lineage.asAt()), lineage.importId(), author(lineage));
    }

    /** The same after an import was taken back. */
    void trusts(Undoing undoing) throws SQLException {
        trusts(undoing.connection(), RegisterDay.of(undoing.connection(), null), undoing.importId(), author(undoing));
    }

    private void trusts(Connection connection, LocalDate day, UUID importId, SchoolTable.Author author) throws SQLException {
        Sql.update(connection, TRUST_STATES, day);
        if (Sql.number(connection, "select count(*) from trust_change") > 0) {
            Sql.update(connection, KEEP_TRUST_STATES, importId);
            tell(connection, TRUSTS, author);
        }
    }

    private static void tell(Connection connection, String entries, SchoolTable.Author author) throws SQLException {
        var roles = connection.createArrayOf("text", author.actor().roles().toArray());
        Sql.update(connection, entries, author.eventSource(), author.correlationId(), author.actor().id(), roles, author.reason());
    }

    String source() {
        return source;
    }

    static Array roles(Connection connection, Actor actor) throws SQLException {
        return Sql.texts(connection, actor.roles());
    }
}
