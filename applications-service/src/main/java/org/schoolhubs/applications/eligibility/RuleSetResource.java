package org.schoolhubs.applications.eligibility;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.schoolhubs.kernel.Roles;
import org.schoolhubs.kit.journal.HistoryEntry;
import org.schoolhubs.kit.web.Idempotent;
import org.schoolhubs.kit.web.Page;
import org.schoolhubs.kit.web.PageRequest;
import org.schoolhubs.kit.web.Precondition;
import org.schoolhubs.kit.web.Responses;

/** Rule sets over HTTP; what is in force, everybody may read. */
@Path("/v1/rule-sets")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Rule sets", description = "By which rules schools and trusts are judged: data, in versions that are never changed once published.")
class RuleSetResource {
    private static final String CODE = "[a-z0-9]+(-[a-z0-9]+)*";
    private static final String CODE_ADVICE = "A code is lower-case letters, digits and single hyphens.";

    private final RuleSetService ruleSets;

    RuleSetResource(RuleSetService ruleSets) {
        this.ruleSets = ruleSets;
    }

    @GET
    @PermitAll
    @Operation(operationId = "listRuleSets", summary = "List rule sets",
            description = "Every published version, with its rules as data and in plain English. The one in force on a day is the published one with the "
                    + "latest validFrom up to that day; a pathway's own set goes before that of its programme. Needs no token; drafts are shown to "
                    + "programme-team, dfe and auditor.")
    @APIResponse(responseCode = "200", description = "A page of versions.")
    public Page<RuleSetView> list(
            @QueryParam("code") @Size(max = 60) @Parameter(description = "Versions of one set.", example = "behaviour-hubs-partner-school") String code,
            @QueryParam("programme") @Size(max = 60) @Parameter(description = "Sets of one programme.", example = "behaviour-hubs") String programme,
            @QueryParam("role") @Parameter(description = "Sets for one role.") ApplicantRole role,
            @Valid @BeanParam PageRequest page) {
        return ruleSets.list(new RuleSetService.Filter(code, programme, role), page);
    }

    @GET
    @Path("/{code}/versions/{number}")
    @PermitAll
    @Operation(operationId = "getRuleSet", summary = "Read a version of a rule set",
            description = "Its ETag is what a change needs as If-Match. Needs no token; drafts are shown to programme-team, dfe and auditor.")
    @APIResponse(responseCode = "200", description = "The version.", content = @Content(schema = @Schema(implementation = RuleSetView.class)))
    public Response get(@PathParam("code") @Size(max = 60) String code, @PathParam("number") @Min(1) @Max(100_000) int number) {
        return Responses.ok(ruleSets.get(code, number));
    }

    @PUT
    @Path("/{code}/versions/{number}")
    @RolesAllowed(Roles.PROGRAMME_TEAM)
    @Operation(operationId = "putRuleSet", summary = "Draft a version of a rule set",
            description = "Begins the next version (201, without If-Match) or changes its draft (200, with If-Match). Rules that name an unknown kind, an "
                    + "unknown fact or an impossible value are refused with a pointer to each. A draft judges nobody until another person publishes it. "
                    + "Role: programme-team, as a person.")
    @APIResponse(responseCode = "200", description = "The draft was changed.", content = @Content(schema = @Schema(implementation = RuleSetView.class)))
    @APIResponse(responseCode = "201", description = "The draft was made.", content = @Content(schema = @Schema(implementation = RuleSetView.class)))
    public Response put(
            @PathParam("code") @Size(max = 60) @Pattern(regexp = CODE, message = CODE_ADVICE) String code,
            @PathParam("number") @Min(1) @Max(100_000) int number,
            @HeaderParam("If-Match") @Parameter(description = "ETag of the draft that is changed.", example = "\"0\"") String ifMatch,
            @NotNull @Valid RuleSetRequest body) {
        RuleSetService.Written written = ruleSets.put(code, number, ifMatch, body);
        return written.created() ? Responses.created("/v1/rule-sets/%s/versions/%d".formatted(code, number), written.view()) : Responses.ok(written.view());
    }

    @POST
    @Path("/{code}/versions/{number}/publication")
    @RolesAllowed(Roles.PROGRAMME_TEAM)
    @Idempotent
    @Operation(operationId = "publishRuleSet", summary = "Publish a version of a rule set",
            description = "Puts it in force from its first day on, for good: a published version is never changed. By another person than those who changed "
                    + "the draft. Role: programme-team, as a person.")
    @APIResponse(responseCode = "200", description = "The version is published.", content = @Content(schema = @Schema(implementation = RuleSetView.class)))
    public Response publish(
            @PathParam("code") @Size(max = 60) String code,
            @PathParam("number") @Min(1) @Max(100_000) int number,
            @HeaderParam("If-Match") @Parameter(description = "ETag of the draft that was read.", example = "\"0\"") String ifMatch) {
        return Responses.ok(ruleSets.publish(code, number, Precondition.of(ifMatch)));
    }

    @GET
    @Path("/{code}/versions/{number}/history")
    @RolesAllowed({Roles.PROGRAMME_TEAM, Roles.DFE, Roles.AUDITOR})
    @Operation(operationId = "getRuleSetHistory", summary = "Who changed a version of a rule set, and when", description = "Roles: programme-team, dfe, auditor.")
    @APIResponse(responseCode = "200", description = "What happened, first things first.")
    public List<HistoryEntry> history(@PathParam("code") @Size(max = 60) String code, @PathParam("number") @Min(1) @Max(100_000) int number) {
        return ruleSets.history(code, number);
    }
}
