package org.schoolhubs.applications.register;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.schoolhubs.kernel.Urn;

/**
 * A school as the register knows it now. Everything but identity, name, status, type, phase and provision may be null: GIAS leaves it blank.
 *
 * @param urn                  reference number of this instance of the school
 * @param ukprn                UK provider reference number
 * @param name                 name as GIAS writes it
 * @param status               whether it operates
 * @param typeCode             GIAS {@code TypeOfEstablishment}, without leading zero: "1", "34"
 * @param typeName             its name
 * @param typeGroupCode        GIAS {@code EstablishmentTypeGroup}, without leading zero
 * @param phaseCode            GIAS {@code PhaseOfEducation}, without leading zero
 * @param phase                phase derived from the code, middle schools as deemed
 * @param provision            derived from the type: phase alone does not say what a school is
 * @param furtherEducationType GIAS {@code FurtherEducationType}: tells sixth form colleges from general further education colleges
 * @param laCode               local authority, 3 digits
 * @param laName               its name
 * @param region               GIAS {@code GOR} code, A to K; W is Wales, Z not applicable
 * @param trustUid             group UID of its trust
 * @param trustName            name of its trust
 * @param easting              British National Grid, metres
 * @param northing             British National Grid, metres
 * @param pupils               number of pupils
 * @param percentFsm           pupils eligible for free school meals, per cent
 * @param urbanRural           GIAS {@code UrbanRural} code
 * @param town                 town of its address
 * @param postcode             postcode of its address
 * @param openedOn             day it opened
 * @param closedOn             day it closed
 * @param successorUrn         the school that followed it, where there is exactly one
 * @param source               the file that said so
 */
public record RegisteredSchool(
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
        Integer easting,
        Integer northing,
        Integer pupils,
        BigDecimal percentFsm,
        String urbanRural,
        String town,
        String postcode,
        LocalDate openedOn,
        LocalDate closedOn,
        String successorUrn,
        Source source) {
}
