package org.schoolhubs.sample;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** A school as a row of GIAS's file. Columns with personal data stay empty. */
final class GiasRows {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd-MM-yyyy");

    private GiasRows() {
    }

    static void write(SampleSchool school, CsvRows rows) {
        var kind = school.kind();
        rows.set("URN", school.urn())
                .set("LA (code)", school.laCode()).set("LA (name)", school.laName())
                .set("EstablishmentNumber", 4000 + Integer.parseInt(school.urn()) % 5000)
                .set("EstablishmentName", school.name())
                .set("TypeOfEstablishment (code)", kind.typeCode).set("TypeOfEstablishment (name)", kind.typeName)
                .set("EstablishmentTypeGroup (code)", kind.groupCode).set("EstablishmentTypeGroup (name)", kind.groupName)
                .set("EstablishmentStatus (code)", school.statusCode()).set("EstablishmentStatus (name)", statusName(school.statusCode()))
                .set("OpenDate", day(school.openedOn())).set("CloseDate", day(school.closedOn()))
                .set("PhaseOfEducation (code)", kind.phaseCode).set("PhaseOfEducation (name)", kind.phaseName)
                .set("StatutoryLowAge", kind.lowAge).set("StatutoryHighAge", kind.highAge)
                .set("Gender (code)", "3").set("Gender (name)", "Mixed")
                .set("SchoolCapacity", school.capacity()).set("NumberOfPupils", school.pupils()).set("PercentageFSM", school.percentFsm())
                .set("TrustSchoolFlag (code)", kind.hasTrust() ? "3" : "0")
                .set("TrustSchoolFlag (name)", kind.hasTrust() ? "Supported by a multi-academy trust" : "Not applicable")
                .set("Trusts (code)", school.trustUid()).set("Trusts (name)", school.trustName())
                .set("UKPRN", school.ukprn()).set("FurtherEducationType (name)", kind.furtherEducationType())
                .set("Street", "1 School Lane").set("Town", school.town()).set("Postcode", school.postcode())
                .set("GOR (code)", school.region()).set("GOR (name)", school.regionName())
                .set("UrbanRural (code)", school.urbanRural())
                .set("UrbanRural (name)", school.urbanRural().equals("UN1") ? "Urban: Nearer to a major town or city"
                        : "Larger rural: Nearer to a major town or city")
                .set("Easting", school.easting()).set("Northing", school.northing())
                .end();
    }

    private static String statusName(String code) {
        return switch (code) {
            case "1" -> "Open";
            case "2" -> "Closed";
            case "3" -> "Open, but proposed to close";
            default -> "Proposed to open";
        };
    }

    private static String day(LocalDate day) {
        return day == null ? "" : DAY.format(day);
    }
}
