package org.schoolhubs.kit.task;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.schoolhubs.kit.web.Versioned;

/** A task as it is shown. */
@Schema(name = "Task", description = "Something that needs a person. It is settled by the act that resolves it.")
public record TaskView(
        UUID id,
        long version,
        @Schema(examples = "manual-review") String kind,
        @Schema(examples = "Application") String subjectType,
        String subjectId,
        UUID applicationId,
        @Schema(examples = "no-overall-grade") String reasonCode,
        String reason,
        @Schema(description = "Role that is to settle it", examples = "programme-team") String role,
        @Schema(description = "OPEN or SETTLED", examples = "OPEN") String state,
        Instant openedAt,
        Instant settledAt) implements Versioned {
}
