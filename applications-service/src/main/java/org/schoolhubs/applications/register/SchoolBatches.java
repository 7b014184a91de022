package org.schoolhubs.applications.register;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.schoolhubs.kernel.Urn;

/** The register read many schools at a time: a few queries for a batch, and nothing kept in memory behind it. Within a transaction. */
public interface SchoolBatches {
    /** The schools of these URNs that the register knows, by URN. */
    List<RegisteredSchool> of(Collection<Urn> urns);

    /**
     * The next schools by the text of their URN, closed ones included.
     *
     * @param after null for the first batch
     */
    List<RegisteredSchool> after(Urn after, int limit);

    /** The latest inspection of each kind of these schools; schools without any are left out. */
    Map<Urn, List<InspectionRecord>> inspections(Collection<Urn> urns);

    /** What is known of these schools' sharing of daily attendance data; schools of which nothing is known are left out. */
    Map<Urn, AttendanceSharing> sharing(Collection<Urn> urns);

    /** The school as the files described it on a day; empty where they go back less far. */
    Optional<RegisteredSchool> asOn(Urn urn, LocalDate day);

    /** The school's inspections as the files described them on a day. */
    List<InspectionRecord> inspectionsAsOn(Urn urn, LocalDate day);

    /**
     * Whether a school shares its daily attendance data.
     *
     * @param status     SHARING, NOT_SHARING or UNKNOWN
     * @param checkedOn  the day it was checked
     * @param lastDataOn last day with data, or null
     * @param source     the file that said so
     */
    record AttendanceSharing(String status, LocalDate checkedOn, LocalDate lastDataOn, Source source) {
    }
}
