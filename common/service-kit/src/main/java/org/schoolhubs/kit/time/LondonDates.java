package org.schoolhubs.kit.time;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Days as they are lived in England: a window that closes on 31 October closes at midnight Europe/London, summer time or not. */
public final class LondonDates {
    public static final ZoneId LONDON = ZoneId.of("Europe/London");

    private LondonDates() {
    }

    public static LocalDate today(Clock clock) {
        return dayOf(clock.instant());
    }

    public static LocalDate dayOf(Instant instant) {
        return instant.atZone(LONDON).toLocalDate();
    }
}
