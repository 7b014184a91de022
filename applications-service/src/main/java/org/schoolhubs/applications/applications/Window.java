package org.schoolhubs.applications.applications;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.schoolhubs.applications.ApplicationError;
import org.schoolhubs.kit.problem.Problem;
import org.schoolhubs.kit.time.LondonDates;

/** Whether applications are taken at an instant; pure. Days are told as they are lived in England. */
final class Window {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMMM yyyy 'at' HH:mm", Locale.UK).withZone(LondonDates.LONDON);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

    private Window() {
    }

    /** Why they are not, or nothing where they are. A window is open from its first instant and closed at its last. */
    static Optional<Problem> refusal(Terms terms, Instant now) {
        Optional<Problem> closed = programmeClosed(terms, now);
        if (closed.isPresent()) {
            return closed;
        }
        if (now.isBefore(terms.windowOpensAt())) {
            return Optional.of(Problem.of(ApplicationError.WINDOW_NOT_OPEN,
                    "The %s opens on %s. The draft is kept.".formatted(terms.window(), MOMENT.format(terms.windowOpensAt()))));
        }
        if (!now.isBefore(terms.windowClosesAt())) {
            return Optional.of(Problem.of(ApplicationError.WINDOW_CLOSED,
                    "The %s closed on %s. %s".formatted(terms.window(), MOMENT.format(terms.windowClosesAt()), terms.whenClosed())));
        }
        return Optional.empty();
    }

    /** The last day (Europe/London) on which an application can be submitted; empty when it is over. */
    static Optional<LocalDate> lastDay(Terms terms, Instant now) {
        if (programmeClosed(terms, now).isPresent() || !now.isBefore(terms.windowClosesAt())) {
            return Optional.empty();
        }
        // The moment of closing is over already: a window that closes at midnight was open until the day before.
        LocalDate closes = LondonDates.dayOf(terms.windowClosesAt().minusNanos(1));
        LocalDate until = terms.takesApplicationsUntil();
        return Optional.of(until != null && until.isBefore(closes) ? until : closes);
    }

    /** Whether the whole programme has ended for new applications. */
    static Optional<Problem> programmeClosed(Terms terms, Instant now) {
        LocalDate until = terms.takesApplicationsUntil();
        if (until == null || !LondonDates.dayOf(now).isAfter(until)) {
            return Optional.empty();
        }
        return Optional.of(Problem.of(ApplicationError.PROGRAMME_CLOSED,
                "%s took applications until %s. GET /v1/programmes lists those that take applications now.".formatted(terms.programme(), DAY.format(until))));
    }
}
