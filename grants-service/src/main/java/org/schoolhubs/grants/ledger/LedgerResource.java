package org.schoolhubs.grants.ledger;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.schoolhubs.grants.ValidFinancialYear;
import org.schoolhubs.kernel.FinancialYear;
import org.schoolhubs.kernel.Roles;
import org.schoolhubs.kit.web.Page;
import org.schoolhubs.kit.web.PageRequest;

@Path("/v1/ledger")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Ledger", description = "Every movement of grant money, double-entry and append-only.")
class LedgerResource {
    private final LedgerService ledger;

    LedgerResource(LedgerService ledger) {
        this.ledger = ledger;
    }

    /** The accounts of the chart, balanced. */
    @Schema(name = "LedgerBalances", description = "Balances of all accounts that were ever posted to.")
    record Balances(List<BalanceView> items) {
    }

    @GET
    @RolesAllowed({Roles.FINANCE_PREPARER, Roles.FINANCE_APPROVER, Roles.AUDITOR})
    @Operation(operationId = "listLedgerTransactions", summary = "List ledger transactions", description = "In the order in which they were posted.")
    @APIResponse(responseCode = "200", description = "A page of transactions with their lines")
    public Page<LedgerTransactionView> list(
            @Parameter(description = "Code of a programme", example = "behaviour-hubs") @QueryParam("programme") @Size(max = 60) String programme,
            @Parameter(description = "A financial year", example = "2026/27") @QueryParam("financialYear") @ValidFinancialYear String financialYear,
            @Parameter(description = "Of one award") @QueryParam("awardId") UUID awardId,
            @Parameter(description = "Of one payment run") @QueryParam("paymentRunId") UUID paymentRunId,
            @Valid @BeanParam PageRequest page) {
        return ledger.list(new LedgerService.LedgerFilter(programme, year(financialYear), awardId, paymentRunId), page);
    }

    @GET
    @Path("/balances")
    @RolesAllowed({Roles.FINANCE_PREPARER, Roles.FINANCE_APPROVER, Roles.AUDITOR})
    @Operation(operationId = "getLedgerBalances", summary = "Read the balances",
            description = "Per programme, year and account. COMMITMENTS equals what the budgets say is committed, BANK what they say is paid.")
    @APIResponse(responseCode = "200", description = "The balances")
    public Balances balances(
            @Parameter(description = "Code of a programme", example = "behaviour-hubs") @QueryParam("programme") @Size(max = 60) String programme,
            @Parameter(description = "A financial year", example = "2026/27") @QueryParam("financialYear") @ValidFinancialYear String financialYear) {
        return new Balances(ledger.balances(programme, year(financialYear)));
    }

    private static FinancialYear year(String text) {
        return text == null ? null : FinancialYear.parse(text);
    }
}
