package org.schoolhubs.applications.applications;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.schoolhubs.applications.ApplicationError;
import org.schoolhubs.applications.programmes.PathwayOffer;
import org.schoolhubs.kit.problem.Problem;
import org.schoolhubs.kit.time.LondonDates;

/** Whether a cohort takes applications at an instant; pure. Days are told as they are lived in England. */
final class Window {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMMM yyyy 'at' HH:mm", Locale.UK).withZone(LondonDates.LONDON);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

    private Window() {
    }

    /** Why it does not, or nothing where it does. A window is open from its first instant and closed at its last. */
    static Optional<Problem> refusal(PathwayOffer offer, Instant now) {
        Optional<Problem> closed = programmeClosed(offer, now);
        if (closed.isPresent()) {
            return closed;
        }
        if (now.isBefore(offer.windowOpensAt())) {
            return Optional.of(Problem.of(ApplicationError.WINDOW_NOT_OPEN,
                    "The window of cohort %s opens on %s. The draft is kept.".formatted(offer.cohort(), MOMENT.format(offer.windowOpensAt()))));
        }
        if (!now.isBefore(offer.windowClosesAt())) {
            return Optional.of(Problem.of(ApplicationError.WINDOW_CLOSED,
                    "The window of cohort %s closed on %s. Choose a cohort whose window is open.".formatted(offer.cohort(), MOMENT.format(offer.windowClosesAt()))));
        }
        return Optional.empty();
    }

    /** Whether the whole programme has ended for new applications. */
    static Optional<Problem> programmeClosed(PathwayOffer offer, Instant now) {
        if (offer.takesApplicationsUntil() == null || !LondonDates.dayOf(now).isAfter(offer.takesApplicationsUntil())) {
            return Optional.empty();
        }
        return Optional.of(Problem.of(ApplicationError.PROGRAMME_CLOSED,
                "%s took applications until %s. Look at the programme that replaces it.".formatted(offer.programme(), DAY.format(offer.takesApplicationsUntil()))));
    }
}
