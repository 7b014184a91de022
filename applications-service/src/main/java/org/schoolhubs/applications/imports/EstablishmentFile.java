package org.schoolhubs.applications.imports;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.schoolhubs.applications.imports.rules.Columns;
import org.schoolhubs.applications.imports.rules.Establishment;
import org.schoolhubs.applications.imports.rules.EstablishmentRows;
import org.schoolhubs.applications.register.rules.SearchText;

/** GIAS's establishment file: schools and the trusts they name. Every school that is new or differs is versioned and published as SchoolUpdated. */
@ApplicationScoped
class EstablishmentFile implements RegisterFile {
    private static final String FOREIGN_KEY_VIOLATION = "23503";
    private static final int NAMED = 5;

    private static final String TRUSTS = """
            insert into establishment_group (uid, name, import_id, source_file, source_as_at)
            select distinct on (trust_uid) trust_uid, trust_name, ?::uuid, ?, ?::date from school_change
            where trust_uid is not null and trust_name is not null order by trust_uid, urn
            on conflict (uid) do update set name = excluded.name, import_id = excluded.import_id, source_file = excluded.source_file, source_as_at = excluded.source_as_at
            where establishment_group.name <> excluded.name and establishment_group.type_code is null""";

    private static final String ADD_SUCCESSOR_TO_FIELDS = """
            update school_change c set changed_fields = array_append(c.changed_fields, 'successorUrn')
            from successor_change f where f.urn = c.urn and c.old_version is not null""";
    /** Of an import that is undone: the successors that it took away or gave go back with the rest of the row. */
    private static final String TELL_SUCCESSORS_BEFORE = """
            update school_change c set changed_fields = array_append(c.changed_fields, 'successorUrn')
            from school s, school_version v
            where s.urn = c.urn and v.urn = c.urn and v.superseded_by = ? and v.import_id <> v.superseded_by
              and s.successor_urn is distinct from v.content->>'successor_urn'""";
    private static final String SUCCESSORS_BEFORE = """
            update school s set successor_urn = v.content->>'successor_urn'
            from school_change c, school_version v where c.urn = s.urn and v.urn = s.urn and v.superseded_by = ? and v.import_id <> v.superseded_by""";
    private static final String MISSING = """
            from school s
            where not exists (select from school_staging t where t.urn = s.urn) and not exists (select from rejected_urn r where r.urn = s.urn)""";
    private static final String LIST_MISSING = """
            insert into import_change (import_id, urn, name, changes, live_applications)
            select ?, m.urn, m.name, array['MISSING'], coalesce(l.ids, '{}')
            from (select s.urn, s.name %s and s.status <> 'CLOSED') as m left join %s on l.urn = m.urn""".formatted(MISSING, ImportChanges.LIVE);

    private static final String CREATED = """
            select s.urn from school s where s.import_id = ? and not exists (select from school_change c where c.urn = s.urn) order by s.urn""";
    private static final String FOLLOWED = """
            select string_agg(distinct urn, ', ') from (select urn from register_change where import_id = ? and outcome in ('FOLLOWED', 'TASK_RAISED') order by urn limit %d)
            as followed""".formatted(NAMED);
    private static final String NOTHING_TO_RECONCILE = """
            update register_change set worked_at = now(), outcome = 'NOTHING_TO_DO', detail = 'The import was undone.' where import_id = ? and worked_at is null""";

    private final RegisterEvents events;
    private final Successors successors;
    private final LiveApplications applications;

    EstablishmentFile(RegisterEvents events, Successors successors, LiveApplications applications) {
        this.events = events;
        this.successors = successors;
        this.applications = applications;
    }

    @Override
    public ImportKind kind() {
        return ImportKind.GIAS_ESTABLISHMENTS;
    }

    @Override
    public List<String> requiredColumns() {
        return EstablishmentRows.REQUIRED_COLUMNS;
    }

    @Override
    public Loader begin(Staging staging) throws SQLException {
        return new EstablishmentLoader(staging);
    }

    /** One file under way. */
    private final class EstablishmentLoader implements Loader {
        private final Staging staging;
        private final CopyBatch schools;
        private List<String> untouched = List.of();
        private Columns header;

        private EstablishmentLoader(Staging staging) throws SQLException {
            this.staging = staging;
            this.schools = staging.into("school_staging", "urn text not null, " + SchoolTable.DEFINITIONS, "urn, " + SchoolTable.COLUMNS);
        }

        @Override
        public void row(Columns columns, List<String> fields, long line) throws SQLException {
            if (header != columns) {
                header = columns;
                untouched = EstablishmentRows.unknownTo(columns);
            }
            var row = EstablishmentRows.parse(columns, fields, line);
            if (staging.accepts(row, line)) {
                stage(row.value(), schools);
            }
        }

