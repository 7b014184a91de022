package org.schoolhubs.grants.ledger;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.schoolhubs.grants.ledger.rules.Account;
import org.schoolhubs.grants.ledger.rules.Movement;
import org.schoolhubs.grants.ledger.rules.Side;
import org.schoolhubs.kernel.Money;

/** A ledger transaction as it is shown. */
@Schema(name = "LedgerTransaction", description = "A movement of an award's money. Debits and credits are equal; it is never changed.")
record LedgerTransactionView(
        UUID id,
        Instant postedAt,
        Movement movement,
        UUID awardId,
        @Schema(description = "The payment run; null for commitments and their cancellation", nullable = true) UUID paymentRunId,
        @Schema(examples = "behaviour-hubs") String programme,
        @Schema(examples = "2026/27") String financialYear,
        List<Line> entries) {
    /** A line of it. */
    @Schema(name = "LedgerEntry")
    record Line(Account account, Side side, Money amount) {
    }

    static LedgerTransactionView of(LedgerTransaction transaction) {
        return new LedgerTransactionView(transaction.id(), transaction.createdAt(), transaction.movement(), transaction.awardId(), transaction.runId(),
                transaction.programme(), transaction.financialYear().toString(),
                transaction.entries().stream().map(entry -> new Line(entry.account(), entry.side(), entry.amount())).toList());
    }
}
