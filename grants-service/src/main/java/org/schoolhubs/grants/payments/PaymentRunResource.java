package org.schoolhubs.grants.payments;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.schoolhubs.grants.payments.rules.RunState;
import org.schoolhubs.kernel.Roles;
import org.schoolhubs.kit.journal.HistoryEntry;
import org.schoolhubs.kit.web.Idempotent;
import org.schoolhubs.kit.web.Page;
import org.schoolhubs.kit.web.PageRequest;
import org.schoolhubs.kit.web.Precondition;
import org.schoolhubs.kit.web.Responses;

@Path("/v1/payment-runs")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Payment runs", description = "Prepared by one person, approved by another, released once, the bank's result matched all or nothing.")
class PaymentRunResource {
    private final PaymentRunService runs;

    PaymentRunResource(PaymentRunService runs) {
        this.runs = runs;
    }

    @GET
    @RolesAllowed({Roles.FINANCE_PREPARER, Roles.FINANCE_APPROVER, Roles.DFE, Roles.AUDITOR})
    @Operation(operationId = "listPaymentRuns", summary = "List payment runs", description = "In the order in which they were prepared.")
    @APIResponse(responseCode = "200", description = "A page of runs")
    public Page<PaymentRunView> list(
            @Parameter(description = "Code of a programme", example = "behaviour-hubs") @QueryParam("programme") @Size(max = 60) String programme,
            @Parameter(description = "Runs in one state") @QueryParam("state") RunState state,
            @Valid @BeanParam PageRequest page) {
        return runs.list(programme, state, page);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.FINANCE_PREPARER, Roles.FINANCE_APPROVER, Roles.DFE, Roles.AUDITOR})
    @Operation(operationId = "getPaymentRun", summary = "Read a payment run", description = "With the awards that were left out, and what you may do next.")
    @APIResponse(responseCode = "200", description = "The run", content = @Content(schema = @Schema(implementation = PaymentRunView.class)))
    public Response get(@PathParam("id") UUID id) {
        return Responses.ok(runs.get(id));
    }

    @GET
    @Path("/{id}/payments")
    @RolesAllowed({Roles.FINANCE_PREPARER, Roles.FINANCE_APPROVER, Roles.DFE, Roles.AUDITOR})
    @Operation(operationId = "listPayments", summary = "List a run's payments", description = "Each award's payment with the bank's result. No bank details.")
    @APIResponse(responseCode = "200", description = "A page of payments")
    public Page<PaymentView> payments(@PathParam("id") UUID id, @Valid @BeanParam PageRequest page) {
        return runs.payments(id, page);
    }

    @GET
    @Path("/{id}/history")
    @RolesAllowed({Roles.FINANCE_PREPARER, Roles.FINANCE_APPROVER, Roles.DFE, Roles.AUDITOR})
    @Operation(operationId = "getPaymentRunHistory", summary = "Read a run's history", description = "Who did what and when, every reading of the file included.")
    @APIResponse(responseCode = "200", description = "What happened, oldest first")
    public List<HistoryEntry> history(@PathParam("id") UUID id) {
        return runs.history(id);
    }

    @POST
    @Idempotent
    @RolesAllowed(Roles.FINANCE_PREPARER)
    @Operation(operationId = "preparePaymentRun", summary = "Prepare a payment run",
            description = "Takes every payable award of the programme whose payee can be paid; the others are listed with why not. By a person.")
    @APIResponse(responseCode = "201", description = "The run was prepared", content = @Content(schema = @Schema(implementation = PaymentRunView.class)))
    public Response prepare(@NotNull @Valid NewPaymentRun body) {
        PaymentRunView run = runs.prepare(body);
        return Responses.created("/v1/payment-runs/" + run.id(), run);
    }

    @POST
    @Path("/{id}/approval")
    @Idempotent
    @RolesAllowed(Roles.FINANCE_APPROVER)
    @Operation(operationId = "approvePaymentRun", summary = "Approve a payment run", description = "By another person than the preparer. Makes the bank's file.")
    @APIResponse(responseCode = "200", description = "The run", content = @Content(schema = @Schema(implementation = PaymentRunView.class)))
    public Response approve(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch) {
        return Responses.ok(runs.approve(id, Precondition.of(ifMatch)));
    }

    @GET
    @Path("/{id}/files/pain.001")
    @Produces(MediaType.APPLICATION_XML)
    @RolesAllowed({Roles.FINANCE_PREPARER, Roles.FINANCE_APPROVER})
    @Operation(operationId = "getPaymentFile", summary = "Download the bank's file",
            description = "ISO 20022 pain.001.001.09: the same bytes for ever; the ETag is their SHA-256. That you read it is recorded.")
    @APIResponse(responseCode = "200", description = "The file", content = @Content(mediaType = MediaType.APPLICATION_XML,
            schema = @Schema(type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.STRING)))
    public Response file(@PathParam("id") UUID id) {
        PaymentFiles.Content file = runs.file(id);
        return Response.ok(file.bytes(), MediaType.APPLICATION_XML_TYPE).header("ETag", "\"" + file.sha256() + "\"")
                .header("Content-Disposition", "attachment; filename=\"" + id + ".pain.001.xml\"").build();
    }

    @POST
    @Path("/{id}/release")
    @Idempotent
    @RolesAllowed(Roles.FINANCE_APPROVER)
    @Operation(operationId = "releasePaymentRun", summary = "Release a payment run",
            description = "Records that the file goes to the bank: once, and never undone. By another person than the preparer.")
    @APIResponse(responseCode = "200", description = "The run", content = @Content(schema = @Schema(implementation = PaymentRunView.class)))
    public Response release(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch) {
        return Responses.ok(runs.release(id, Precondition.of(ifMatch)));
    }

    @POST
    @Path("/{id}/results")
    @Idempotent
    @Consumes("text/csv")
    @RolesAllowed(Roles.FINANCE_PREPARER)
    @Operation(operationId = "recordPaymentResults", summary = "Record the bank's result",
            description = "One line for each payment: endToEndId,status,reason with status PAID or RETURNED. All lines match, or nothing is recorded and every "
                    + "wrong line is named (pointer /<line>; an empty pointer means a missing line).")
    @RequestBody(required = true, content = @Content(mediaType = "text/csv", schema = @Schema(type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.STRING,
            examples = "endToEndId,status,reason\n0199f0c8000070008000000000000001,PAID,\n")))
    @APIResponse(responseCode = "200", description = "The run", content = @Content(schema = @Schema(implementation = PaymentRunView.class)))
    public Response results(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, @NotBlank @Size(max = 1_000_000) String body) {
        return Responses.ok(runs.recordResults(id, Precondition.of(ifMatch), body));
    }

    @POST
    @Path("/{id}/cancellation")
    @Idempotent
    @RolesAllowed({Roles.FINANCE_PREPARER, Roles.FINANCE_APPROVER})
    @Operation(operationId = "cancelPaymentRun", summary = "Cancel a payment run", description = "Before release: its awards are payable again.")
    @APIResponse(responseCode = "200", description = "The run", content = @Content(schema = @Schema(implementation = PaymentRunView.class)))
    public Response cancel(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch) {
        return Responses.ok(runs.cancel(id, Precondition.of(ifMatch)));
    }
}
