package org.schoolhubs.applications.register;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.schoolhubs.applications.register.rules.SearchText;
import org.schoolhubs.testkit.SharedInfrastructure;

/** Rows of the register as the imports would write them, for tests that read them. */
public final class RegisterRows {
    private static final AtomicInteger NEXT_URN = new AtomicInteger(640_000);
    private static final AtomicInteger NEXT_UID = new AtomicInteger(64_000);

    private RegisterRows() {
    }

    /** A URN that no other test has. */
    public static String urn() {
        return String.valueOf(NEXT_URN.getAndIncrement());
    }

    /** A group UID that no other test has. */
    public static String uid() {
        return String.valueOf(NEXT_UID.getAndIncrement());
    }

    /** A completed import of an early day, so that it makes no later file an older one. */
    public static String importOf(String kind, String asAt) {
        var id = UUID.randomUUID().toString();
        run("""
                insert into register_import (id, version, created_at, kind, as_at, file_name, sha256, bytes, requested_by, requester_roles, correlation_id,
                        state, finished_at)
                values ('%s', 0, now(), '%s', '%s', 'file-of-%3$s.csv', '%s', 1, 'register-rows', '{}', 'tests', 'COMPLETED', now())"""
                .formatted(id, kind, asAt, (id + id).replace("-", "").substring(0, 64)));
        return id;
    }

    /** An open secondary school in Camden, with the given columns set otherwise: {@code "name", "Hollowmere", "easting", 528159}. */
    public static String school(Object... columnsAndValues) {
        var urn = urn();
        schoolOf(urn, columnsAndValues);
        return urn;
    }

    /** As {@link #school}, of a given URN. */
    public static void schoolOf(String urn, Object... columnsAndValues) {
        var row = new java.util.LinkedHashMap<String, Object>();
        row.put("urn", urn);
        row.put("version", 0);
        row.put("name", "School " + urn);
        row.put("status", "OPEN");
        row.put("type_code", "1");
        row.put("type_group_code", "4");
        row.put("phase_code", "4");
        row.put("phase", "SECONDARY");
        row.put("provision", "MAINSTREAM");
        row.put("la_code", "202");
        row.put("la_name", "Camden");
        row.put("region", "H");
        row.put("source_file", "file-of-2010-01-01.csv");
        row.put("source_as_at", "2010-01-01");
        for (int i = 0; i < columnsAndValues.length; i += 2) {
            row.put((String) columnsAndValues[i], columnsAndValues[i + 1]);
        }
        row.putIfAbsent("import_id", importOf("GIAS_ESTABLISHMENTS", row.get("source_as_at").toString()));
        row.put("search_name", SearchText.fold(row.get("name").toString()));
        insert("school", row);
    }

    /** What a later file makes of a school: the old version is kept, the row says what is new. */
    public static String changed(String urn, String asAt, String assignments) {
        var id = importOf("GIAS_ESTABLISHMENTS", asAt);
        run("""
                insert into school_version (urn, version, valid_from, valid_to, import_id, superseded_by, content)
                select s.urn, s.version, s.source_as_at, '%s', s.import_id, '%s', to_jsonb(s) from school s where s.urn = '%s'""".formatted(asAt, id, urn));
        run("update school set version = version + 1, import_id = '%s', source_file = 'file-of-%s.csv', source_as_at = '%2$s', %s where urn = '%s'"
                .formatted(id, asAt, assignments, urn));
        return id;
    }

    /** A multi-academy trust, with the given columns set otherwise. */
    public static String group(Object... columnsAndValues) {
        var row = new java.util.LinkedHashMap<String, Object>();
        row.put("uid", uid());
        row.put("type_code", "6");
        row.put("type_name", "Multi-academy trust");
        row.put("status", "OPEN");
        row.put("source_file", "groups.csv");
        row.put("source_as_at", "2010-01-01");
        for (int i = 0; i < columnsAndValues.length; i += 2) {
            row.put((String) columnsAndValues[i], columnsAndValues[i + 1]);
        }
        row.putIfAbsent("name", "Trust " + row.get("uid"));
        row.putIfAbsent("import_id", importOf("GIAS_GROUPS", "2010-01-01"));
        insert("establishment_group", row);
        return row.get("uid").toString();
    }

    /** A school's stay in a group; days may be null. */
    public static void member(String uid, String urn, String joinedOn, String leftOn) {
        var id = importOf("GIAS_GROUP_LINKS", "2010-01-01");
        var row = new java.util.LinkedHashMap<String, Object>();
        row.put("uid", uid);
        row.put("urn", urn);
        row.put("joined_on", joinedOn);
        row.put("left_on", leftOn);
        row.put("import_id", id);
        row.put("ended_by", leftOn == null ? null : id);
        insert("group_membership", row);
    }

    /** A link between two schools, both ends, as GIAS has them. */
    public static void succeeded(String closed, String successor, String variant) {
        var id = importOf("GIAS_LINKS", "2010-01-01");
        link(closed, successor, "Successor" + variant, "SUCCESSOR", id);
        link(successor, closed, "Predecessor" + variant, "PREDECESSOR", id);
    }

    private static void link(String urn, String other, String type, String kind, String importId) {
        run("""
                insert into school_link (urn, link_urn, link_type, kind, link_name, established_on, import_id, source_file, source_as_at)
                values ('%s', '%s', '%s', '%s', 'School %2$s', '2010-01-01', '%s', 'links.csv', '2010-01-01')""".formatted(urn, other, type, kind, importId));
    }

    /** Work for reconciliation, of an import. */
    public static long change(String importId, String urn, String step, String... fields) {
        run("insert into register_change (import_id, urn, step, fields) values ('%s', '%s', '%s', '{%s}')".formatted(importId, urn, step, String.join(",",
                fields)));
        return number("select max(id) from register_change where urn = '" + urn + "'");
    }

    private static void insert(String table, java.util.Map<String, Object> row) {
        var columns = new ArrayList<String>();
        var values = new ArrayList<String>();
        row.forEach((column, value) -> {
            columns.add(column);
            values.add(value == null ? "null" : "'" + value.toString().replace("'", "''") + "'");
        });
        run("insert into %s (%s) values (%s)".formatted(table, String.join(", ", columns), String.join(", ", values)));
    }

    /** Runs SQL as the service's own role. */
    public static void run(String sql) {
        try (var connection = SharedInfrastructure.asApplication(); var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(sql, failure);
        }
    }

    public static long number(String sql) {
        return Long.parseLong(texts(sql).get(0));
    }

    public static List<String> texts(String sql) {
        try (var connection = SharedInfrastructure.asApplication(); var statement = connection.createStatement(); var rows = statement.executeQuery(sql)) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        } catch (SQLException failure) {
            throw new IllegalStateException(sql, failure);
        }
    }
}
