package org.schoolhubs.sample;

import java.time.LocalDate;

/**
 * A fictional school.
 *
 * @param urn        900001 and on: a range that GIAS does not use today
 * @param statusCode GIAS: 1 open, 2 closed, 3 open but proposed to close, 4 proposed to open
 * @param region     GIAS GOR code
 * @param trustUid   null without a trust
 * @param easting    British National Grid, metres, in its region
 * @param northing   British National Grid, metres, in its region
 */
public record SampleSchool(
        String urn,
        String ukprn,
        String name,
        SchoolKind kind,
        String statusCode,
        String laCode,
        String laName,
        String region,
        String regionName,
        String trustUid,
        String trustName,
        int easting,
        int northing,
        int pupils,
        int capacity,
        String percentFsm,
        String urbanRural,
        String town,
        String postcode,
        LocalDate openedOn,
        LocalDate closedOn,
        InspectionPattern inspection) {

    /** Whether pupils are taught there. */
    public boolean isOpen() {
        return statusCode.equals("1") || statusCode.equals("3");
    }
}
