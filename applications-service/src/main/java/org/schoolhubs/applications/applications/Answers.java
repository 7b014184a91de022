package org.schoolhubs.applications.applications;

import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the school says in its application. A draft may be saved incomplete. */
@Schema(description = "What the school says in its application; a draft may be saved incomplete.")
public record Answers(
        @Schema(description = "Why the school applies.", examples = "We want calm corridors and lessons that start on time.", nullable = true)
        @Size(max = 4000) String motivation,
        @Schema(description = "What it wants to improve first.", examples = "Routines at the start of lessons and at lunch.", nullable = true)
        @Size(max = 4000) String improvementFocus) {

    @Override
    public String toString() {
        return "Answers[hidden]";
    }
}
