package org.schoolhubs.applications.applications;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.Period;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How long after a refusal its reconsideration may be asked for. */
@ApplicationScoped
class ReconsiderationTime {
    private final Period within;

    ReconsiderationTime(@ConfigProperty(name = "schoolhubs.reconsideration.ask-within") Period within) {
        this.within = within;
    }

    /** Last day, Europe/London; null for an application that has not ended. */
    LocalDate lastDay(Application application) {
        return application.endedOn() == null ? null : application.endedOn().plus(within);
    }
}
