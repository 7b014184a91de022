package org.schoolhubs.applications.calendars;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.schoolhubs.kit.web.Versioned;

/** A calendar as third parties see it. */
@Schema(name = "TermCalendar", description = "Term dates of an academic year.")
record TermCalendarView(
        UUID id,
        @Schema(description = "Counts changes; also in the ETag.", examples = "0") long version,
        @Schema(description = "When it was last changed.", examples = "2026-08-02T02:14:07.120394Z") Instant updatedAt,
        @Schema(description = "Local authority; null for the national default.", nullable = true, examples = "202") String laCode,
        @Schema(examples = "2025/26") String academicYear,
        @Schema(description = "Shipped as an example and confirmed by nobody: England has no national term dates.") boolean illustrative,
        @Schema(description = "The import that brought it was undone: there is no such calendar. It stays in lists, so that who reads what is new learns of it.")
        boolean withdrawn,
        List<TermRequest> terms) implements Versioned {

    static TermCalendarView of(TermCalendar calendar) {
        return new TermCalendarView(calendar.id(), calendar.version(), calendar.changedAt(), calendar.laCode(), calendar.academicYear().toString(),
                calendar.isIllustrative(), calendar.isWithdrawn(), calendar.terms().stream().map(TermRequest::of).toList());
    }
}
