package org.schoolhubs.applications.calendars;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The whole calendar, as it shall be. */
@Schema(description = "The whole calendar, as it shall be.")
record TermCalendarRequest(
        @NotNull(message = "Give the three terms.") @Size(min = 3, max = 3, message = "Give AUTUMN, SPRING and SUMMER.")
        @Schema(description = "AUTUMN, SPRING and SUMMER, in this order.") List<@NotNull(message = "Give a term.") @Valid TermRequest> terms) {
}
