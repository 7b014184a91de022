package org.schoolhubs.kit.web;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What has to happen next, who does it, and by when. */
@Schema(description = "What has to happen next, who does it, and by when.")
public record NextStep(
        @Schema(examples = "lead-acceptance") String step,
        @Schema(examples = "The lead school accepts or declines the school.") String description,
        @Schema(description = "Role that does it", examples = "programme-team") String role,
        @Schema(description = "By when, or null where no date is set") LocalDate dueOn) {
}
