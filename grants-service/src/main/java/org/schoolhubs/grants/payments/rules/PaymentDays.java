package org.schoolhubs.grants.payments.rules;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;

/**
 * Days on which banks pay: Monday to Friday, bank holidays excepted.
 *
 * @param bankHolidays of England, from configuration
 */
public record PaymentDays(Set<LocalDate> bankHolidays) {
    public PaymentDays {
        bankHolidays = Set.copyOf(bankHolidays);
    }

    public boolean include(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY && !bankHolidays.contains(day);
    }

    /** {@code day} itself if banks pay on it, else the next day on which they do. */
    public LocalDate onOrAfter(LocalDate day) {
        LocalDate candidate = day;
        while (!include(candidate)) {
            candidate = candidate.plusDays(1);
        }
        return candidate;
    }
}
