package org.schoolhubs.applications.imports;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.schoolhubs.applications.imports.ImportState.Act;
import org.schoolhubs.kit.aggregate.Aggregate;
import org.schoolhubs.kit.journal.Actor;

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

    /** For JPA. */
    protected RegisterImport() {
    }

    RegisterImport(ImportOrder order, Spool.Spooled file, Actor requester, String correlationId, Instant now) {
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
    }

    /** A worker takes it: for the first time, or after another one died over it. */
    void begin(Instant now) {
        state = ImportState.TABLE.require(state, Act.BEGIN);
        attempts++;
        percent = 0;
        rowsRead = 0;
        startedAt = now;
    }

    int attempts() {
        return attempts;
    }

    /** Whether workers have begun and died too often. */
    boolean isHopeless() {
        return attempts >= MOST_ATTEMPTS;
    }

    void complete(ImportCounts counts, Instant now) {
        state = ImportState.TABLE.require(state, Act.COMPLETE);
        percent = 100;
        rowsRead = counts.read();
        rowsCreated = counts.created();
        rowsChanged = counts.changed();
        rowsUnchanged = counts.unchanged();
        rowsRejected = counts.rejected();
        missing = counts.missing();
        finishedAt = now;
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
        failureDetail = detail.length() > MOST_DETAIL ? detail.substring(0, MOST_DETAIL) : detail;
        finishedAt = now;
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
        return new ImportCounts(rowsRead, rowsCreated, rowsChanged, rowsUnchanged, rowsRejected, missing);
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
}
