package org.schoolhubs.applications.managementinformation;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.Variant;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.schoolhubs.kernel.Roles;

/** Management information over HTTP. */
@Path("/v1/management-information/applications")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Management information", description = "Figures about applications, and an extract with a row per application. Schools are counted, not people: nothing is suppressed.")
class ManagementInformationResource {
    private static final String CSV = "text/csv";
    private static final MediaType CSV_TYPE = new MediaType("text", "csv");
    private static final List<Variant> FORMS = Variant.mediaTypes(MediaType.APPLICATION_JSON_TYPE, CSV_TYPE).build();
    private final FiguresService figures;
    private final ApplicationRows rows;

    ManagementInformationResource(FiguresService figures, ApplicationRows rows) {
        this.figures = figures;
        this.rows = rows;
    }

    @GET
    @Blocking
    @Produces({MediaType.APPLICATION_JSON, CSV})
    @RolesAllowed({Roles.PROGRAMME_TEAM, Roles.DFE, Roles.AUDITOR})
    @Operation(operationId = "getApplicationFigures", summary = "Applications in figures",
            description = "Counts, shares of eligibility and days from submission to the first final decision, by the groups you ask for and in total. Groups and total are of "
                    + "one instant and add up. Region and phase are the register's of today. As JSON, or as CSV (Accept: text/csv). Small numbers are not suppressed: "
                    + "they count schools, not people. Roles: programme-team, dfe, auditor.")
    @APIResponse(responseCode = "200", description = "The figures.", content = {
            @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = FiguresView.class)),
            @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING))})
    public Response figures(@Valid @BeanParam FiguresQuery query, @QueryParam("groupBy") @Size(max = 8, message = "Eight at the most.")
            @Parameter(description = "What to group by; may be given several times.") List<Dimension> groupBy, @Context Request request) {
        FiguresView view = figures.figures(query, groupBy);
        Variant chosen = request.selectVariant(FORMS);
        if (chosen != null && CSV_TYPE.isCompatible(chosen.getMediaType())) {
            StreamingOutput lines = out -> FiguresCsv.write(view, out);
            return csv(lines, "application-figures.csv");
        }
        return Response.ok(view, MediaType.APPLICATION_JSON_TYPE).build();
    }

    @GET
    @Path("/rows")
    @Blocking
    @Produces(CSV)
    @RolesAllowed({Roles.PROGRAMME_TEAM, Roles.DFE, Roles.AUDITOR})
    @Operation(operationId = "getApplicationRows", summary = "One row per application",
            description = "Streamed as CSV, in the order in which they were begun; names nobody. What the columns mean: …/dictionary. Text that a spreadsheet would take for a "
                    + "formula begins with an apostrophe. Roles: programme-team, dfe, auditor.")
    @APIResponse(responseCode = "200", description = "The rows.", content = @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING)))
    public Response rows(@Valid @BeanParam FiguresQuery query) {
        StreamingOutput lines = out -> rows.write(query, out);
        return csv(lines, "applications.csv");
    }

    @GET
    @Path("/dictionary")
    @RolesAllowed({Roles.PROGRAMME_TEAM, Roles.DFE, Roles.AUDITOR})
    @Operation(operationId = "getApplicationRowsDictionary", summary = "What the columns of the rows mean",
            description = "Every column of …/rows in its order. Roles: programme-team, dfe, auditor.")
    @APIResponse(responseCode = "200", description = "The data dictionary.")
    public List<ColumnView> dictionary() {
        return Arrays.stream(RowColumn.values()).map(ColumnView::of).toList();
    }

    private static Response csv(StreamingOutput lines, String name) {
        return Response.ok(lines, CSV + "; charset=UTF-8").header("Content-Disposition", "attachment; filename=\"" + name + "\"").build();
    }
}
