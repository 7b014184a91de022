package org.schoolhubs.applications.imports;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Full states of schools and trusts, journaled in bulk by the import that changed them, in the name of who sent its file. */
@ApplicationScoped
class RegisterEvents {
    private static final String SCHOOLS = """
            insert into journal (topic, event_key, event_type, payload, ce_source, occurred_at, correlation_id, aggregate_type, aggregate_id,
              aggregate_version, actor_id, actor_roles, changed_fields, reason_code)
            select 'schools.v1', s.urn, 'SchoolUpdated', jsonb_build_object('urn', s.urn, 'ukprn', s.ukprn, 'name', s.name, 'status', s.status,
                'typeCode', s.type_code, 'phase', s.phase, 'provision', s.provision, 'laCode', s.la_code, 'laName', s.la_name, 'region', s.region,
                'trustUid', s.trust_uid, 'trustName', s.trust_name, 'town', s.town, 'postcode', s.postcode, 'easting', s.easting,
                'northing', s.northing, 'pupils', s.pupils, 'percentFsm', s.percent_fsm, 'urbanRural', s.urban_rural, 'openedOn', s.opened_on,
                'closedOn', s.closed_on, 'successorUrn', s.successor_urn),
              ?, now(), ?, 'School', s.urn, s.version, ?, ?, c.changed_fields, 'import'
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
              'import'
            from trust_change c order by c.uid""";

    private final String source;

    RegisterEvents(@ConfigProperty(name = "quarkus.application.name") String service) {
        this.source = "/school-hubs/" + service;
    }

    /** @param changes table of the schools to be published, with the columns urn and changed_fields */
    void schools(Connection connection, Lineage lineage, String changes) throws SQLException {
        Sql.update(connection, SCHOOLS.formatted(changes), source, lineage.correlationId(), lineage.requester().id(), roles(connection, lineage));
    }

    /** Publishes every trust whose state is another than was published last. */
    void trusts(Connection connection, Lineage lineage) throws SQLException {
        Sql.update(connection, TRUST_STATES, RegisterDay.of(connection, lineage));
        if (Sql.number(connection, "select count(*) from trust_change") > 0) {
            Sql.update(connection, KEEP_TRUST_STATES, lineage.importId());
            Sql.update(connection, TRUSTS, source, lineage.correlationId(), lineage.requester().id(), roles(connection, lineage));
        }
    }

    String source() {
        return source;
    }

    static Array roles(Connection connection, Lineage lineage) throws SQLException {
        return connection.createArrayOf("text", lineage.requester().roles().toArray());
    }
}
