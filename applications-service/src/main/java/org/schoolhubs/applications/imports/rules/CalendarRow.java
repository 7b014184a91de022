package org.schoolhubs.applications.imports.rules;

import org.schoolhubs.applications.calendars.rules.TermDates;
import org.schoolhubs.kernel.AcademicYear;
import org.schoolhubs.kernel.LaCode;

/**
 * One row of the term calendars file: a term of a calendar.
 *
 * @param laCode null for the national default
 */
public record CalendarRow(LaCode laCode, AcademicYear year, TermDates term) {
}
