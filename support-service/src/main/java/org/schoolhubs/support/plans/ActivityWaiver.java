package org.schoolhubs.support.plans;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An activity need not be done.
 *
 * @param reasonCode why
 * @param text       why, in words, up to 2,000 characters
 */
@Schema(description = "An activity need not be done.")
record ActivityWaiver(
        @NotNull @Schema(examples = "DONE_ELSEWHERE") WaiverReason reasonCode,
        @NotBlank @Size(max = 2000) @Pattern(regexp = PlainText.PATTERN, message = PlainText.MESSAGE)
        @Schema(examples = "The school finished the same modules with its trust last year.") String text) {}
