package org.schoolhubs.applications.selection;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.schoolhubs.kernel.Roles;
import org.schoolhubs.kit.web.Page;
import org.schoolhubs.kit.web.PageRequest;
import org.schoolhubs.kit.web.Responses;

/** Selection lists over HTTP. They come in by {@code POST /v1/imports?kind=selection-list}. */
@Path("/v1/selection-lists")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Selection lists", description = "Schools that the Department selected for a pathway. Sent as an import of the kind selection-list.")
class SelectionResource {
    private static final String CSV = "text/csv";

    private final SelectionService lists;
    private final SelectedSchoolsFile file;

    SelectionResource(SelectionService lists, SelectedSchoolsFile file) {
        this.lists = lists;
        this.file = file;
    }

    @GET
    @RolesAllowed({Roles.PROGRAMME_TEAM, Roles.DFE, Roles.AUDITOR})
    @Operation(operationId = "listSelectionLists", summary = "List selection lists", description = "In the order in which they came; superseded ones are in "
            + "the list too: filter by current. Roles: programme-team, dfe, auditor.")
    @APIResponse(responseCode = "200", description = "A page of lists")
    public Page<SelectionListView> list(
            @QueryParam("programme") @Size(max = 60) @Parameter(description = "Code of the programme.", example = "behaviour-and-attendance-hubs")
            String programme,
            @QueryParam("pathway") @Size(max = 60) @Parameter(description = "Code of the pathway.", example = "enhanced") String pathway,
            @QueryParam("cohort") @Size(max = 60) @Parameter(description = "Code of the cohort.", example = "2026-09") String cohort,
            @QueryParam("current") @Parameter(description = "true: lists that hold; false: superseded ones.") Boolean current,
            @BeanParam @Valid PageRequest page) {
        return lists.list(programme, pathway, cohort, current, page);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.PROGRAMME_TEAM, Roles.DFE, Roles.AUDITOR})
    @Operation(operationId = "getSelectionList", summary = "Read a selection list", description = "What it is for, its number, its day, its file. "
            + "Roles: programme-team, dfe, auditor.")
    @APIResponse(responseCode = "200", description = "The list", content = @Content(schema = @Schema(implementation = SelectionListView.class)))
    public Response get(@PathParam("id") @Parameter(description = "The list.") UUID id) {
        return Responses.ok(lists.get(id));
    }

    @GET
    @Path("/{id}/entries")
    @RolesAllowed({Roles.PROGRAMME_TEAM, Roles.DFE, Roles.AUDITOR})
    @Operation(operationId = "listSelectionEntries", summary = "Read the schools of a list", description = "In the order of priority. With Accept: text/csv "
            + "all of them as a file, which can be sent as a list again; values that a spreadsheet would take for a formula begin with an apostrophe there. "
            + "Roles: programme-team, dfe, auditor.")
    @APIResponse(responseCode = "200", description = "A page of schools; or URN, Name, Rank and Reason of all of them as CSV",
            content = {@Content(mediaType = MediaType.APPLICATION_JSON), @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING))})
    public Page<SelectionEntryView> entries(@PathParam("id") @Parameter(description = "The list.") UUID id, @BeanParam @Valid PageRequest page) {
        return lists.entries(id, page);
    }

    @GET
    @Path("/{id}/entries")
    @Produces(CSV)
    @RolesAllowed({Roles.PROGRAMME_TEAM, Roles.DFE, Roles.AUDITOR})
    @Operation(hidden = true)
    public Response entriesFile(@PathParam("id") @Parameter(description = "The list.") UUID id) {
        var list = lists.get(id);
        StreamingOutput rows = out -> file.write(id, out);
        return Response.ok(rows, CSV + "; charset=UTF-8")
                .header("Content-Disposition", "attachment; filename=\"selection-list-%s-%d.csv\"".formatted(list.cohort(), list.listNumber())).build();
    }
}
