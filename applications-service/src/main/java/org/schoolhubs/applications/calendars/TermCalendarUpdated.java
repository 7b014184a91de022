package org.schoolhubs.applications.calendars;

import java.util.List;

/** Payload of the event of that name: the calendar's full state. */
record TermCalendarUpdated(String laCode, String academicYear, List<TermRequest> terms) {
    static final String TYPE = "TermCalendarUpdated";

    static TermCalendarUpdated of(TermCalendar calendar) {
        return new TermCalendarUpdated(calendar.laCode(), calendar.academicYear().toString(), calendar.terms().stream().map(TermRequest::of).toList());
    }
}
