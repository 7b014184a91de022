package org.schoolhubs.support.calendars;

/**
 * What this service reads of the event TermCalendarWithdrawn: there is no such calendar any more.
 *
 * @param laCode       null for the national default
 * @param academicYear written 2025/26
 */
record TermCalendarWithdrawn(String laCode, String academicYear) {
}
