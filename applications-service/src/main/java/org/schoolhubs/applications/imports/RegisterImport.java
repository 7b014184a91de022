package org.schoolhubs.applications.imports;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.schoolhubs.applications.imports.ImportState.Act;
import org.schoolhubs.kit.aggregate.Aggregate;
import org.schoolhubs.kit.journal.Actor;
import org.schoolhubs.kit.problem.Problem;

/** A file on its way into the register: lineage and outcome. */
@Entity
class RegisterImport extends Aggregate {
    /** A worker that dies is followed by another, but a file that kills each of them must not do so for ever. */
    static final int MOST_ATTEMPTS = 3;
    private static final int MOST_DETAIL = 4000;

    @Enumerated(EnumType.STRING)
    private ImportKind kind;
    private LocalDate asAt;
    private String fileName;
    private String selectionProgramme;
    private String selectionPathway;
    private String selectionCohort;
    private String sha256;
    private long bytes;
    private String requestedBy;
    private List<String> requesterRoles;
    private String correlationId;
    @Enumerated(EnumType.STRING)
    private ImportState state;
    private int attempts;
    private int percent;
    private long rowsRead;
    private long rowsCreated;
    private long rowsChanged;
    private long rowsUnchanged;
    private long rowsRejected;
    private long missing;
    private String failureCode;
    private String failureDetail;
    private Instant startedAt;
    private Instant finishedAt;
    private boolean dryRun;
    private long warnings;
    /** {@link ImportReport} as JSON. */
    @JdbcTypeCode(SqlTypes.JSON)
    private String report;
    private Long openBefore;
    private Long guarded;
    private Long guardLimit;
    private String confirmedBy;
    private Instant confirmedAt;
    private Long confirmedGuarded;
    private String cancelledBy;
    private String undoneBy;
    private List<String> undoRoles;
    private String undoCorrelationId;
    private Instant undoneAt;
    private String undoFailureCode;
    private String undoFailureDetail;

    /** For JPA. */
    protected RegisterImport() {
    }

    /** @param dryRun whether the register is to stay as it is */
    RegisterImport(ImportOrder order, boolean dryRun, Spool.Spooled file, Actor requester, String correlationId, Instant now) {
        super(now);
        this.kind = order.kind();
        this.asAt = order.asAt();
        this.fileName = order.fileName();
        if (order.selection() != null) {
            this.selectionProgramme = order.selection().programme();
            this.selectionPathway = order.selection().pathway();
            this.selectionCohort = order.selection().cohort();
        }
        this.sha256 = file.sha256();
        this.bytes = file.bytes();
        this.requestedBy = requester.id();
        this.requesterRoles = List.copyOf(requester.roles());
        this.correlationId = correlationId;
        this.state = ImportState.RECEIVED;
        this.dryRun = dryRun;
    }

    /** A worker takes it, to bring it in or to take it back: for the first time, or after another one died over it. */
    void begin(Instant now) {
        state = ImportState.TABLE.require(state, Act.BEGIN);
        attempts++;
        if (state == ImportState.RUNNING) {
            percent = 0;
            rowsRead = 0;
            startedAt = now;
        }
    }

    int attempts() {
        return attempts;
    }

    /** Whether workers have begun and died too often. */
    boolean isHopeless() {
        return attempts >= MOST_ATTEMPTS;
    }

    /** What reading and comparing found: the counts, the report as JSON, and how it stands to the guard. */
    record Findings(ImportCounts counts, String report, ImportReport.Guard guard) {
    }

    /** The register says it now. */
    void complete(Findings findings, Instant now) {
        state = ImportState.TABLE.require(state, Act.COMPLETE);
        keep(findings);
        finishedAt = now;
    }

    /** It was a dry run. */
    void report(Findings findings, Instant now) {
        state = ImportState.TABLE.require(state, Act.REPORT);
        keep(findings);
        finishedAt = now;
    }

    /** It would change too much to go in by itself. */
    void hold(Findings findings) {
        state = ImportState.TABLE.require(state, Act.HOLD);
        keep(findings);
    }

    private void keep(Findings findings) {
        var counts = findings.counts();
        percent = 100;
        rowsRead = counts.read();
        rowsCreated = counts.created();
        rowsChanged = counts.changed();
        rowsUnchanged = counts.unchanged();
        rowsRejected = counts.rejected();
        missing = counts.missing();
        warnings = counts.warnings();
        report = findings.report();
        openBefore = findings.guard() == null ? null : findings.guard().openBefore();
        guarded = findings.guard() == null ? null : findings.guard().closedOrMoved();
        guardLimit = findings.guard() == null ? null : findings.guard().limit();
    }

