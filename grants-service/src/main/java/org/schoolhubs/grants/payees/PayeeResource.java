package org.schoolhubs.grants.payees;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.schoolhubs.kernel.Roles;
import org.schoolhubs.kit.journal.HistoryEntry;
import org.schoolhubs.kit.web.Idempotent;
import org.schoolhubs.kit.web.Page;
import org.schoolhubs.kit.web.PageRequest;
import org.schoolhubs.kit.web.Precondition;
import org.schoolhubs.kit.web.Responses;

@Path("/v1/payees")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Payees", description = "Whom grants are paid to, and their bank details under change control.")
class PayeeResource {
    private final PayeeService payees;

    PayeeResource(PayeeService payees) {
        this.payees = payees;
    }

    @GET
    @RolesAllowed({Roles.SCHOOL, Roles.TRUST, Roles.LOCAL_AUTHORITY, Roles.PROGRAMME_TEAM, Roles.DFE, Roles.FINANCE_PREPARER, Roles.FINANCE_APPROVER, Roles.AUDITOR})
    @Operation(operationId = "listPayees", summary = "List payees", description = "Those of your organisations, or all for the roles that read everything.")
    @APIResponse(responseCode = "200", description = "A page of payees")
    public Page<PayeeView> list(@Valid @BeanParam PageRequest page) {
        return payees.list(page);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.SCHOOL, Roles.TRUST, Roles.LOCAL_AUTHORITY, Roles.PROGRAMME_TEAM, Roles.DFE, Roles.FINANCE_PREPARER, Roles.FINANCE_APPROVER, Roles.AUDITOR})
    @Operation(operationId = "getPayee", summary = "Read a payee", description = "Whether it can be paid now, and what you may do next. No bank details.")
    @APIResponse(responseCode = "200", description = "The payee", content = @Content(schema = @Schema(implementation = PayeeView.class)))
    public Response get(@PathParam("id") UUID id) {
        return Responses.ok(payees.get(id));
    }

    @GET
    @Path("/{id}/history")
    @RolesAllowed({Roles.SCHOOL, Roles.TRUST, Roles.LOCAL_AUTHORITY, Roles.PROGRAMME_TEAM, Roles.DFE, Roles.FINANCE_PREPARER, Roles.FINANCE_APPROVER, Roles.AUDITOR})
    @Operation(operationId = "getPayeeHistory", summary = "Read a payee's history", description = "Every change and every reading of its bank details: who, when.")
    @APIResponse(responseCode = "200", description = "What happened, oldest first")
    public List<HistoryEntry> history(@PathParam("id") UUID id) {
        return payees.history(id);
    }

    @POST
    @Idempotent
    @RolesAllowed({Roles.SCHOOL, Roles.TRUST, Roles.LOCAL_AUTHORITY, Roles.PROGRAMME_TEAM, Roles.FINANCE_PREPARER})
    @Operation(operationId = "createPayee", summary = "Add a payee", description = "Makes an organisation a payee: your own, or any for the programme team and finance.")
    @APIResponse(responseCode = "201", description = "The payee was made", content = @Content(schema = @Schema(implementation = PayeeView.class)))
    public Response create(@NotNull @Valid NewPayee body) {
        PayeeView payee = payees.create(body);
        return Responses.created("/v1/payees/" + payee.id(), payee);
    }

    @GET
    @Path("/{id}/bank-details")
    @RolesAllowed({Roles.SCHOOL, Roles.TRUST, Roles.LOCAL_AUTHORITY, Roles.FINANCE_PREPARER, Roles.FINANCE_APPROVER, Roles.AUDITOR})
    @Operation(operationId = "getBankDetails", summary = "Read bank details", description = "Masked. That you read them is recorded in the payee's history.")
    @APIResponse(responseCode = "200", description = "The masked details", content = @Content(schema = @Schema(implementation = BankDetailsView.class)))
    public Response bankDetails(@PathParam("id") UUID id) {
        return Responses.ok(payees.readBankDetails(id));
    }

    @PUT
    @Path("/{id}/bank-details")
    @RolesAllowed({Roles.SCHOOL, Roles.TRUST, Roles.LOCAL_AUTHORITY, Roles.FINANCE_PREPARER})
    @Operation(operationId = "enterBankDetails", summary = "Enter bank details",
            description = "By a person. Nothing is paid until a second person has verified them, and for a change until the cooling-off is over.")
    @APIResponse(responseCode = "200", description = "The masked details", content = @Content(schema = @Schema(implementation = BankDetailsView.class)))
    public Response enter(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid BankDetailsRequest body) {
        return Responses.ok(payees.enterBankDetails(id, Precondition.of(ifMatch), body));
    }

    @POST
    @Path("/{id}/bank-details/verification")
    @Idempotent
    @RolesAllowed(Roles.FINANCE_APPROVER)
    @Operation(operationId = "verifyBankDetails", summary = "Verify bank details",
            description = "By a finance approver who did not enter them. The first details may be used at once, a change after the cooling-off.")
    @APIResponse(responseCode = "200", description = "The masked details", content = @Content(schema = @Schema(implementation = BankDetailsView.class)))
    public Response verify(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch) {
        return Responses.ok(payees.verifyBankDetails(id, Precondition.of(ifMatch)));
    }
}
