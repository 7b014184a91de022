package org.schoolhubs.grants.ledger;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.schoolhubs.grants.ledger.rules.Account;
import org.schoolhubs.grants.ledger.rules.Side;
import org.schoolhubs.kernel.FinancialYear;
import org.schoolhubs.kernel.Money;

/** What an account stands at. */
@Schema(name = "LedgerBalance", description = "What an account of a programme and year stands at.")
record BalanceView(
        @Schema(examples = "behaviour-hubs") String programme,
        @Schema(examples = "2026/27") String financialYear,
        Account account,
        @Schema(description = "The side on which the account grows") Side normalSide,
        Money debits,
        Money credits,
        @Schema(description = "Positive when it lies on the normal side") Money balance) {
    static BalanceView of(String programme, FinancialYear year, Account account, long debits, long credits) {
        return new BalanceView(programme, year.toString(), account, account.normalSide(), Money.ofPence(debits), Money.ofPence(credits),
                Money.ofPence(account.balance(debits, credits)));
    }
}
