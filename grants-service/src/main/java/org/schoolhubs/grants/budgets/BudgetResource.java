package org.schoolhubs.grants.budgets;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.schoolhubs.grants.ValidFinancialYear;
import org.schoolhubs.kernel.FinancialYear;
import org.schoolhubs.kernel.Roles;
import org.schoolhubs.kit.web.Idempotent;
import org.schoolhubs.kit.web.Page;
import org.schoolhubs.kit.web.PageRequest;
import org.schoolhubs.kit.web.Precondition;
import org.schoolhubs.kit.web.Responses;

@Path("/v1/budgets")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Budgets", description = "What a programme may pay in a financial year, and what of it is used.")
class BudgetResource {
    private final BudgetService budgets;

    BudgetResource(BudgetService budgets) {
        this.budgets = budgets;
    }

    @GET
    @RolesAllowed({Roles.PROGRAMME_TEAM, Roles.DFE, Roles.FINANCE_PREPARER, Roles.FINANCE_APPROVER, Roles.AUDITOR})
    @Operation(operationId = "listBudgets", summary = "List budgets", description = "All budgets with what is committed, paid and still available.")
    @APIResponse(responseCode = "200", description = "A page of budgets")
    public Page<BudgetView> list(
            @Parameter(description = "Code of a programme", example = "behaviour-hubs") @QueryParam("programme") @Size(max = 60) String programme,
            @Parameter(description = "A financial year", example = "2026/27") @QueryParam("financialYear") @ValidFinancialYear String financialYear,
            @Valid @BeanParam PageRequest page) {
        return budgets.list(programme, financialYear == null ? null : FinancialYear.parse(financialYear), page);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.PROGRAMME_TEAM, Roles.DFE, Roles.FINANCE_PREPARER, Roles.FINANCE_APPROVER, Roles.AUDITOR})
    @Operation(operationId = "getBudget", summary = "Read a budget", description = "One budget with its ETag, which changes with every commitment and payment.")
    @APIResponse(responseCode = "200", description = "The budget", content = @Content(schema = @Schema(implementation = BudgetView.class)))
    public Response get(@PathParam("id") UUID id) {
        return Responses.ok(budgets.get(id));
    }

    @POST
    @Idempotent
    @RolesAllowed({Roles.DFE, Roles.PROGRAMME_TEAM})
    @Operation(operationId = "createBudget", summary = "Set a budget",
            description = "The budget of a programme for a financial year. Awards that wait for it are reserved at once, in order of acceptance, as far as it reaches.")
    @APIResponse(responseCode = "201", description = "The budget was made", content = @Content(schema = @Schema(implementation = BudgetView.class)))
    public Response create(@NotNull @Valid NewBudget body) {
        BudgetView budget = budgets.create(body);
        return Responses.created("/v1/budgets/" + budget.id(), budget);
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed({Roles.DFE, Roles.PROGRAMME_TEAM})
    @Operation(operationId = "changeBudget", summary = "Change a budget",
            description = "Never below what is committed and paid. Raised, it reserves waiting awards at once, in order of acceptance, as far as it reaches.")
    @APIResponse(responseCode = "200", description = "The budget", content = @Content(schema = @Schema(implementation = BudgetView.class)))
    public Response change(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid BudgetChange body) {
        return Responses.ok(budgets.change(id, Precondition.of(ifMatch), body.amount().toMoney()));
    }
}