    /** @throws Problem 409 unless it waits for confirmation, or where the person is its sender */
    void requireConfirmable(String person) {
        ImportState.TABLE.require(state, Act.CONFIRM);
        if (person.equals(requestedBy)) {
            throw Problem.of(ImportError.IMPORT_NEEDS_ANOTHER_PERSON, "You sent this file: ask somebody else to look at its report.");
        }
    }

    /** A person lets it go in all the same: it is read again. As {@link #requireConfirmable}. */
    void confirm(String person, Instant now) {
        requireConfirmable(person);
        state = ImportState.TABLE.require(state, Act.CONFIRM);
        confirmedBy = person;
        confirmedAt = now;
        confirmedGuarded = guarded;
        attempts = 0;
        percent = 0;
    }

    /** @throws Problem 409 unless it waits for confirmation */
    void cancel(String person, Instant now) {
        state = ImportState.TABLE.require(state, Act.CANCEL);
        cancelledBy = person;
        finishedAt = now;
    }

    /** @throws Problem 409 unless it is completed */
    void requireUndoable() {
        ImportState.TABLE.require(state, Act.UNDO);
    }

    /** A person takes it back: a worker will do it. As {@link #requireUndoable}. */
    void undo(Actor person, String correlation) {
        state = ImportState.TABLE.require(state, Act.UNDO);
        undoneBy = person.id();
        undoRoles = List.copyOf(person.roles());
        undoCorrelationId = correlation;
        undoFailureCode = null;
        undoFailureDetail = null;
        attempts = 0;
    }

    /** What it changed says again what it said before. */
    void putBack(Instant now) {
        state = ImportState.TABLE.require(state, Act.PUT_BACK);
        undoneAt = now;
    }

    /** It was not taken back, and may be asked to be again. */
    void keep(String code, String detail) {
        state = ImportState.TABLE.require(state, Act.KEEP);
        undoneBy = null;
        undoRoles = null;
        undoCorrelationId = null;
        undoFailureCode = code;
        undoFailureDetail = shortened(detail);
    }

    /** The file is at fault. */
    void refuse(String code, String detail, Instant now) {
        state = ImportState.TABLE.require(state, Act.REFUSE);
        end(code, detail, now);
    }

    /** We are at fault. */
    void fail(String code, String detail, Instant now) {
        state = ImportState.TABLE.require(state, Act.FAIL);
        end(code, detail, now);
    }

    private void end(String code, String detail, Instant now) {
        failureCode = code;
        failureDetail = shortened(detail);
        finishedAt = now;
    }

    private static String shortened(String detail) {
        return detail.length() > MOST_DETAIL ? detail.substring(0, MOST_DETAIL) : detail;
    }

    ImportKind kind() {
        return kind;
    }

    LocalDate asAt() {
        return asAt;
    }

    String fileName() {
        return fileName;
    }

    /** What a selection list is for; null for other kinds. */
    SelectionTarget selection() {
        return selectionProgramme == null ? null : new SelectionTarget(selectionProgramme, selectionPathway, selectionCohort);
    }

    String sha256() {
        return sha256;
    }

    long bytes() {
        return bytes;
    }

    Actor requester() {
        return new Actor(requestedBy, requesterRoles);
    }

    String correlationId() {
        return correlationId;
    }

    ImportState state() {
        return state;
    }

    int percent() {
        return percent;
    }

    ImportCounts counts() {
        return new ImportCounts(rowsRead, rowsCreated, rowsChanged, rowsUnchanged, rowsRejected, missing, warnings);
    }

    String failureCode() {
        return failureCode;
    }

    String failureDetail() {
        return failureDetail;
    }

    Instant startedAt() {
        return startedAt;
    }

    Instant finishedAt() {
        return finishedAt;
    }

    boolean isDryRun() {
        return dryRun;
    }

    String report() {
        return report;
    }

    /** How many closures and moves a person has confirmed; 0 where nobody was asked. */
    long confirmedGuarded() {
        return confirmedGuarded == null ? 0 : confirmedGuarded;
    }

    String confirmedBy() {
        return confirmedBy;
    }

    Instant confirmedAt() {
        return confirmedAt;
    }

    String cancelledBy() {
        return cancelledBy;
    }

    String undoneBy() {
        return undoneBy;
    }

    Instant undoneAt() {
        return undoneAt;
    }

    /** Who takes it back; only while somebody does. */
    Actor undoer() {
        return new Actor(undoneBy, undoRoles);
    }

    String undoCorrelationId() {
        return undoCorrelationId;
    }

    /** Why it was not taken back when that was asked last; null where it was not asked or is under way or done. */
    String undoFailureCode() {
        return undoFailureCode;
    }

    String undoFailureDetail() {
        return undoFailureDetail;
    }
}
