package org.schoolhubs.applications.imports;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.schoolhubs.applications.imports.rules.AttendanceSharingRows;
import org.schoolhubs.applications.imports.rules.Columns;

/** Which schools share their daily attendance data. Schools that the file does not list keep what they had. */
@ApplicationScoped
class AttendanceSharingFile implements RegisterFile {
    private static final String STAGING = "sharing_staging";
    private static final VersionedTable SHARING = new VersionedTable("attendance_sharing", "urn", columns());
    private static final String MISSING = """
            select count(*) from attendance_sharing a
            where not exists (select from sharing_staging t where t.urn = a.urn) and not exists (select from rejected_urn r where r.urn = a.urn)""";
    /** The day of the last data moves all the time; work for others is only a status that was known and is another now. */
    private static final String WORK = """
            insert into register_change (import_id, urn, step, fields)
            select ?::uuid, c.urn, 'OTHER', '{attendanceSharing}' from attendance_sharing_change c
            join attendance_sharing_version v on v.urn = c.urn and v.version = c.old_version
            where v.content->>'status' <> c.status order by c.urn""";

    private static final String WORK_UNDONE = """
            insert into register_change (import_id, urn, step, fields)
            select ?::uuid, v.urn, 'OTHER', '{attendanceSharing}' from attendance_sharing_version v left join attendance_sharing a on a.urn = v.urn
            where v.import_id = ? and v.superseded_by = v.import_id and v.content->>'status' is distinct from a.status order by v.urn""";

    private static Map<String, String> columns() {
        var columns = new LinkedHashMap<String, String>();
        columns.put("status", "text");
        columns.put("source", "text");
        columns.put("checked_on", "date");
        columns.put("last_data_on", "date");
        return columns;
    }

    @Override
    public ImportKind kind() {
        return ImportKind.ATTENDANCE_SHARING;
    }

    @Override
    public List<String> requiredColumns() {
        return AttendanceSharingRows.REQUIRED_COLUMNS;
    }

    @Override
    public Loader begin(Staging staging) throws SQLException {
        var schools = staging.into(STAGING, SHARING.definitions(), SHARING.names());
        return new Loader() {
            @Override
            public void row(Columns columns, List<String> fields, long line) throws SQLException {
                var row = AttendanceSharingRows.parse(columns, fields, line, staging.lineage().asAt());
                if (staging.accepts(row, line)) {
                    var sharing = row.value();
                    schools.row(line, sharing.urn(), sharing.status(), sharing.source(), sharing.checkedOn(), sharing.lastDataOn());
                }
            }

            @Override
            public ImportCounts merge() throws SQLException {
                schools.flush();
                staging.flush();
                return mergeInto(staging);
            }
        };
    }

    private static ImportCounts mergeInto(Staging staging) throws SQLException {
        var connection = staging.connection();
        staging.rejectStaged(STAGING, "not exists (select from school s where s.urn = t.urn)", "URN", "urn", "school-unknown",
                "The register has no such school: import the GIAS file of the same time first.");
        var merged = SHARING.merge(connection, staging.lineage(), STAGING);
        if (merged.changed() > 0) {
            Sql.update(connection, WORK, staging.lineage().importId());
        }
        return staging.counts(merged.created(), merged.changed(), Sql.number(connection, MISSING));
    }

    /** Nothing but judgements rests on it. */
    @Override
    public void requireNothingRestsOn(Undoing undoing) {
        // nothing else to ask for
    }

    /** Schools that the import changed have again what they had before, and schools of which it was the first to say anything have nothing. */
    @Override
    public void undo(Undoing undoing) throws SQLException {
        SHARING.rows().restore(undoing);
        SHARING.rows().remove(undoing);
        Sql.update(undoing.connection(), WORK_UNDONE, undoing.importId(), undoing.importId());
    }
}
