package org.schoolhubs.applications.imports.rules;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.schoolhubs.applications.register.Phase;
import org.schoolhubs.applications.register.Provision;
import org.schoolhubs.applications.register.SchoolStatus;
import org.schoolhubs.kernel.GridReference;
import org.schoolhubs.kernel.Urn;

/** One row of GIAS's establishment file, codes normalised. Holds only what the register keeps; see {@code RegisteredSchool} for the meaning of each. */
public record Establishment(
        Urn urn,
        String ukprn,
        String name,
        SchoolStatus status,
        String typeCode,
        String typeName,
        String typeGroupCode,
        String phaseCode,
        Phase phase,
        Provision provision,
        String furtherEducationType,
        String laCode,
        String laName,
        String region,
        String trustUid,
        String trustName,
        GridReference place,
        Integer pupils,
        BigDecimal percentFsm,
        String urbanRural,
        String town,
        String postcode,
        LocalDate openedOn,
        LocalDate closedOn,
        Details details) {

    /** What the register shows besides; a value that is not right is left out of the row, which goes in without it. All may be null. */
    public record Details(
            String establishmentNumber,
            Integer lowAge,
            Integer highAge,
            String nurseryProvision,
            String officialSixthForm,
            String boarders,
            String gender,
            String religiousCharacter,
            String admissionsPolicy,
            Integer capacity,
            String trustSchoolFlag,
            String federationUid,
            String federationName,
            String street,
            String locality,
            String address3,
            String county,
            String website,
            String district,
            String reasonOpened,
            String reasonClosed,
            String section41,
            LocalDate sourceChangedOn) {
    }
}
