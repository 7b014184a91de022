package org.schoolhubs.applications.imports;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import org.schoolhubs.applications.imports.rules.Columns;
import org.schoolhubs.applications.imports.rules.Establishment;
import org.schoolhubs.applications.imports.rules.EstablishmentRows;
import org.schoolhubs.applications.imports.rules.RowFingerprint;
import org.schoolhubs.applications.register.rules.SearchText;
import org.schoolhubs.kernel.Urn;
import org.schoolhubs.kit.time.LondonDates;

/** GIAS's establishment file: schools and the trusts they name. Every school that is new or differs is versioned and published as SchoolUpdated. */
@ApplicationScoped
class EstablishmentFile implements RegisterFile {
    private static final HexFormat HEX = HexFormat.of();

    private static final String TRUSTS = """
            insert into establishment_group (uid, name, import_id, source_file, source_as_at)
            select distinct on (trust_uid) trust_uid, trust_name, ?::uuid, ?, ?::date from school_change
            where trust_uid is not null and trust_name is not null order by trust_uid, urn
            on conflict (uid) do update set name = excluded.name, import_id = excluded.import_id, source_file = excluded.source_file, source_as_at = excluded.source_as_at
            where establishment_group.name <> excluded.name and establishment_group.type_code is null""";

    private static final String ADD_SUCCESSOR_TO_FIELDS = """
            update school_change c set changed_fields = array_append(c.changed_fields, 'successorUrn')
            from successor_change f where f.urn = c.urn and c.old_version is not null""";
    private static final String LIST_MISSING = """
            insert into import_change (import_id, urn, name, changes, live_applications)
            select ?, s.urn, s.name, array['MISSING'], coalesce(l.ids, '{}')
            from missing_urn m join school s on s.urn = m.urn left join %s on l.urn = m.urn where s.status <> 'CLOSED'""".formatted(ImportChanges.LIVE);
    private static final String REMEMBER = """
            insert into school_fingerprint (urn, fingerprint) select urn, fingerprint from school_staging where fingerprint is not null
            on conflict (urn) do update set fingerprint = excluded.fingerprint where school_fingerprint.fingerprint <> excluded.fingerprint""";
    private static final String FORGET = """
            delete from school_fingerprint f using school_staging t where t.urn = f.urn and t.fingerprint is null""";
    private static final String FORGET_UNDONE = "delete from school_fingerprint where urn in (select urn from school_change)";

    /** What other files said of schools that the import brought, by what it is. */
    private static final String RESTING_ON_BROUGHT = """
            select string_agg(what, ', ') from (
              select 'inspections' as what where exists (select from inspection r join school_brought b on b.urn = r.urn)
              union all select 'group memberships' where exists (select from group_membership r join school_brought b on b.urn = r.urn)
              union all select 'attendance data sharing' where exists (select from attendance_sharing r join school_brought b on b.urn = r.urn)
              union all select 'selection lists' where exists (select from selection_entry r join school_brought b on b.urn = r.urn
                join selection_list l on l.id = r.list_id join register_import i on i.id = l.import_id and i.state <> 'UNDONE')) as resting""";
    private static final String WITH_APPLICATIONS = "select urn from school_brought where urn = any(?)";
    /** Another kind of file, links for one, has given schools of the import a further version. */
    private static final String VERSIONED_SINCE = """
            select string_agg(distinct s.import_id::text, ', ') from school_version v join school s on s.urn = v.urn
            where v.import_id = ? and v.superseded_by <> v.import_id and s.import_id <> v.import_id""";
    /** Those of which the files of this kind say what they said: the successors are worked out anew besides. */
    private static final String VERSIONED_NOW = "exists (select from school_change v where v.urn = s.urn)";

    private final RegisterEvents events;
    private final Successors successors;
    private final LiveApplications applications;
    private final Clock clock;

