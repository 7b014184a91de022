package org.schoolhubs.applications.calendars;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.schoolhubs.applications.calendars.rules.Term;
import org.schoolhubs.applications.calendars.rules.TermDates;

/** A term; all days are inclusive. */
@Schema(name = "Term", description = "A term and its half-term holiday; all days are inclusive.")
record TermRequest(
        @NotNull(message = "Name the term.") Term term,
        @NotNull(message = "Give the first day of the term.") @Schema(examples = "2025-09-01") LocalDate startsOn,
        @NotNull(message = "Give the first day of the half-term holiday.") @Schema(examples = "2025-10-27") LocalDate halfTermStartsOn,
        @NotNull(message = "Give the last day of the half-term holiday.") @Schema(examples = "2025-10-31") LocalDate halfTermEndsOn,
        @NotNull(message = "Give the last day of the term.") @Schema(examples = "2025-12-19") LocalDate endsOn) {

    TermDates dates() {
        return new TermDates(term, startsOn, halfTermStartsOn, halfTermEndsOn, endsOn);
    }

    static TermRequest of(TermDates dates) {
        return new TermRequest(dates.term(), dates.startsOn(), dates.halfTermStartsOn(), dates.halfTermEndsOn(), dates.endsOn());
    }
}
