package org.schoolhubs.applications.calendars;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.schoolhubs.kernel.AcademicYear;
import org.schoolhubs.kernel.LaCode;

/** Finds calendars. */
@ApplicationScoped
class CalendarRepository implements PanacheRepositoryBase<TermCalendar, UUID> {
    /** @param laCode null for the national default */
    Optional<TermCalendar> find(LaCode laCode, AcademicYear year) {
        return laCode == null
                ? find("laCode is null and startYear = ?1", year.startYear()).firstResultOptional()
                : find("laCode = ?1 and startYear = ?2", laCode.value(), year.startYear()).firstResultOptional();
    }
}
