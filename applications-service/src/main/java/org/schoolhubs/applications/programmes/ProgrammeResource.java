package org.schoolhubs.applications.programmes;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
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
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
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

/** The catalogue over HTTP; reading it needs no token. */
@Path("/v1/programmes")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Programmes", description = "What schools and trusts can apply to: programmes, pathways, cohorts and their windows.")
class ProgrammeResource {
    private final ProgrammeCatalogue catalogue;
    private final ProgrammeEditor editor;

    ProgrammeResource(ProgrammeCatalogue catalogue, ProgrammeEditor editor) {
        this.catalogue = catalogue;
        this.editor = editor;
    }

    @GET
    @PermitAll
    @Operation(operationId = "listProgrammes", summary = "All programmes",
            description = "The programmes with their pathways. Needs no token; drafts are listed for the "
            + "programme team, the Department and auditors alone.")
    @APIResponse(responseCode = "200", description = "A page of programmes.")
    public Page<ProgrammeView> list(@Valid @BeanParam PageRequest page,
            @QueryParam("state") @Parameter(description = "Only those in this state.") ProgrammeState state) {
        return catalogue.list(page, state);
    }

    @POST
    @RolesAllowed(Roles.PROGRAMME_TEAM)
    @Idempotent
    @Operation(operationId = "draftProgramme", summary = "Draft a programme",
            description = "Makes a programme with its pathways, as a draft: it can be changed at once, given rules "
            + "and cohorts, and is seen by nobody outside until it is published. For the programme team.")
    @APIResponse(responseCode = "201", description = "The draft was made.", content = @Content(schema = @Schema(implementation = ProgrammeView.class)))
    public Response draft(@NotNull @Valid NewProgramme body) {
        editor.draft(body);
        return Responses.created("/v1/programmes/" + body.code(), catalogue.get(body.code(), null));
    }

    @GET
    @Path("/{code}")
    @PermitAll
    @Operation(operationId = "getProgramme", summary = "One programme",
            description = "The programme with its pathways: what each asks and gives, now or as on a day. "
            + "State and successor are those of now. Needs no token.")
    @APIResponse(responseCode = "200", description = "The programme.", content = @Content(schema = @Schema(implementation = ProgrammeView.class)))
    public Response get(@PathParam("code") @Size(max = 60) String code,
            @QueryParam("asOn") @Parameter(description = "The terms in force at the end of this day (Europe/London), past or to come.") LocalDate asOn) {
        return Responses.ok(catalogue.get(code, asOn));
    }

    @PUT
    @Path("/{code}")
    @RolesAllowed(Roles.PROGRAMME_TEAM)
    @Operation(operationId = "changeProgramme", summary = "Change a programme",
            description = "Sets the whole of the terms, at once or from a later day: a new version. What is open "
            + "(takes applications now, or has some that live) is changed by two: the answer is then 202 with the change, which another person approves. "
            + "What would hurt what runs is refused. For the programme team.")
    @APIResponse(responseCode = "200", description = "The change was made; scheduled tells of one that is to come.",
            content = @Content(schema = @Schema(implementation = ProgrammeView.class)))
    @APIResponse(responseCode = "202", description = "The change waits for a second person.",
            content = @Content(schema = @Schema(implementation = ChangeView.class)))
    public Response change(@PathParam("code") @Size(max = 60) String code, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid ProgrammeRequest body) {
        return answer(editor.revise(code, Precondition.of(ifMatch), body), code);
    }

    @POST
    @Path("/{code}/publication")
    @RolesAllowed(Roles.PROGRAMME_TEAM)
    @Idempotent
    @Operation(operationId = "publishProgramme", summary = "Publish a programme",
            description = "Puts a draft into the catalogue, for everyone to see. For the programme team.")
    @APIResponse(responseCode = "200", description = "It is published.", content = @Content(schema = @Schema(implementation = ProgrammeView.class)))
    public Response publish(@PathParam("code") @Size(max = 60) String code, @HeaderParam("If-Match") String ifMatch) {
        editor.publish(code, Precondition.of(ifMatch));
        return Responses.ok(catalogue.get(code, null));
    }

    @POST
    @Path("/{code}/closure")
    @RolesAllowed(Roles.PROGRAMME_TEAM)
    @Idempotent
    @Operation(operationId = "closeProgramme", summary = "Close a programme",
            description = "Takes no new applications from now on; what runs goes on to its end. Open ones are closed by two: "
            + "202 with the change. For the programme team.")
    @APIResponse(responseCode = "200", description = "It is closed.", content = @Content(schema = @Schema(implementation = ProgrammeView.class)))
    @APIResponse(responseCode = "202", description = "The closure waits for a second person.",
            content = @Content(schema = @Schema(implementation = ChangeView.class)))
    public Response close(@PathParam("code") @Size(max = 60) String code, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid ReasonRequest body) {
        return answer(editor.close(code, Precondition.of(ifMatch), body.reason()), code);
    }

