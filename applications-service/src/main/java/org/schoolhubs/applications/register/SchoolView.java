package org.schoolhubs.applications.register;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.schoolhubs.kit.web.Versioned;

/** A school as third parties see it. Its fields are the extract's columns and the data dictionary's entries, too: each is described here, once. */
@Schema(name = "School", description = "A school as the register knows it, with the file that said so.")
record SchoolView(
        @Schema(description = "Unique Reference Number of this instance of the school.", examples = "900001")
        @Told(by = "URN") String urn,
        @Schema(description = "Counts changes of the answer, its derived parts included; also in the ETag.", examples = "0")
        long version,
        @Schema(description = "When the answer last changed, its derived parts included.", examples = "2026-08-02T02:14:07.120394Z")
        Instant updatedAt,
        @Schema(description = "UK Provider Reference Number.", nullable = true, examples = "10990001")
        @Told(by = "UKPRN") String ukprn,
        @Schema(description = "Four digits; with laCode before it, the LAESTAB.", nullable = true, examples = "4166")
        @Told(by = "EstablishmentNumber") String establishmentNumber,
        @Schema(description = "Name as GIAS writes it.", examples = "Hollowmere Academy")
        @Told(by = "EstablishmentName") String name,
        @Schema(description = "Whether it operates.")
        @Told(by = "EstablishmentStatus (code)", codes = "statuses") SchoolStatus status,
        @Schema(description = "GIAS TypeOfEstablishment, without leading zero.", examples = "34")
        @Told(by = "TypeOfEstablishment (code)", codes = "types") String typeCode,
        @Schema(description = "Name of the type.", nullable = true, examples = "Academy converter")
        @Told(by = "TypeOfEstablishment (name)") String typeName,
        @Schema(description = "GIAS EstablishmentTypeGroup.", examples = "10")
        @Told(by = "EstablishmentTypeGroup (code)", codes = "typeGroups") String typeGroupCode,
        @Schema(description = "GIAS PhaseOfEducation.", nullable = true, examples = "4")
        @Told(by = "PhaseOfEducation (code)", codes = "phaseCodes") String phaseCode,
        @Schema(description = "From the code; middle schools as deemed.")
        @Told(by = "PhaseOfEducation (code)", codes = "phases") Phase phase,
        @Schema(description = "From the type; phase alone does not say what a school is.")
        @Told(by = "TypeOfEstablishment (code)", codes = "provisions") Provision provision,
        @Schema(description = "GIAS FurtherEducationType, for colleges.", nullable = true, examples = "Sixth form college")
        @Told(by = "FurtherEducationType (name)") String furtherEducationType,
        @Schema(description = "Local authority code.", examples = "202")
        @Told(by = "LA (code)") String laCode,
        @Schema(description = "Name of the local authority.", nullable = true, examples = "Camden")
        @Told(by = "LA (name)") String laName,
        @Schema(description = "GIAS GOR code: A North East, B North West, D Yorkshire and the Humber, E East Midlands, F West Midlands, G "
                + "East of England, H London, J South East, K South West, W Wales, Z not applicable.", nullable = true, examples = "H")
        @Told(by = "GOR (code)", codes = "regions") String region,
        @Schema(description = "Group UID of its trust.", nullable = true, examples = "990001")
        @Told(by = "Trusts (code)") String trustUid,
        @Schema(description = "Name of its trust on the row of the school.", nullable = true, examples = "Brackenmoor Learning Trust")
        @Told(by = "Trusts (name)") String trustName,
        @Schema(description = "Whether a trust supports it, in the words of GIAS.", nullable = true, examples = "Supported by a multi-academy trust")
        @Told(by = "TrustSchoolFlag (name)") String trustSchoolFlag,
        @Schema(description = "Group UID of its federation.", nullable = true, examples = "990002")
        @Told(by = "Federations (code)") String federationUid,
        @Schema(description = "Name of its federation.", nullable = true, examples = "Two Rivers Federation")
        @Told(by = "Federations (name)") String federationName,
        @Schema(description = "Statutory low age, years.", nullable = true, examples = "11")
        @Told(by = "StatutoryLowAge") Integer lowAge,
        @Schema(description = "Statutory high age, years.", nullable = true, examples = "18")
        @Told(by = "StatutoryHighAge") Integer highAge,
        @Schema(description = "Nursery provision, in the words of GIAS.", nullable = true, examples = "No Nursery Classes")
        @Told(by = "NurseryProvision (name)") String nurseryProvision,
        @Schema(description = "Sixth form, in the words of GIAS.", nullable = true, examples = "Has a sixth form")
        @Told(by = "OfficialSixthForm (name)") String officialSixthForm,
        @Schema(description = "Boarders, in the words of GIAS.", nullable = true, examples = "No boarders")
        @Told(by = "Boarders (name)") String boarders,
        @Schema(description = "Boys, girls or mixed, in the words of GIAS.", nullable = true, examples = "Mixed")
        @Told(by = "Gender (name)") String gender,
        @Schema(description = "Religious character, in the words of GIAS.", nullable = true, examples = "Church of England")
        @Told(by = "ReligiousCharacter (name)") String religiousCharacter,
        @Schema(description = "Admissions policy, in the words of GIAS.", nullable = true, examples = "Non-selective")
        @Told(by = "AdmissionsPolicy (name)") String admissionsPolicy,
        @Schema(description = "Places.", nullable = true, examples = "900")
        @Told(by = "SchoolCapacity") Integer capacity,
        @Schema(description = "Pupils on roll.", nullable = true, examples = "878")
        @Told(by = "NumberOfPupils") Integer pupils,
        @Schema(description = "Per cent of pupils eligible for free school meals.", nullable = true, examples = "24.3")
        @Told(by = "PercentageFSM") BigDecimal percentFsm,
        @Schema(description = "GIAS UrbanRural code.", nullable = true, examples = "UN1")
        @Told(by = "UrbanRural (code)") String urbanRural,
        @Schema(description = "British National Grid, metres.", nullable = true, examples = "528159")
        @Told(by = "Easting") Integer easting,
        @Schema(description = "British National Grid, metres.", nullable = true, examples = "184498")
        @Told(by = "Northing") Integer northing,
        @Schema(description = "Street of its address.", nullable = true, examples = "1 Mill Lane")
        @Told(by = "Street") String street,
        @Schema(description = "Locality of its address.", nullable = true, examples = "Old Town")
        @Told(by = "Locality") String locality,
        @Schema(description = "Third line of its address.", nullable = true, examples = "Hollowmere Park")
        @Told(by = "Address3") String address3,
        @Schema(description = "Town of its address.", nullable = true, examples = "Hollowmere")
        @Told(by = "Town") String town,
        @Schema(description = "County of its address.", nullable = true, examples = "Brackenshire")
        @Told(by = "County (name)") String county,
        @Schema(description = "Postcode of its address.", nullable = true, examples = "ZZ1 2AB")
        @Told(by = "Postcode") String postcode,
        @Schema(description = "District, in the words of GIAS.", nullable = true, examples = "Camden")
        @Told(by = "DistrictAdministrative (name)") String district,
        @Schema(description = "Website as GIAS has it; not checked.", nullable = true, examples = "https://hollowmere.example")
        @Told(by = "SchoolWebsite") String website,
        @Schema(description = "Whether it is approved under section 41, in the words of GIAS.", nullable = true, examples = "Not applicable")
        @Told(by = "Section41Approved (name)") String section41,
        @Schema(description = "Day it opened.", nullable = true, examples = "2012-09-01")
        @Told(by = "OpenDate") LocalDate openedOn,
        @Schema(description = "Why it opened, in the words of GIAS.", nullable = true, examples = "Academy Converter")
        @Told(by = "ReasonEstablishmentOpened (name)") String reasonOpened,
        @Schema(description = "Day it closed.", nullable = true, examples = "2026-08-31")
        @Told(by = "CloseDate") LocalDate closedOn,
        @Schema(description = "Why it closed, in the words of GIAS.", nullable = true, examples = "Academy Converter")
        @Told(by = "ReasonEstablishmentClosed (name)") String reasonClosed,
        @Schema(description = "The school that followed, where there is exactly one.", nullable = true, examples = "900002")
        @Told(by = "LinkURN of the links file") String successorUrn,
        @Schema(description = "Day on which GIAS last changed its record.", nullable = true, examples = "2026-07-30")
        @Told(by = "LastChangedDate") LocalDate sourceChangedOn,
        Source source,
        @Schema(description = "Straight-line distance from the point asked for, metres. Only on a search by distance.", nullable = true, examples = "1250")
        @OnlyAsked @JsonInclude(JsonInclude.Include.NON_NULL) Long distanceMetres,
        @Schema(description = "What more there is to say of a single school. Not on lists.", nullable = true)
        @OnlyAsked @JsonUnwrapped SchoolParts parts) implements Versioned {

    /** A school of a list, or as on a day. */
    static SchoolView of(School row) {
        return of(row, null, null);
    }

    /** A school at a distance. */
    static SchoolView at(long distanceMetres, School row) {
        return of(row, distanceMetres, null);
    }

    /** A school with everything that hangs on it. */
    static SchoolView of(School row, SchoolParts parts) {
        return of(row, null, parts);
    }

    private static SchoolView of(School row, Long distanceMetres, SchoolParts parts) {
        return new SchoolView(row.urn(), row.version(), row.updatedAt(), row.ukprn(), row.establishmentNumber(), row.name(), row.status(),
                row.typeCode(), row.typeName(), row.typeGroupCode(), row.phaseCode(), row.phase(), row.provision(),
                row.furtherEducationType(), row.laCode(), row.laName(), row.region(), row.trustUid(), row.trustName(),
                row.trustSchoolFlag(), row.federationUid(), row.federationName(), row.lowAge(), row.highAge(),
                row.nurseryProvision(), row.officialSixthForm(), row.boarders(), row.gender(), row.religiousCharacter(),
                row.admissionsPolicy(), row.capacity(), row.pupils(), row.percentFsm(), row.urbanRural(), row.easting(),
                row.northing(), row.street(), row.locality(), row.address3(), row.town(), row.county(), row.postcode(),
                row.district(), row.website(), row.section41(), row.openedOn(), row.reasonOpened(), row.closedOn(),
                row.reasonClosed(), row.successorUrn(), row.sourceChangedOn(),
                row.source(), distanceMetres, parts);
    }
}
