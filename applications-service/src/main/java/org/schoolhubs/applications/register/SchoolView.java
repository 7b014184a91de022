package org.schoolhubs.applications.register;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.schoolhubs.kit.web.Versioned;

/** A school as third parties see it. */
@Schema(name = "School", description = "A school as the register knows it now, with the file that said so.")
record SchoolView(
        @Schema(description = "Unique Reference Number of this instance of the school.", examples = "900001") String urn,
        @Schema(description = "Counts changes; also in the ETag.", examples = "0") long version,
        @Schema(description = "When the register last changed it.", examples = "2026-08-02T02:14:07.120394Z") Instant updatedAt,
        @Schema(description = "UK Provider Reference Number.", nullable = true, examples = "10990001") String ukprn,
        @Schema(examples = "Hollowmere Academy") String name,
        SchoolStatus status,
        @Schema(description = "GIAS TypeOfEstablishment, without leading zero.", examples = "34") String typeCode,
        @Schema(nullable = true, examples = "Academy converter") String typeName,
        @Schema(description = "GIAS EstablishmentTypeGroup.", examples = "10") String typeGroupCode,
        @Schema(description = "GIAS PhaseOfEducation.", nullable = true, examples = "4") String phaseCode,
        @Schema(description = "From the code; middle schools as deemed.") Phase phase,
        @Schema(description = "From the type; phase alone does not say what a school is.") Provision provision,
        @Schema(description = "GIAS FurtherEducationType, for colleges.", nullable = true, examples = "Sixth form college") String furtherEducationType,
        @Schema(description = "Local authority code.", examples = "202") String laCode,
        @Schema(nullable = true, examples = "Camden") String laName,
        @Schema(description = "GIAS GOR code: A North East, B North West, D Yorkshire and the Humber, E East Midlands, F West Midlands, G East of England, "
                + "H London, J South East, K South West, W Wales, Z not applicable.", nullable = true, examples = "H") String region,
        @Schema(description = "Group UID of its trust.", nullable = true, examples = "990001") String trustUid,
        @Schema(nullable = true, examples = "Brackenmoor Learning Trust") String trustName,
        @Schema(description = "British National Grid, metres.", nullable = true, examples = "528159") Integer easting,
        @Schema(description = "British National Grid, metres.", nullable = true, examples = "184498") Integer northing,
        @Schema(nullable = true, examples = "878") Integer pupils,
        @Schema(description = "Per cent of pupils eligible for free school meals.", nullable = true, examples = "24.3") BigDecimal percentFsm,
        @Schema(description = "GIAS UrbanRural code.", nullable = true, examples = "UN1") String urbanRural,
        @Schema(nullable = true, examples = "Hollowmere") String town,
        @Schema(nullable = true, examples = "ZZ1 2AB") String postcode,
        @Schema(nullable = true, examples = "2012-09-01") LocalDate openedOn,
        @Schema(nullable = true, examples = "2026-08-31") LocalDate closedOn,
        @Schema(description = "The school that followed, where there is exactly one.", nullable = true, examples = "900002") String successorUrn,
        Source source,
        @Schema(description = "The latest inspection of each kind, newest first. Only on a single school.")
        @JsonInclude(JsonInclude.Include.NON_NULL) List<InspectionView> inspections) implements Versioned {

    static SchoolView of(School row, List<InspectionView> inspections) {
        var school = row.registered();
        return new SchoolView(row.urn(), row.version(), row.changedAt(), school.ukprn(), school.name(), school.status(), school.typeCode(), school.typeName(),
                school.typeGroupCode(), school.phaseCode(), school.phase(), school.provision(), school.furtherEducationType(), school.laCode(), school.laName(),
                school.region(), school.trustUid(), school.trustName(), school.easting(), school.northing(), school.pupils(), school.percentFsm(),
                school.urbanRural(), school.town(), school.postcode(), school.openedOn(), school.closedOn(), school.successorUrn(), school.source(),
                inspections);
    }
}
