package org.schoolhubs.support.calendars;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.schoolhubs.kernel.AcademicYear;

@ApplicationScoped
class TermCalendarRepository implements PanacheRepositoryBase<TermCalendar, UUID> {

    /** @param laCode null for the national default */
    Optional<TermCalendar> find(String laCode, AcademicYear year) {
        return find("academicYear = ?1 and laCode is not distinct from ?2", year.toString(), laCode).firstResultOptional();
    }

    /** The calendars of the authority and the national ones, in any of {@code years}. */
    List<TermCalendar> findFor(String laCode, Collection<AcademicYear> years) {
        return list("academicYear in ?1 and (laCode is null or laCode = ?2)", years.stream().map(AcademicYear::toString).toList(), laCode);
    }
}
