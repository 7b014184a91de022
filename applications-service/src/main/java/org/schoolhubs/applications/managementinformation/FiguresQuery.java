package org.schoolhubs.applications.managementinformation;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.schoolhubs.kit.time.LondonDates;

/** Which applications count; what is left out does not narrow. */
public record FiguresQuery(
        @QueryParam("programme") @Size(max = 60) @Parameter(description = "Only those of this programme.", example = "behaviour-hubs") String programme,
        @QueryParam("pathway") @Size(max = 60) @Parameter(description = "Only those of this pathway; NONE for those without.", example = "core") String pathway,
        @QueryParam("cohort") @Size(max = 40) @Parameter(description = "Only those of this cohort; NONE for those without.", example = "2025-11") String cohort,
        @QueryParam("kind") @Pattern(regexp = KINDS, message = "A kind of application, such as PARTNER_SCHOOL.")
        @Parameter(description = "Only those of this kind.", example = "PARTNER_SCHOOL") String kind,
        @QueryParam("region") @Pattern(regexp = "[A-Z]|NONE", message = "A GIAS region code such as H, or NONE.")
        @Parameter(description = "Only schools of this region (GIAS code); NONE for those without.", example = "H") String region,
        @QueryParam("phase") @Pattern(regexp = PHASES, message = "A phase such as SECONDARY, or NONE.")
        @Parameter(description = "Only schools of this phase; NONE for those without.", example = "SECONDARY") String phase,
        @QueryParam("state") @Pattern(regexp = STATES, message = "A state of an application, such as ACCEPTED.")
        @Parameter(description = "Only those in this state.", example = "ACCEPTED") String state,
        @QueryParam("month") @Pattern(regexp = "[0-9]{4}-(0[1-9]|1[0-2])|NONE", message = "A month such as 2026-11, or NONE for those not submitted.")
        @Parameter(description = "Only those submitted in this month; NONE for those not submitted.", example = "2026-11") String month,
        @QueryParam("submittedFrom") @Parameter(description = "Only those submitted on this day (Europe/London) or later.") LocalDate submittedFrom,
        @QueryParam("submittedTo") @Parameter(description = "Only those submitted on this day (Europe/London) or earlier.") LocalDate submittedTo) {

    /** Words that no application can have are refused: figures of nothing would be taken for an answer. */
    private static final String KINDS = "PARTNER_SCHOOL|PARTNER_TRUST|LEAD_SCHOOL|LEAD_TRUST|INVITED_SCHOOL";
    private static final String PHASES = "NURSERY|PRIMARY|SECONDARY|ALL_THROUGH|SIXTEEN_PLUS|NOT_APPLICABLE|NONE";
    private static final String STATES = "DRAFT|SUBMITTED|ACCEPTED|DECLINED|WITHDRAWN|ACTIVE|COMPLETED|INVITED|REFUSED|LAPSED";

    /** Conditions over application {@code a} and its school {@code s}, each with its one parameter, in order. */
    Map<String, Object> conditions() {
        Map<String, Object> conditions = new LinkedHashMap<>();
        add(conditions, Dimension.PROGRAMME, programme);
        add(conditions, Dimension.PATHWAY, pathway);
        add(conditions, Dimension.COHORT, cohort);
        add(conditions, Dimension.KIND, kind);
        add(conditions, Dimension.REGION, region);
        add(conditions, Dimension.PHASE, phase);
        add(conditions, Dimension.STATE, state);
        add(conditions, Dimension.MONTH, month);
        if (submittedFrom != null) {
            conditions.put("a.submitted_at >= ?", submittedFrom.atStartOfDay(LondonDates.LONDON).toOffsetDateTime());
        }
        if (submittedTo != null) {
            conditions.put("a.submitted_at < ?", submittedTo.plusDays(1).atStartOfDay(LondonDates.LONDON).toOffsetDateTime());
        }
        return conditions;
    }

    private static void add(Map<String, Object> conditions, Dimension dimension, String value) {
        if (value != null) {
            conditions.put(dimension.sql() + " = ?", value);
        }
    }
}
