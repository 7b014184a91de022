package org.schoolhubs.applications.imports.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.schoolhubs.applications.register.InspectionRecord;
import org.schoolhubs.kernel.Urn;

/**
 * One row of Ofsted's management information: a school and the latest inspection of each generation that it has.
 *
 * @param urn         the school today
 * @param inspections none to three, one of a kind
 */
public record InspectedSchool(Urn urn, List<Inspection> inspections) {

    /**
     * One inspection.
     *
     * @param grades area to grade as Ofsted writes both; of a graded inspection its judgements, of a report card its grades
     */
    public record Inspection(
            InspectionRecord.Kind kind,
            String number,
            LocalDate inspectedOn,
            LocalDate publishedOn,
            String overallEffectiveness,
            String ungradedOutcome,
            Map<String, String> grades,
            String categoryOfConcern,
            boolean predecessor,
            Urn urnAtTime) {
    }
}
