package org.schoolhubs.applications.imports;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
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
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.schoolhubs.kit.openapi.SharedOpenApi;
import org.schoolhubs.kernel.Roles;
import org.schoolhubs.kit.journal.HistoryEntry;
import org.schoolhubs.kit.problem.CommonError;
import org.schoolhubs.kit.problem.Problem;
import org.schoolhubs.kit.web.Idempotent;
import org.schoolhubs.kit.security.Caller;
import org.schoolhubs.kit.web.Page;
import org.schoolhubs.kit.web.PageRequest;
import org.schoolhubs.kit.web.Precondition;
import org.schoolhubs.kit.web.Responses;

/** Imports over HTTP. */
@Path("/v1/imports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Imports", description = "GIAS and Ofsted files on their way into the register.")
class ImportResource {
    private static final String CODE = "^[a-z0-9][a-z0-9-]{0,59}$";
    /** A year before it is a slip of the pen, and every right day would be later ever after. */
    private static final int FIRST_YEAR = 2000;
    private static final String CSV = "text/csv";
    private static final MediaType CSV_TYPE = MediaType.valueOf(CSV);

    private final ImportService imports;
    private final RejectedRows rejectedRows;
    private final ChangedSchools changedSchools;
    private final Caller caller;

    ImportResource(ImportService imports, RejectedRows rejectedRows, ChangedSchools changedSchools, Caller caller) {
        this.caller = caller;
        this.imports = imports;
        this.rejectedRows = rejectedRows;
        this.changedSchools = changedSchools;
    }

