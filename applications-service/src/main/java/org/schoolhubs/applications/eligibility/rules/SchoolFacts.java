package org.schoolhubs.applications.eligibility.rules;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

import org.schoolhubs.applications.register.Phase;
import org.schoolhubs.applications.register.Provision;
import org.schoolhubs.applications.register.SchoolStatus;

/**
 * What the rules may know of a school.
 *
 * @param urn                  reference number
 * @param name                 as the register writes it
 * @param status               open or not
 * @param typeCode             GIAS TypeOfEstablishment without leading zeros
 * @param typeGroupCode        GIAS EstablishmentTypeGroup without leading zeros
 * @param phase                GIAS phase, middle schools as deemed; {@code NOT_APPLICABLE} for most special and alternative provision
 * @param provision            derived from the type
 * @param region               GIAS region code, {@code A} to {@code K} in England; null where the register has none
 * @param laCode               local authority, 3 digits
 * @param furtherEducationType GIAS FurtherEducationType (name), needed for type 18; may be null
 * @param urbanRural           GIAS code; may be null
 * @param trustUid             group UID of its trust, or null
 * @param pupils               number on roll; may be null
 * @param percentFsm           pupils eligible for free school meals, per cent; may be null
 * @param source               the register's file and day
 * @param inspections          every inspection on file, in any order
 * @param sharing              what is known of its attendance data; null where nothing was brought
 * @param selection            whether it is on a selection list; null where no rule asks
 * @param inspectionsSearched  the file of inspections in which none of it was found; null where some was, or no such file came
 */
public record SchoolFacts(String urn, String name, SchoolStatus status, String typeCode, String typeGroupCode, Phase phase, Provision provision, String region,
                          String laCode, String furtherEducationType, String urbanRural, String trustUid, Integer pupils, BigDecimal percentFsm, Source source,
                          List<InspectionEvidence> inspections, SharingFact sharing, SelectionFact selection, Source inspectionsSearched) {
    private static final Source NO_FILE = new Source(null, null, null, null);

    public SchoolFacts {
        inspections = inspections == null ? List.of() : List.copyOf(inspections);
    }

    Evidence fact(String text) {
        return new Evidence(text, source);
    }

    /** That no inspection was found, and where it was looked for. */
    Evidence noInspection() {
        return new Evidence("No inspection is on file", inspectionsSearched == null ? NO_FILE : inspectionsSearched);
    }

    SchoolFacts knownOn(LocalDate day) {
        List<InspectionEvidence> known = inspections.stream().filter(one -> one.date() == null || !one.date().isAfter(day)).toList();
        return new SchoolFacts(urn, name, status, typeCode, typeGroupCode, phase, provision, region, laCode, furtherEducationType, urbanRural, trustUid, pupils,
                percentFsm, source, known, sharing, selection, inspectionsSearched);
    }
}
