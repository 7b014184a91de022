package org.schoolhubs.kit.web;

import java.time.Instant;
import java.time.LocalDate;

/** The time that is meant by anybody who means it: the years 1900 to 2199. Beyond that is a slip, and further out what the database cannot hold. */
final class Bounds {
    static final String DATE_ADVICE = "Give a date from 1900-01-01 to 2199-12-31.";
    static final String INSTANT_ADVICE = "Give an instant from 1900-01-01T00:00:00Z to 2199-12-31T23:59:59Z.";
    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2199, 12, 31);
    private static final Instant BEGIN = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("2200-01-01T00:00:00Z");

    private Bounds() {
    }

    static boolean holds(LocalDate date) {
        return !date.isBefore(FIRST) && !date.isAfter(LAST);
    }

    static boolean holds(Instant instant) {
        return !instant.isBefore(BEGIN) && instant.isBefore(END);
    }
}