    EstablishmentFile(RegisterEvents events, Successors successors, LiveApplications applications, Clock clock) {
        this.events = events;
        this.successors = successors;
        this.applications = applications;
        this.clock = clock;
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

    /** One file under way. Rows that are as they were in the file before are counted and passed over; the others are staged and compared. */
    private final class EstablishmentLoader implements Loader {
        private final Staging staging;
        private final CopyBatch schools;
        private final CopyBatch missing;
        private final KnownSchools known;
        private List<String> untouched = List.of();
        private final LocalDate today = LondonDates.today(clock);
        private RowFingerprint fingerprint;
        private Columns header;

        private EstablishmentLoader(Staging staging) throws SQLException {
            this.staging = staging;
            this.schools = staging.into("school_staging", "urn text not null, " + SchoolTable.DEFINITIONS + ", fingerprint bytea",
                    "urn, " + SchoolTable.COLUMNS + ", fingerprint");
            this.missing = staging.into("missing_urn", "urn text not null", "urn");
            this.known = KnownSchools.read(staging.connection());
        }

        @Override
        public void row(Columns columns, List<String> fields, long line) throws SQLException {
            if (header != columns) {
                header = columns;
                untouched = EstablishmentRows.unknownTo(columns);
                fingerprint = EstablishmentRows.fingerprint(columns);
            }
            var digest = fields.size() == columns.count() ? fingerprint.of(fields) : null;
            if (digest != null && isAsBefore(EstablishmentRows.urn(columns, fields), digest)) {
                staging.acceptsAsBefore(Integer.parseInt(EstablishmentRows.urn(columns, fields)), line);
                return;
            }
            var row = EstablishmentRows.parse(columns, fields, line, today);
            if (staging.accepts(row, line)) {
                stage(row.value(), row.warnings().isEmpty() ? HEX.formatHex(digest) : null, schools);
            }
        }

        private boolean isAsBefore(String urn, byte[] digest) {
            return Urn.isValid(urn) && known.isAsBefore(Integer.parseInt(urn), digest);
        }

        @Override
        public ImportCounts merge() throws SQLException {
            schools.flush();
            staging.flush();
            var connection = staging.connection();
            var lineage = staging.lineage();
            var table = new SchoolTable(connection);
            long missingSchools = findMissing();
            long changes = table.compareWithStaging(untouched);
            long created = 0;
            if (!known.isEmpty()) {
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
            Sql.update(connection, FORGET);
            Sql.update(connection, REMEMBER);
            return staging.counts(created, changes - created, missingSchools);
        }

        private long findMissing() throws SQLException {
            long count = 0;
            for (int urn : known.urns()) {
                if (!staging.mentions(urn)) {
                    missing.row(urn);
                    count++;
                }
            }
            missing.flush();
            return count;
        }
    }

    private static void stage(Establishment school, String fingerprint, CopyBatch schools) throws SQLException {
        var place = school.place();
        var more = school.details();
        schools.row(school.urn(), school.ukprn(), school.name(), SearchText.fold(school.name()), school.status(), school.typeCode(), school.typeName(),
                school.typeGroupCode(), school.phaseCode(), school.phase(), school.provision(), school.furtherEducationType(), school.laCode(),
                school.laName(), school.region(), school.trustUid(), school.trustName(), place == null ? null : place.easting(),
                place == null ? null : place.northing(), school.pupils(), school.percentFsm(), school.urbanRural(), school.town(), school.postcode(),
                school.openedOn(), school.closedOn(), more.establishmentNumber(), more.lowAge(), more.highAge(), more.nurseryProvision(),
                more.officialSixthForm(), more.boarders(), more.gender(), more.religiousCharacter(), more.admissionsPolicy(), more.capacity(),
                more.trustSchoolFlag(), more.federationUid(), more.federationName(), more.street(), more.locality(), more.address3(), more.county(),
                more.website(), more.district(), more.reasonOpened(), more.reasonClosed(), more.section41(), more.sourceChangedOn(),
                fingerprint == null ? null : "\\x" + fingerprint);
    }

    /** A school that the import brought stays in the register, CLOSED: neither applications nor other files may rest on it. */
    @Override
    public void requireNothingRestsOn(Undoing undoing) throws SQLException {
        var connection = undoing.connection();
        var since = Sql.text(connection, VERSIONED_SINCE, undoing.importId());
        if (since != null) {
            throw Undoing.builtUpon("Other files changed schools since that it changed: undo import " + since + " first, if it is wrong too.");
        }
        new SchoolTable(connection).findBrought(undoing.importId());
        var schools = Sql.texts(connection, WITH_APPLICATIONS, Sql.texts(connection, applications.schoolsWithApplications()));
        if (!schools.isEmpty()) {
            throw Undoing.builtUpon("There are applications of schools that the import brought: " + Reversals.named(schools) + ".");
        }
        var resting = Sql.text(connection, RESTING_ON_BROUGHT);
        if (resting != null) {
            throw Undoing.builtUpon("Other files said something of schools that the import brought: " + resting + ".");
        }
    }

    /**
     * Schools that the import changed say again what they said before, and their successors are those of the links that stand. Schools that it brought are closed.
     * Trusts that only its rows named stay: a name alone decides nothing.
     */
    @Override
    public void undo(Undoing undoing) throws SQLException {
        var connection = undoing.connection();
        var table = new SchoolTable(connection);
        if (table.compareWithVersions(undoing.importId()) > 0) {
            Sql.update(connection, FORGET_UNDONE);
            table.update(undoing.importId(), null, null, null);
            successors.settleAgain(undoing, VERSIONED_NOW);
            Sql.update(connection, ADD_SUCCESSOR_TO_FIELDS);
            table.tell(undoing.importId(), events.author(undoing));
        }
        events.trusts(undoing);
    }
}
