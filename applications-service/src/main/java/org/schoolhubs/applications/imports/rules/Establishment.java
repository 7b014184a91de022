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
        LocalDate closedOn) {
}
