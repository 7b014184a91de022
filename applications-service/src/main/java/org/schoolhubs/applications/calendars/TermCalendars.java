package org.schoolhubs.applications.calendars;

import java.util.List;
import java.util.UUID;
import org.schoolhubs.applications.calendars.rules.TermDates;
import org.schoolhubs.kernel.AcademicYear;
import org.schoolhubs.kernel.LaCode;

/** How calendars come in bulk. */
public interface TermCalendars {
    /** What became of a calendar. */
    enum Outcome {
        CREATED,
        CHANGED,
        /** It said the same already; nothing was journaled or published. */
        UNCHANGED
    }

    /**
     * Makes the calendar of an authority and a year say this, and publishes it where it did not before. A calendar that was shipped as an illustration is
     * confirmed by it, which is a change.
     *
     * @param importId what says so
     * @param laCode   null for the national default
     * @param terms    valid by {@link org.schoolhubs.applications.calendars.rules.CalendarRules}
     * @throws org.schoolhubs.kit.problem.Problem 422 where they are not
     */
    Outcome bring(UUID importId, LaCode laCode, AcademicYear year, List<TermDates> terms);

    /** Calendars that the import set and that somebody has set otherwise since, as {@code 202:2025/26} or {@code national:2025/26}. */
    List<String> setSince(UUID importId);

    /**
     * Makes every calendar that the import set say again what it said before, and publishes it. One that there was not before is withdrawn: it answers as one that does
     * not exist, and is published as TermCalendarWithdrawn.
     */
    void takeBack(UUID importId);
}