    @POST
    @Path("/{code}/replacement")
    @RolesAllowed(Roles.PROGRAMME_TEAM)
    @Idempotent
    @Operation(operationId = "replaceProgramme", summary = "Replace a programme",
            description = "Sets the programme that takes the place of this one, and from which day. Until then it takes applications; "
            + "what runs goes on to its end. Open ones are replaced by two: 202 with the change. For the programme team.")
    @APIResponse(responseCode = "200", description = "The successor is set.", content = @Content(schema = @Schema(implementation = ProgrammeView.class)))
    @APIResponse(responseCode = "202", description = "The replacement waits for a second person.",
            content = @Content(schema = @Schema(implementation = ChangeView.class)))
    public Response replace(@PathParam("code") @Size(max = 60) String code, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid ReplacementRequest body) {
        return answer(editor.replace(code, Precondition.of(ifMatch), body), code);
    }

    @GET
    @Path("/{code}/versions")
    @RolesAllowed({Roles.PROGRAMME_TEAM, Roles.DFE, Roles.AUDITOR})
    @Operation(operationId = "listProgrammeVersions", summary = "Versions of a programme",
            description = "Every version of its terms, oldest first: from when, until when, who made and approved it, "
            + "and why. For the programme team, the Department and auditors.")
    @APIResponse(responseCode = "200", description = "All versions on one page.")
    public Page<VersionView> versions(@PathParam("code") @Size(max = 60) String code) {
        return catalogue.versions(code);
    }

    @GET
    @Path("/{code}/versions/{number}")
    @RolesAllowed({Roles.PROGRAMME_TEAM, Roles.DFE, Roles.AUDITOR})
    @Operation(operationId = "getProgrammeVersion", summary = "One version of a programme",
            description = "A version of its terms with who, when and why. For the programme team, the Department and auditors.")
    @APIResponse(responseCode = "200", description = "The version.", content = @Content(schema = @Schema(implementation = VersionView.class)))
    public Response version(@PathParam("code") @Size(max = 60) String code, @PathParam("number") int number) {
        return Responses.ok(catalogue.version(code, number));
    }

    @POST
    @Path("/{code}/versions/{number}/cancellation")
    @RolesAllowed(Roles.PROGRAMME_TEAM)
    @Idempotent
    @Operation(operationId = "cancelProgrammeVersion", summary = "Cancel terms that are to come",
            description = "Takes back a version before it begins; what is in force stays so. If-Match is the programme's. "
            + "For the programme team.")
    @APIResponse(responseCode = "200", description = "It will not begin.", content = @Content(schema = @Schema(implementation = ProgrammeView.class)))
    public Response cancel(@PathParam("code") @Size(max = 60) String code, @PathParam("number") int number, @HeaderParam("If-Match") String ifMatch) {
        editor.cancel(code, number, Precondition.of(ifMatch));
        return Responses.ok(catalogue.get(code, null));
    }

    @GET
    @Path("/{code}/history")
    @RolesAllowed({Roles.PROGRAMME_TEAM, Roles.DFE, Roles.AUDITOR})
    @Operation(operationId = "getProgrammeHistory", summary = "History of a programme",
            description = "Everything that happened to it: who, when, what, why. For the programme team, the Department and auditors.")
    @APIResponse(responseCode = "200", description = "Oldest first.")
    public List<HistoryEntry> history(@PathParam("code") @Size(max = 60) String code) {
        return catalogue.history(code);
    }

    @GET
    @Path("/{code}/cohorts")
    @PermitAll
    @Operation(operationId = "listCohorts", summary = "Cohorts of a programme",
            description = "Every cohort with its window and whether it is open now. Needs no token.")
    @APIResponse(responseCode = "200", description = "A page of cohorts.")
    public Page<CohortView> cohorts(@PathParam("code") @Size(max = 60) String code, @Valid @BeanParam PageRequest page,
            @QueryParam("windowOpen") @Pattern(regexp = "true|false", message = "true or false.")
            @Parameter(description = "Only those that take applications now (true), or do not (false).",
                    schema = @Schema(type = SchemaType.BOOLEAN)) String windowOpen) {
        return catalogue.cohorts(code, windowOpen == null ? null : Boolean.valueOf(windowOpen), page);
    }

