package org.schoolhubs.applications.imports.rules;

import java.time.LocalDate;
import org.schoolhubs.kernel.Urn;

/**
 * Whether a school shares its daily attendance data.
 *
 * @param status     SHARING, NOT_SHARING or UNKNOWN
 * @param source     who says so
 * @param checkedOn  the day it was looked up
 * @param lastDataOn the last day with data; null where there are none
 */
public record AttendanceSharing(Urn urn, String status, String source, LocalDate checkedOn, LocalDate lastDataOn) {
}
