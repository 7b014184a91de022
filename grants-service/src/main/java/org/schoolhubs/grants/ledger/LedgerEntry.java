package org.schoolhubs.grants.ledger;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.schoolhubs.grants.ledger.rules.Account;
import org.schoolhubs.grants.ledger.rules.Posting;
import org.schoolhubs.grants.ledger.rules.Side;
import org.schoolhubs.kernel.Money;

/** A line of a ledger transaction. */
@Embeddable
class LedgerEntry {
    @Enumerated(EnumType.STRING)
    private Account account;
    @Enumerated(EnumType.STRING)
    private Side side;
    private long amountPence;

    /** For JPA. */
    protected LedgerEntry() {
    }

    LedgerEntry(Posting posting) {
        this.account = posting.account();
        this.side = posting.side();
        this.amountPence = posting.pence();
    }

    Account account() {
        return account;
    }

    Side side() {
        return side;
    }

    Money amount() {
        return Money.ofPence(amountPence);
    }
}