    @GET
    @Path("/{code}/cohorts/{cohort}")
    @PermitAll
    @Operation(operationId = "getCohort", summary = "One cohort", description = "The cohort with its window and the pathways it offers. Needs no token.")
    @APIResponse(responseCode = "200", description = "The cohort.", content = @Content(schema = @Schema(implementation = CohortView.class)))
    public Response cohort(@PathParam("code") @Size(max = 60) String code, @PathParam("cohort") @Size(max = 40) String cohort) {
        return Responses.ok(catalogue.cohort(code, cohort));
    }

    @GET
    @Path("/{code}/cohorts/{cohort}/versions")
    @RolesAllowed({Roles.PROGRAMME_TEAM, Roles.DFE, Roles.AUDITOR})
    @Operation(operationId = "listCohortVersions", summary = "Versions of a cohort",
            description = "Every version of what it offers, oldest first: from when, until when, who made and approved it, and why. For the programme team, the Department "
            + "and auditors.")
    @APIResponse(responseCode = "200", description = "All versions on one page.")
    public Page<CohortVersionView> cohortVersions(@PathParam("code") @Size(max = 60) String code, @PathParam("cohort") @Size(max = 40) String cohort) {
        return catalogue.cohortVersions(code, cohort);
    }

    @GET
    @Path("/{code}/cohorts/{cohort}/versions/{number}")
    @RolesAllowed({Roles.PROGRAMME_TEAM, Roles.DFE, Roles.AUDITOR})
    @Operation(operationId = "getCohortVersion", summary = "One version of a cohort",
            description = "A version of what it offers with who, when and why. For the programme team, the Department and auditors.")
    @APIResponse(responseCode = "200", description = "The version.")
    public CohortVersionView cohortVersion(@PathParam("code") @Size(max = 60) String code, @PathParam("cohort") @Size(max = 40) String cohort,
            @PathParam("number") int number) {
        return catalogue.cohortVersion(code, cohort, number);
    }

    @GET
    @Path("/{code}/cohorts/{cohort}/history")
    @RolesAllowed({Roles.PROGRAMME_TEAM, Roles.DFE, Roles.AUDITOR})
    @Operation(operationId = "getCohortHistory", summary = "History of a cohort",
            description = "Everything that happened to it: who, when, what, why. For the programme team, the Department and auditors.")
    @APIResponse(responseCode = "200", description = "Oldest first.")
    public List<HistoryEntry> cohortHistory(@PathParam("code") @Size(max = 60) String code, @PathParam("cohort") @Size(max = 40) String cohort) {
        return catalogue.cohortHistory(code, cohort);
    }

    @PUT
    @Path("/{code}/cohorts/{cohort}")
    @RolesAllowed(Roles.PROGRAMME_TEAM)
    @Operation(operationId = "changeCohort", summary = "Change a cohort",
            description = "Sets the whole of its terms; If-Match is the cohort's. An open one (its window is open, or it has applications that live) "
            + "is changed by two: 202 with the change. What would hurt what runs is refused. For the programme team.")
    @APIResponse(responseCode = "200", description = "The change was made.", content = @Content(schema = @Schema(implementation = CohortView.class)))
    @APIResponse(responseCode = "202", description = "The change waits for a second person.",
            content = @Content(schema = @Schema(implementation = ChangeView.class)))
    public Response changeCohort(@PathParam("code") @Size(max = 60) String code, @PathParam("cohort") @Size(max = 40) String cohort,
            @HeaderParam("If-Match") String ifMatch, @NotNull @Valid CohortRequest body) {
        return editor.changeCohort(code, cohort, Precondition.of(ifMatch), body).map(ProgrammeResource::waiting)
                .orElseGet(() -> Responses.ok(catalogue.cohort(code, cohort)));
    }

    @POST
    @Path("/{code}/cohorts")
    @RolesAllowed(Roles.PROGRAMME_TEAM)
    @Idempotent
    @Operation(operationId = "openCohort", summary = "Open a cohort",
            description = "Adds a cohort with its application window. The window must close after it opens; it may be open after the start, for late joiners, "
                    + "and together with those of other cohorts. Each pathway that it offers needs published rules that are in force when the window opens "
                    + "(409 rules-missing names those without). For the programme team.")
    @APIResponse(responseCode = "201", description = "The cohort was made.", content = @Content(schema = @Schema(implementation = CohortView.class)))
    public Response open(@PathParam("code") @Size(max = 60) String code, @NotNull @Valid NewCohort body) {
        CohortView cohort = catalogue.open(code, body);
        return Responses.created("/v1/programmes/%s/cohorts/%s".formatted(code, cohort.code()), cohort);
    }

    private Response answer(Optional<ChangeView> proposal, String code) {
        return proposal.map(ProgrammeResource::waiting).orElseGet(() -> Responses.ok(catalogue.get(code, null)));
    }

    private static Response waiting(ChangeView proposal) {
        return Responses.accepted("/v1/programme-changes/" + proposal.id(), proposal);
    }
}
