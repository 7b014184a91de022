package org.schoolhubs.applications.eligibility.rules;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Whether a school shares its daily attendance data.
 *
 * @param status     as it was found
 * @param checkedOn  the day it was checked
 * @param lastDataOn last day with data, or null
 * @param source     the file that said so
 */
public record SharingFact(Status status, LocalDate checkedOn, LocalDate lastDataOn, Source source) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

    /** What was found. */
    public enum Status { SHARING, NOT_SHARING, UNKNOWN }

    Evidence evidence() {
        String found = switch (status) {
            case SHARING -> "yes";
            case NOT_SHARING -> "no";
            case UNKNOWN -> "not known";
        };
        String last = lastDataOn == null ? "" : ", last data of " + lastDataOn.format(DAY);
        return new Evidence("Shares its daily attendance data: %s (checked on %s%s)".formatted(found, checkedOn.format(DAY), last), source);
    }
}
