package org.schoolhubs.applications.eligibility;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.Variant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.schoolhubs.kernel.Roles;
import org.schoolhubs.kit.openapi.SharedOpenApi;

/** Eligibility without an application. */
@Path("/v1/eligibility-checks")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Eligibility", description = "Who may take part, with the reason of every rule and the fact it rests on.")
class EligibilityResource {
    private static final String CSV = "text/csv";
    private static final MediaType CSV_TYPE = MediaType.valueOf(CSV);
    private static final String CSV_UTF8 = CSV + "; charset=UTF-8";
    private static final List<Variant> BULK_TYPES = Variant.mediaTypes(MediaType.APPLICATION_JSON_TYPE, CSV_TYPE).build();

    private final EligibilityService eligibility;
    private final EligibilityReport report;

    EligibilityResource(EligibilityService eligibility, EligibilityReport report) {
        this.eligibility = eligibility;
        this.report = report;
    }

    @POST
    @Extension(name = SharedOpenApi.REPEATABLE, value = "true")
    @PermitAll
    @Operation(operationId = "checkEligibility", summary = "Would this school or trust be eligible?",
            description = "Judges a school, or a trust with its schools, as partner or lead, by the facts of the registers as they are today, and explains "
                    + "every rule. For a pathway that the Department selects for, the answer is whether the school is on a selection list, never why. Needs "
                    + "no token, no Idempotency-Key and changes nothing.")
    @APIResponse(responseCode = "200", description = "The explained answer.")
    public EligibilityView check(@NotNull @Valid EligibilityCheckRequest body) {
        return eligibility.check(body);
    }

    @POST
    @Path("/bulk")
    @Extension(name = SharedOpenApi.REPEATABLE, value = "true")
    @RolesAllowed({Roles.PROGRAMME_TEAM, Roles.DFE, Roles.AUDITOR, Roles.DATA_COLLECTOR, Roles.LOCAL_AUTHORITY, Roles.TRUST})
    @Produces({MediaType.APPLICATION_JSON, CSV})
    @Operation(operationId = "checkEligibilityInBulk", summary = "Would these schools be eligible?",
            description = "Up to 500 schools for one pathway, or as leads of one programme; as JSON, or as CSV by the Accept header, with two columns a "
                    + "rule. URNs that the register does not know are named. Needs no Idempotency-Key and changes nothing. Roles: programme-team, dfe, "
                    + "auditor, data-collector, local-authority, trust.")
    @APIResponse(responseCode = "200", description = "One explained answer for each school.", content = {
            @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = BulkCheckView.class)),
            @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING))})
    public Response checkAll(@NotNull @Valid BulkCheckRequest body, @Context Request request) {
        BulkCheckView found = eligibility.checkAll(body);
        Variant wanted = request.selectVariant(BULK_TYPES);
        if (wanted == null || !CSV_TYPE.isCompatible(wanted.getMediaType())) {
            return Response.ok(found, MediaType.APPLICATION_JSON_TYPE).build();
        }
        List<String> ruleIds = eligibility.ruleIds(body);
        StreamingOutput lines = out -> report.write(found, ruleIds, out);
        return Response.ok(lines, CSV_UTF8).build();
    }

    @GET
    @RolesAllowed({Roles.PROGRAMME_TEAM, Roles.DFE, Roles.AUDITOR})
    @Produces(CSV)
    @Operation(operationId = "reportEligibility", summary = "Every school's eligibility for a pathway",
            description = "All schools of the register, closed ones included, judged by the facts of today, as CSV: URN, name, outcome, rules, day, then for "
                    + "each rule its outcome and its sentence. Streamed. Values that a spreadsheet would take for a formula begin with an apostrophe. Roles: "
                    + "programme-team, dfe, auditor.")
    @APIResponse(responseCode = "200", description = "One line a school.", content = @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING)))
    public Response report(
            @QueryParam("programme") @NotBlank(message = "Name a programme.") @Size(max = 60)
            @Parameter(description = "Code of the programme.", example = "behaviour-hubs") String programme,
            @QueryParam("pathway") @Size(max = 60) @Parameter(description = "Code of its pathway; left out for LEAD_SCHOOL.", example = "core") String pathway,
            @QueryParam("role") @Parameter(description = "PARTNER_SCHOOL, which it is where left out, or LEAD_SCHOOL.") ApplicantRole role) {
        EligibilityService.SchoolQuestion question = eligibility.question(role == null ? ApplicantRole.PARTNER_SCHOOL : role, programme, pathway);
        StreamingOutput lines = out -> report.writeAll(question, out);
        return Response.ok(lines, CSV_UTF8).header("Content-Disposition", "attachment; filename=\"eligibility-%s.csv\"".formatted(question.rules().code())).build();
    }
}
