package org.schoolhubs.applications.register;

import java.time.LocalDate;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An inspection as third parties see it. */
@Schema(name = "Inspection", description = "The latest inspection of one kind. Grades of different kinds cannot be compared.")
record InspectionView(
        InspectionRecord.Kind kind,
        @Schema(examples = "10245812") String inspectionNumber,
        @Schema(description = "First day of the inspection.", examples = "2023-11-15") LocalDate inspectedOn,
        @Schema(nullable = true, examples = "2024-01-08") LocalDate publishedOn,
        @Schema(description = "Of a graded inspection: 1 Outstanding, 2 Good, 3 Requires improvement, 4 Inadequate, 0 insufficient evidence, 8 does not apply, "
                + "9 not applicable, or Not judged (since September 2024).", nullable = true, examples = "2") String overallEffectiveness,
        @Schema(description = "Of an ungraded inspection, in Ofsted's words.", nullable = true, examples = "School remains Good") String ungradedOutcome,
        @Schema(description = "Area to grade, in Ofsted's words: judgements of a graded inspection, grades of a report card.",
                examples = "{\"Quality of education\": \"2\"}") Map<String, String> grades,
        @Schema(description = "SM special measures, SWK serious weaknesses, NTI notice to improve, RSI requires significant improvement.", nullable = true,
                examples = "SWK") String categoryOfConcern,
        @Schema(description = "Whether a predecessor with another URN was inspected.", examples = "false") boolean predecessor,
        @Schema(description = "URN that was inspected.", nullable = true, examples = "900001") String urnAtTime,
        Source source) {

    static InspectionView of(Inspection inspection, Map<String, String> grades) {
        return new InspectionView(inspection.kind(), inspection.inspectionNumber(), inspection.inspectedOn(), inspection.publishedOn(),
                inspection.overallEffectiveness(), inspection.ungradedOutcome(), grades, inspection.categoryOfConcern(), inspection.isPredecessor(),
                inspection.urnAtTime(), inspection.source());
    }
}
