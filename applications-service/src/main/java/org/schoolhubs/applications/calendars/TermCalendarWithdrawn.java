package org.schoolhubs.applications.calendars;

/** Payload of the event of that name: there is no such calendar any more. */
record TermCalendarWithdrawn(String laCode, String academicYear) {
    static final String TYPE = "TermCalendarWithdrawn";

    static TermCalendarWithdrawn of(TermCalendar calendar) {
        return new TermCalendarWithdrawn(calendar.laCode(), calendar.academicYear().toString());
    }
}
