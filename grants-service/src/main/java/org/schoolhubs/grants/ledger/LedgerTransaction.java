package org.schoolhubs.grants.ledger;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.ListIndexBase;
import org.hibernate.annotations.OptimisticLock;
import org.schoolhubs.grants.ledger.rules.Movement;
import org.schoolhubs.kernel.FinancialYear;
import org.schoolhubs.kernel.Money;
import org.schoolhubs.kit.aggregate.Aggregate;

/** A movement of an award's money with its balanced lines. Never changed. */
@Entity
@Table(name = "ledger_transaction")
class LedgerTransaction extends Aggregate {
    @Enumerated(EnumType.STRING)
    private Movement movement;
    private UUID awardId;
    private int commitment;
    private UUID runId;
    private String programme;
    private FinancialYear financialYear;
    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "ledger_entry", joinColumns = @JoinColumn(name = "transaction_id"))
    @OrderColumn(name = "line")
    @ListIndexBase(1)
    @OptimisticLock(excluded = true)
    private List<LedgerEntry> entries = new ArrayList<>();

    /** For JPA. */
    protected LedgerTransaction() {
    }

    LedgerTransaction(Movement movement, MoneyOf of, UUID runId, Money amount, Instant now) {
        super(now);
        this.movement = movement;
        this.awardId = of.awardId();
        this.commitment = of.commitment();
        this.runId = runId;
        this.programme = of.programme();
        this.financialYear = of.financialYear();
        movement.postings(amount).forEach(posting -> entries.add(new LedgerEntry(posting)));
    }

    Movement movement() {
        return movement;
    }

    UUID awardId() {
        return awardId;
    }

    UUID runId() {
        return runId;
    }

    String programme() {
        return programme;
    }

    FinancialYear financialYear() {
        return financialYear;
    }

    List<LedgerEntry> entries() {
        return List.copyOf(entries);
    }
}