    @POST
    @Extension(name = SharedOpenApi.REPEATABLE, value = "true")
    @Blocking
    @Consumes({CSV, MediaType.APPLICATION_OCTET_STREAM})
    @RolesAllowed({Roles.DATA_COLLECTOR, Roles.PROGRAMME_TEAM, Roles.DFE})
    @Operation(operationId = "startImport", summary = "Send a file to import", description = "The file as it is, as the body. Answered as soon as it is safely "
            + "received; follow Location. The content is its own idempotency key: sent again for the same kind and day, it gives the import of that time (200) "
            + "and changes nothing. One import runs at a time. Either the whole file goes in, but for rows that are rejected one by one, or nothing. "
            + "A file that closes, or takes to another trust, more schools than the guard lets through waits for a person (AWAITING_CONFIRMATION). "
            + "Roles: data-collector and programme-team for registers and calendars; dfe and programme-team for selection-list.")
    @APIResponse(responseCode = "202", description = "Received; Location shows how it goes",
            content = @Content(schema = @Schema(implementation = ImportView.class)))
    @APIResponse(responseCode = "200", description = "This content was received before; this is what became of it",
            content = @Content(schema = @Schema(implementation = ImportView.class)))
    public Response start(
            @QueryParam("kind") @NotNull(message = "Say what kind of file it is.") @Pattern(regexp = ImportKind.PATTERN, message = "One of "
                    + ImportKind.NAMES + ".") @Parameter(description = "Kind of file: " + ImportKind.NAMES + ".", example = "gias-establishments") String kind,
            @QueryParam("asAt") @NotNull(message = "Give the day that the file describes.") @Size(max = 10)
            @Parameter(description = "The day the file describes.", schema = @Schema(type = SchemaType.STRING, format = "date"), example = "2026-08-01")
            String asAt,
            @QueryParam("fileName") @NotNull(message = "Give the name of the file.") @Pattern(regexp = "^[A-Za-z0-9][A-Za-z0-9 ._()-]{0,199}$",
                    message = "Up to 200 letters, digits, spaces and . _ ( ) -") @Parameter(description = "What the sender calls the file; kept as provenance.",
                    example = "edubasealldata20260801.csv") String fileName,
            @QueryParam("programme") @Pattern(regexp = CODE, message = "The code of a programme.")
            @Parameter(description = "Of a selection list: the programme.", example = "behaviour-and-attendance-hubs") String programme,
            @QueryParam("pathway") @Pattern(regexp = CODE, message = "The code of a pathway.")
            @Parameter(description = "Of a selection list: the pathway, one that is entered by selection.", example = "enhanced") String pathway,
            @QueryParam("cohort") @Pattern(regexp = CODE, message = "The code of a cohort.")
            @Parameter(description = "Of a selection list: the cohort.", example = "2026-09") String cohort,
            @QueryParam("dryRun") @DefaultValue("false") @Pattern(regexp = "^(true|false)$", message = "true or false.")
            @Parameter(description = "Only try: read, compare and report what would change, and leave the register as it is.", schema = @Schema(type = SchemaType.STRING,
                    enumeration = {"true", "false"}), example = "false") String dryRun,
            @HeaderParam("Content-Length") @DefaultValue("-1") @Parameter(hidden = true) long announcedBytes,
            @RequestBody(required = true, description = "The file, Windows-1252 or UTF-8, with its header line.",
                    content = {@Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING, format = "binary")),
                            @Content(mediaType = MediaType.APPLICATION_OCTET_STREAM, schema = @Schema(type = SchemaType.STRING, format = "binary"))})
            InputStream body) {
        var selection = programme == null && pathway == null && cohort == null ? null : new SelectionTarget(programme, pathway, cohort);
        var order = new ImportOrder(ImportKind.of(kind).orElseThrow(), day(asAt), fileName, selection);
        requireSender(order.kind());
        var received = imports.receive(order, Boolean.parseBoolean(dryRun), announcedBytes, body);
        var path = "/v1/imports/" + received.view().id();
        return received.isNew() ? Responses.accepted(path, received.view())
                : Response.fromResponse(Responses.ok(received.view())).header("Location", path).build();
    }

    @GET
    @RolesAllowed({Roles.DATA_COLLECTOR, Roles.PROGRAMME_TEAM, Roles.DFE, Roles.AUDITOR, Roles.OPERATOR})
    @Operation(operationId = "listImports", summary = "List imports", description = "In the order in which they came. Roles: data-collector, programme-team, "
            + "dfe, auditor, operator.")
    @APIResponse(responseCode = "200", description = "A page of imports")
    public Page<ImportView> list(
            @QueryParam("kind") @Pattern(regexp = ImportKind.PATTERN, message = "One of " + ImportKind.NAMES + ".")
            @Parameter(description = "Kind of file: " + ImportKind.NAMES + ".", example = "gias-establishments") String kind,
            @QueryParam("state") @Size(max = 30) @Parameter(description = "State.", schema = @Schema(implementation = ImportState.class)) String state,
            @BeanParam @Valid PageRequest page) {
        return imports.list(kind == null ? null : ImportKind.of(kind).orElseThrow(), state == null ? null : oneOf(ImportState.class, "state", state), page);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.DATA_COLLECTOR, Roles.PROGRAMME_TEAM, Roles.DFE, Roles.AUDITOR, Roles.OPERATOR})
    @Operation(operationId = "getImport", summary = "Read an import", description = "Where it stands, how far, what became of the rows, where it came from. "
            + "Roles: data-collector, programme-team, dfe, auditor, operator.")
    @APIResponse(responseCode = "200", description = "The import", content = @Content(schema = @Schema(implementation = ImportView.class)))
    public Response get(@PathParam("id") @Parameter(description = "The import.") UUID id) {
        return Responses.ok(imports.get(id));
    }

    @GET
    @Path("/{id}/rejected-rows")
    @RolesAllowed({Roles.DATA_COLLECTOR, Roles.PROGRAMME_TEAM, Roles.DFE, Roles.AUDITOR, Roles.OPERATOR})
    @Produces(CSV)
    @Operation(operationId = "getRejectedRows", summary = "Read the rows that did not go in", description = "One line per reason: line of the file, column, value, "
            + "code, reason, and outcome: REJECTED, or WENT_IN_WITHOUT_VALUE for a value that was left out of a row that went in. Values that a spreadsheet would take for a formula begin with an apostrophe. "
            + "Roles: data-collector, programme-team, dfe, auditor, operator.")
    @APIResponse(responseCode = "200", description = "The rejected rows",
            content = @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING)))
    public Response rejectedRows(@PathParam("id") @Parameter(description = "The import.") UUID id) {
        imports.get(id);
        StreamingOutput rows = out -> rejectedRows.write(id, out);
        return Response.ok(rows, CSV + "; charset=UTF-8").header("Content-Disposition", "attachment; filename=\"rejected-rows-" + id + ".csv\"").build();
    }

    @GET
    @Path("/{id}/changes")
    @RolesAllowed({Roles.DATA_COLLECTOR, Roles.PROGRAMME_TEAM, Roles.DFE, Roles.AUDITOR, Roles.OPERATOR})
    @Produces({MediaType.APPLICATION_JSON, CSV})
    @Operation(operationId = "listImportChanges", summary = "List what an import changed", description = "School by school, by URN: kinds of change, fields before and "
            + "after, live applications. Of a dry run, and of an import that awaits confirmation: what it would change. The first fill of an empty register lists "
            + "nothing. With Accept text/csv the whole list as CSV, one line a field. Roles: data-collector, programme-team, dfe, auditor, operator.")
    @APIResponse(responseCode = "200", description = "A page of changed schools, or all of them as CSV", content = {
            @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = ImportChangePage.class)),
            @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING))})
    public Response changes(@PathParam("id") @Parameter(description = "The import.") UUID id,
            @QueryParam("change") @Size(max = 20) @Parameter(description = "Kind of change.", schema = @Schema(implementation = ImportChange.Kind.class)) String change,
            @Context HttpHeaders headers, @BeanParam @Valid PageRequest page) {
        var kind = change == null ? null : oneOf(ImportChange.Kind.class, "change", change);
        if (!CSV_TYPE.isCompatible(headers.getAcceptableMediaTypes().get(0)) || headers.getAcceptableMediaTypes().get(0).isWildcardType()) {
            return Response.ok(imports.changes(id, kind, page), MediaType.APPLICATION_JSON).build();
        }
        imports.get(id);
        StreamingOutput rows = out -> changedSchools.write(id, kind, out);
        return Response.ok(rows, CSV + "; charset=UTF-8").header("Content-Disposition", "attachment; filename=\"changes-" + id + ".csv\"").build();
    }

    @GET
    @Path("/{id}/history")
    @RolesAllowed({Roles.DATA_COLLECTOR, Roles.PROGRAMME_TEAM, Roles.DFE, Roles.AUDITOR, Roles.OPERATOR})
    @Operation(operationId = "getImportHistory", summary = "Read an import's history", description = "Who received, confirmed, cancelled, completed or undid it, oldest "
            + "first. Roles: data-collector, programme-team, dfe, auditor, operator.")
    @APIResponse(responseCode = "200", description = "What happened")
    public List<HistoryEntry> history(@PathParam("id") @Parameter(description = "The import.") UUID id) {
        return imports.history(id);
    }

    @POST
    @Path("/{id}/confirmation")
    @Idempotent
    @RolesAllowed({Roles.PROGRAMME_TEAM, Roles.DFE})
    @Operation(operationId = "confirmImport", summary = "Let an import in that the guard stopped", description = "After a look at its report: the file is read again and goes "
            + "in. It waits again if it would close or move still more schools by now. Needs a person, not the sender. Roles: programme-team, dfe.")
    @APIResponse(responseCode = "202", description = "Confirmed; the import runs", content = @Content(schema = @Schema(implementation = ImportView.class)))
    public Response confirm(@PathParam("id") @Parameter(description = "The import.") UUID id, @HeaderParam("If-Match") String ifMatch) {
        return Responses.accepted("/v1/imports/" + id, imports.confirm(id, Precondition.of(ifMatch)));
    }

    @POST
    @Path("/{id}/cancellation")
    @Idempotent
    @RolesAllowed({Roles.PROGRAMME_TEAM, Roles.DFE})
    @Operation(operationId = "cancelImport", summary = "Do not let an import in that the guard stopped", description = "The register stays as it is; the same file may be "
            + "sent again. Needs a person. Roles: programme-team, dfe.")
    @APIResponse(responseCode = "200", description = "Cancelled", content = @Content(schema = @Schema(implementation = ImportView.class)))
    public Response cancel(@PathParam("id") @Parameter(description = "The import.") UUID id, @HeaderParam("If-Match") String ifMatch) {
        return Responses.ok(imports.cancel(id, Precondition.of(ifMatch)));
    }

    @POST
    @Path("/{id}/reversal")
    @Idempotent
    @RolesAllowed({Roles.PROGRAMME_TEAM, Roles.DFE})
    @Operation(operationId = "undoImport", summary = "Undo an import", description = "Answered once it is sure that nothing rests on it; a worker does it: follow Location "
            + "until the import is UNDONE. Every row that it changed says again what it said before, as a new version, and is published as full state; what the import said stays in "
            + "the history. Schools and groups that it brought stay, CLOSED; memberships, links, inspections and data sharing that it brought go; a selection list that it brought is "
            + "current no more; a calendar that it brought is withdrawn. 409 import-built-upon names what rests on it: a later import of the kind, applications that followed, live "
            + "applications that were judged by it, invitations, other facts. Where something comes to rest on it before the worker is there, it is COMPLETED again, with "
            + "reversalFailureCode. Needs a person. Roles: programme-team, dfe.")
    @APIResponse(responseCode = "202", description = "A worker takes it back; Location shows how it goes",
            content = @Content(schema = @Schema(implementation = ImportView.class)))
    public Response undo(@PathParam("id") @Parameter(description = "The import.") UUID id, @HeaderParam("If-Match") String ifMatch) {
        return Responses.accepted("/v1/imports/" + id, imports.undo(id, Precondition.of(ifMatch)));
    }

    /** Which roles may send depends on the kind. */
    private void requireSender(ImportKind kind) {
        if (!caller.hasAny(kind.senders().toArray(String[]::new))) {
            throw Problem.of(CommonError.FORBIDDEN, "A file of kind %s is sent by: %s.".formatted(kind.parameter(),
                    String.join(", ", kind.senders().stream().sorted().toList())));
        }
    }

    private static LocalDate day(String text) {
        try {
            var day = LocalDate.parse(text);
            if (day.getYear() >= FIRST_YEAR) {
                return day;
            }
        } catch (DateTimeException noDay) {
            // answered below
        }
        throw Problem.of(ImportError.IMPORT_PARAMETER_INVALID, "Correct the parameter named in errors.")
                .parameter("asAt", "invalid", "A day such as 2026-08-01.");
    }

    private static <E extends Enum<E>> E oneOf(Class<E> type, String parameter, String text) {
        return Arrays.stream(type.getEnumConstants()).filter(constant -> constant.name().equals(text)).findFirst()
                .orElseThrow(() -> Problem.of(ImportError.IMPORT_PARAMETER_INVALID, "Correct the parameter named in errors.")
                        .parameter(parameter, "invalid", "One of " + Arrays.toString(type.getEnumConstants()) + "."));
    }

    /** For the document alone. */
    @Schema(name = "ImportChangePage")
    record ImportChangePage(List<ImportChangeView> items, String next, Instant watermark) {
    }
}