        @Override
        public ImportCounts merge() throws SQLException {
            schools.flush();
            staging.flush();
            var connection = staging.connection();
            var lineage = staging.lineage();
            var table = new SchoolTable(connection);
            boolean firstFill = Sql.number(connection, "select count(*) from (select from school limit 1) as any_school") == 0;
            long changes = table.compareWithStaging(untouched);
            long created = 0;
            if (!firstFill) {
                table.list(lineage.importId());
                Sql.update(connection, LIST_MISSING, lineage.importId());
            }
            if (changes > 0) {
                table.update(lineage.importId(), lineage.importId(), lineage.fileName(), lineage.asAt());
                created = table.insert(lineage);
                Sql.update(connection, TRUSTS, lineage.importId(), lineage.fileName(), lineage.asAt());
            }
            if (changes > 0 || successors.waitForADay(connection)) {
                successors.settle(connection, lineage);
            }
            if (changes > 0) {
                Sql.update(connection, ADD_SUCCESSOR_TO_FIELDS);
                table.tell(lineage.importId(), events.author(lineage));
                events.trusts(connection, lineage);
            }
            return staging.counts(created, changes - created, Sql.number(connection, "select count(*) " + MISSING));
        }
    }

    private static void stage(Establishment school, CopyBatch schools) throws SQLException {
        var place = school.place();
        var more = school.details();
        schools.row(school.urn(), school.ukprn(), school.name(), SearchText.fold(school.name()), school.status(), school.typeCode(), school.typeName(),
                school.typeGroupCode(), school.phaseCode(), school.phase(), school.provision(), school.furtherEducationType(), school.laCode(),
                school.laName(), school.region(), school.trustUid(), school.trustName(), place == null ? null : place.easting(),
                place == null ? null : place.northing(), school.pupils(), school.percentFsm(), school.urbanRural(), school.town(), school.postcode(),
                school.openedOn(), school.closedOn(), more.establishmentNumber(), more.lowAge(), more.highAge(), more.nurseryProvision(),
                more.officialSixthForm(), more.boarders(), more.gender(), more.religiousCharacter(), more.admissionsPolicy(), more.capacity(),
                more.trustSchoolFlag(), more.federationUid(), more.federationName(), more.street(), more.locality(), more.address3(), more.county(),
                more.website(), more.district(), more.reasonOpened(), more.reasonClosed(), more.section41(), more.sourceChangedOn());
    }

    @Override
    public boolean isUndoable() {
        return true;
    }

    /**
     * Schools that the import changed say again what they said before. Schools that it brought leave the register, unless something refers to them; their last
     * SchoolUpdated says that they are closed. Trusts that only its rows named stay: a name alone decides nothing.
     */
    @Override
    public void undo(Undoing undoing) throws SQLException {
        var connection = undoing.connection();
        var followed = Sql.text(connection, FOLLOWED, undoing.importId());
        if (followed != null) {
            throw Undoing.builtUpon("Applications followed the closure of schools, or await a person because of it: " + followed + ".");
        }
        Sql.update(connection, NOTHING_TO_RECONCILE, undoing.importId());
        var table = new SchoolTable(connection);
        var author = events.author(undoing);
        long changed = table.compareWithVersions(undoing.importId());
        var created = new TreeSet<>(Sql.texts(connection, CREATED, undoing.importId()));
        requireNoApplications(created);
        if (changed > 0) {
            Sql.update(connection, TELL_SUCCESSORS_BEFORE, undoing.importId());
            table.update(undoing.importId(), null, null, null);
            Sql.update(connection, SUCCESSORS_BEFORE, undoing.importId());
            table.tell(undoing.importId(), author);
        }
        leave(created, table, undoing, author);
        events.trusts(undoing);
    }

    private void requireNoApplications(Set<String> created) {
        var schools = created.isEmpty() ? Set.<String>of() : applications.withApplications(created);
        if (!schools.isEmpty()) {
            throw Undoing.builtUpon("There are applications of schools that the import brought: "
                    + String.join(", ", new TreeSet<>(schools).stream().limit(NAMED).toList()) + ".");
        }
    }

    private void leave(Set<String> created, SchoolTable table, Undoing undoing, SchoolTable.Author author) throws SQLException {
        if (created.isEmpty()) {
            return;
        }
        new VersionedRows("school", "urn", SchoolTable.COLUMNS).keep(undoing, "true");
        try {
            table.remove(created, author);
        } catch (SQLException violation) {
            if (FOREIGN_KEY_VIOLATION.equals(violation.getSQLState())) {
                throw Undoing.builtUpon("The register holds other facts of schools that the import brought: " + Sql.referringTable(violation) + ".");
            }
            throw violation;
        }
    }
}
