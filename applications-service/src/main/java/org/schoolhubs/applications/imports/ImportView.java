package org.schoolhubs.applications.imports;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.schoolhubs.kit.web.Action;
import org.schoolhubs.kit.web.Versioned;

/** An import as third parties see it. */
@Schema(name = "Import", description = "A file on its way into the register: where it stands, what became of its rows, where it came from.")
record ImportView(
        UUID id,
        @Schema(description = "Counts changes; also in the ETag.", examples = "2") long version,
        ImportKind kind,
        ImportState state,
        @Schema(description = "How far the worker is.", examples = "100") int percent,
        ImportCounts counts,
        @Schema(description = "Why it was REFUSED or FAILED: column-missing, file-of-another-kind, file-unreadable, file-cut-off, "
                + "file-without-rows, file-incomplete, selection-empty, encoding-unknown, file-lost, import-failed.", nullable = true,
                examples = "column-missing") String failureCode,
        @Schema(description = "The same in a sentence.", nullable = true, examples = "The file lacks the column \"UrbanRural (code)\".") String failureDetail,
        @Schema(description = "As its sender calls it.", examples = "edubasealldata20260801.csv") String fileName,
        @Schema(description = "The day the file describes.", examples = "2026-08-01") LocalDate asAt,
        @Schema(description = "SHA-256 of the file, hexadecimal.", examples = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08") String sha256,
        @Schema(description = "Size of the file.", examples = "62914560") long bytes,
        @Schema(description = "Opaque subject of the token that sent it.", examples = "nightly-collector") String requestedBy,
        @Schema(description = "When it was received.", examples = "2026-08-02T02:10:00Z") Instant receivedAt,
        @Schema(description = "When the last worker began.", nullable = true, examples = "2026-08-02T02:10:01Z") Instant startedAt,
        @Schema(description = "When it ended.", nullable = true, examples = "2026-08-02T02:10:09Z") Instant finishedAt,
        @Schema(description = "The rows that did not go in, as CSV.", examples = "/v1/imports/0197f3a0-7c1e-7d2a-9b1f-3f1f0c9a1b2c/rejected-rows")
        String rejectedRows,
        @Schema(description = "Whether it only tries: the register stays as it is.", examples = "false") boolean dryRun,
        @Schema(description = "What changed or would change, once it is known.", nullable = true) ImportReport report,
        @Schema(description = "The same school by school.", examples = "/v1/imports/0197f3a0-7c1e-7d2a-9b1f-3f1f0c9a1b2c/changes") String changes,
        @Schema(description = "Opaque subject of the person who let it in though it closes or moves many schools.", nullable = true,
                examples = "0197f3a0-0000-7000-8000-000000000001") String confirmedBy,
        @Schema(nullable = true, examples = "2026-08-02T08:30:00Z") Instant confirmedAt,
        @Schema(description = "Opaque subject of the person who cancelled it.", nullable = true, examples = "0197f3a0-0000-7000-8000-000000000001")
        String cancelledBy,
        @Schema(description = "Opaque subject of the person who undid it, or asked for it while it is UNDOING.", nullable = true,
                examples = "0197f3a0-0000-7000-8000-000000000001") String undoneBy,
        @Schema(nullable = true, examples = "2026-08-03T09:00:00Z") Instant undoneAt,
        @Schema(description = "Why it was not undone when somebody asked for it last: import-built-upon, reversal-failed.", nullable = true,
                examples = "import-built-upon") String reversalFailureCode,
        @Schema(description = "The same in a sentence.", nullable = true, examples = "There are invitations from the list that it brought. Send a corrected file instead.")
        String reversalFailureDetail,
        @Schema(description = "What you may do now and, for what you may not, why. Of a single import.", nullable = true) List<Action> actions,
        @Schema(description = "Of a selection list: what it selects for. Null for other kinds.", nullable = true) SelectionTarget selection)
        implements Versioned {

    static ImportView of(RegisterImport run, ImportReport report, List<Action> actions) {
        var path = "/v1/imports/" + run.id();
        return new ImportView(run.id(), run.version(), run.kind(), run.state(), run.percent(), run.counts(), run.failureCode(), run.failureDetail(),
                run.fileName(), run.asAt(), run.sha256(), run.bytes(), run.requester().id(), run.createdAt(), run.startedAt(), run.finishedAt(),
                path + "/rejected-rows", run.isDryRun(), report, path + "/changes", run.confirmedBy(), run.confirmedAt(), run.cancelledBy(), run.undoneBy(),
                run.undoneAt(), run.undoFailureCode(), run.undoFailureDetail(), actions, run.selection());
    }
}
