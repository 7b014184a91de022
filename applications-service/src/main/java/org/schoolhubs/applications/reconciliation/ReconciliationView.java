package org.schoolhubs.applications.reconciliation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What was done about a changed school. */
@Schema(name = "Reconciliation", description = "What was done about a school that an import changed.")
record ReconciliationView(
        @Schema(description = "Names it.", examples = "4711") long id,
        @Schema(description = "The import that changed the school.", examples = "0197f3a0-7c1e-7d2a-9b1f-3f1f0c9a1b2c") UUID importId,
        @Schema(description = "The school.", examples = "900001") String urn,
        @Schema(description = "What became of the school; also the order of work.") ChangeStep step,
        @Schema(description = "Fields of the school that changed.", examples = "[\"status\", \"closedOn\"]") List<String> fields,
        @Schema(description = "What was done; null while it waits.", nullable = true) ChangeOutcome outcome,
        @Schema(description = "The same in a sentence, or why the last attempt failed.", nullable = true, examples = "Applications passed to 900002: 1, "
                + "judged again: 1.")
        String detail,
        @Schema(description = "Attempts that failed.", examples = "0") int attempts,
        @Schema(description = "When the import gave it.", examples = "2026-08-02T02:10:09Z") Instant givenAt,
        @Schema(description = "When it was done or given up.", nullable = true, examples = "2026-08-02T02:10:14Z") Instant workedAt) {

    static ReconciliationView of(RegisterChange change) {
        return new ReconciliationView(change.id(), change.importId(), change.urn().value(), change.step(), change.fields(), change.outcome(), change.detail(),
                change.attempts(), change.createdAt(), change.workedAt());
    }
}
