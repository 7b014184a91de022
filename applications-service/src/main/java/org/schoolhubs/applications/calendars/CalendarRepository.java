package org.schoolhubs.applications.calendars;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.schoolhubs.kernel.AcademicYear;
import org.schoolhubs.kernel.LaCode;

/** Finds calendars. */
@ApplicationScoped
class CalendarRepository implements PanacheRepositoryBase<TermCalendar, UUID> {
    /**
     * A withdrawn one, too.
     *
     * @param laCode null for the national default
     */
    Optional<TermCalendar> find(LaCode laCode, AcademicYear year) {
        return laCode == null
                ? find("laCode is null and startYear = ?1", year.startYear()).firstResultOptional()
                : find("laCode = ?1 and startYear = ?2", laCode.value(), year.startYear()).firstResultOptional();
    }

    /** Those of which the import said what they say now. */
    List<TermCalendar> setBy(UUID importId) {
        return list("importId = ?1 order by startYear, laCode", importId);
    }

    /** Those of which the import said what they said once, and of which somebody else says what they say now. */
    List<TermCalendar> setSince(UUID importId) {
        return getEntityManager().createQuery("""
                        select distinct c from TermCalendar c join TermCalendarVersion v on v.termCalendarId = c.id
                        where v.importId = :import and (v.supersededBy is null or v.supersededBy <> :import) and (c.importId is null or c.importId <> :import)""",
                TermCalendar.class).setParameter("import", importId).getResultList();
    }

    /** What the calendar said before the import. */
    Optional<TermCalendarVersion> before(TermCalendar calendar, UUID importId) {
        return getEntityManager().createQuery("""
                        select v from TermCalendarVersion v where v.termCalendarId = :calendar and v.supersededBy = :import
                          and (v.importId is null or v.importId <> :import)""", TermCalendarVersion.class)
                .setParameter("calendar", calendar.id()).setParameter("import", importId).getResultStream().findFirst();
    }

    void keep(TermCalendarVersion version) {
        getEntityManager().persist(version);
    }
}
