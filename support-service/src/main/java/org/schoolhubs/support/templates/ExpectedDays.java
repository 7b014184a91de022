package org.schoolhubs.support.templates;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The days a partner school is expected to spend: a range for orientation, never a ceiling.
 *
 * @param min at the least, whole days
 * @param max at the most, whole days
 */
@Schema(description = "Days the school is expected to spend on the programme. A range for orientation, not a ceiling.")
public record ExpectedDays(@Schema(examples = "12") int min, @Schema(examples = "20") int max) {}
