package org.schoolhubs.applications.register;

import java.time.LocalDate;
import java.util.Map;
import org.schoolhubs.kernel.Urn;

/**
 * One inspection of a school, as Ofsted's management information gives it. A school has at most one of each kind: the latest.
 *
 * @param inspectionNumber     Ofsted's number
 * @param inspectedOn          first day of the inspection
 * @param publishedOn          day the report was published; null when the file does not say
 * @param kind                 generation of the inspection; grades of different generations cannot be compared
 * @param overallEffectiveness of a graded inspection: "1" Outstanding, "2" Good, "3" Requires improvement, "4" Inadequate, "0", "8", "9" as Ofsted writes them,
 *                             "Not judged" (since September 2024) or null
 * @param ungradedOutcome      of an ungraded inspection: Ofsted's words, such as "School remains Good"
 * @param reportCardGrades     of a report card: area to grade, such as "Leadership and governance" to "Expected standard"; empty for the other kinds
 * @param categoryOfConcern    SM special measures, SWK serious weaknesses, NTI notice to improve, RSI requires significant improvement; null for none
 * @param predecessor          whether it was the inspection of a predecessor (another URN)
 * @param urnAtTime            URN that was inspected
 * @param source               the file that said so
 */
public record InspectionRecord(
        String inspectionNumber,
        LocalDate inspectedOn,
        LocalDate publishedOn,
        Kind kind,
        String overallEffectiveness,
        String ungradedOutcome,
        Map<String, String> reportCardGrades,
        String categoryOfConcern,
        boolean predecessor,
        Urn urnAtTime,
        Source source) {

    /** Generation of an inspection. */
    public enum Kind {
        /** Graded under the education inspection framework or before: overall effectiveness 1 to 4, or not judged. */
        OEIF_GRADED,
        /** A visit without grades. */
        UNGRADED,
        /** Since 10 November 2025: a grade per area, no overall grade. */
        REPORT_CARD
    }
}
