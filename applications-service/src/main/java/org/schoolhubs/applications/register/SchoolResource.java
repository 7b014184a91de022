package org.schoolhubs.applications.register;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.schoolhubs.kernel.Urn;
import org.schoolhubs.kit.openapi.SharedOpenApi;
import org.schoolhubs.kit.problem.Problem;
import org.schoolhubs.kit.time.LondonDates;

import org.schoolhubs.kit.web.PageRequest;
import org.schoolhubs.kit.web.Responses;

/** Schools of the register over HTTP. */
@Path("/v1/schools")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Register", description = "Schools and trusts, as GIAS and Ofsted gave them last.")
class SchoolResource {
    private static final String CSV = "text/csv";
    private static final MediaType CSV_TYPE = MediaType.valueOf(CSV);

    private final SchoolList list;
    private final SchoolQueries queries;
    private final SchoolAnswers schools;
    private final SchoolLookup lookup;
    private final Clock clock;

    SchoolResource(SchoolList list, SchoolQueries queries, SchoolAnswers schools, SchoolLookup lookup, Clock clock) {
        this.list = list;
        this.queries = queries;
        this.schools = schools;
        this.lookup = lookup;
        this.clock = clock;
    }

    @GET
    @Blocking
    @Authenticated
    @Produces({MediaType.APPLICATION_JSON, CSV})
    @Operation(operationId = "listSchools", summary = "Search and list schools", description = "By URN; with near by distance; with updatedSince what "
            + "changed, oldest change "
            + "first. Closed schools are in the list too: open=true leaves them out. With Accept: text/csv every school that matches comes in one answer, "
            + "without pages, as "
            + "the register is at one moment; GET /v1/data-dictionary describes its columns. Open to every role.")
    @APIResponse(responseCode = "200", description = "A page of schools; as CSV, all of them", content = {
        @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = SchoolPage.class)),
        @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING))})
    public Response list(@BeanParam @Valid SchoolFilter filter, @BeanParam @Valid PageRequest page, @Context UriInfo uri, @Context HttpHeaders headers) {
        var query = queries.of(filter);
        var parameters = uri.getQueryParameters();
        if (wantsCsv(headers)) {
            queries.requireNone(parameters, "With Accept: text/csv all schools come at once, as they are now.", "updatedSince", "after", "limit");
            StreamingOutput all = out -> list.extract(query, out);
            return Response.ok(all, CSV + "; charset=UTF-8").header("Content-Disposition", "attachment; filename=\"schools.csv\"").build();
        }
        if (query.near() == null) {
            return Response.ok(list.page(query, page), MediaType.APPLICATION_JSON_TYPE).build();
        }
        queries.requireNone(parameters, "A list by distance has no order of changes.", "updatedSince");
        var limit = parameters.getFirst("limit");
        var after = parameters.getFirst("after");
        return Response.ok(list.nearest(query, limit == null ? SchoolQueries.PAGE : Integer.parseInt(limit),
                after == null ? null : DistanceCursor.decode(after)),
                MediaType.APPLICATION_JSON_TYPE).build();
    }

    /** For the OpenAPI document alone. */
    @Schema(name = "PageSchoolView", description = "A page of a list: follow next until it is null.")
    record SchoolPage(java.util.List<SchoolView> items, @Schema(nullable = true) String next, java.time.Instant watermark) {
    }

    @GET
    @Path("/{urn}")
    @Authenticated
    @Operation(operationId = "getSchool", summary = "Read a school", description = "Every fact with its source; inspections, schools before and after it, "
            + "the trusts that it was "
            + "in, data sharing, and how fresh the register is. The ETag changes with all of them but the last. Closed schools are found with their "
            + "successors. With asOn: the "
            + "school's own facts as the files said for that day, and which file. Open to every role.")
    @APIResponse(responseCode = "200", description = "The school", content = @Content(schema = @Schema(implementation = SchoolView.class)))
    public Response get(@PathParam("urn") @Parameter(description = "Unique Reference Number.", example = "900001",
            schema = @Schema(type = SchemaType.STRING, pattern = "^[1-9][0-9]{4,5}$")) String urn,
            @QueryParam("asOn") @Parameter(description = "A day up to today.", example = "2026-09-01") LocalDate asOn) {
        if (asOn == null) {
            return Responses.ok(schools.today(parse(urn)));
        }
        if (asOn.isAfter(LondonDates.today(clock))) {
            throw Problem.of(RegisterError.FILTER_INVALID, "Nobody knows the register of a day to come.").parameter("asOn", "in-the-future",
                    "Today at the latest.");
        }
        return Responses.ok(schools.on(parse(urn), asOn));
    }

    @GET
    @Path("/{urn}/versions")
    @Authenticated
    @Operation(operationId = "listSchoolVersions", summary = "Read what changed of a school", description = "What each file said of it, newest first, and "
            + "what was new. "
            + "Open to every role.")
    @APIResponse(responseCode = "200", description = "The versions")
    public SchoolVersionsView versions(@PathParam("urn") @Parameter(description = "Unique Reference Number.", example = "900001",
            schema = @Schema(type = SchemaType.STRING, pattern = "^[1-9][0-9]{4,5}$")) String urn) {
        return schools.versions(parse(urn));
    }

    @POST
    @Path("/lookup")
    @Consumes(MediaType.APPLICATION_JSON)
    @Extension(name = SharedOpenApi.REPEATABLE, value = "true")
    @Authenticated
    @Operation(operationId = "lookUpSchools", summary = "Look up many schools", description = "By URN or UKPRN, 500 numbers at the most. Changes nothing, "
            + "so it needs no "
            + "Idempotency-Key. Several schools may have had one UKPRN. Open to every role.")
    @APIResponse(responseCode = "200", description = "The schools found, and the numbers that none has")
    public SchoolLookup.Found lookup(@NotNull @Valid SchoolLookup.Request body) {
        return lookup.find(body);
    }

    private static Urn parse(String urn) {
        if (!Urn.isValid(urn)) {
            throw Problem.of(RegisterError.URN_INVALID, "A URN is 5 or 6 digits, for example 100049.").parameter("urn", "urn-invalid", "Correct the URN.");
        }
        return new Urn(urn);
    }

    /** The first of the two that the reader would rather have. */
    private static boolean wantsCsv(HttpHeaders headers) {
        for (MediaType wanted : headers.getAcceptableMediaTypes()) {
            if (wanted.isCompatible(MediaType.APPLICATION_JSON_TYPE)) {
                return false;
            }
            if (wanted.isCompatible(CSV_TYPE)) {
                return true;
            }
        }
        return false;
    }
}
