package org.schoolhubs.grants.payees;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.schoolhubs.grants.GrantError;
import org.schoolhubs.grants.payees.rules.Usability;
import org.schoolhubs.grants.vault.Sealed;
import org.schoolhubs.grants.vault.Vault;
import org.schoolhubs.kit.aggregate.Aggregate;
import org.schoolhubs.kit.problem.Problem;

/** One version of a payee's bank details. Never overwritten: new details replace it as the latest. */
@Entity
@Table(name = "bank_details")
class BankDetails extends Aggregate {
    @Column(updatable = false)
    private UUID payeeId;
    private boolean latest;
    @Column(updatable = false)
    private boolean change;
    private byte[] sealed;
    private String keyId;
    private String sortCodeEnd;
    private String accountEnd;
    @Column(updatable = false)
    private String enteredBy;
    private String verifiedBy;
    private Instant verifiedAt;
    private Instant usableFrom;

    /** For JPA. */
    protected BankDetails() {
    }

    /** @param change whether other details of the payee were verified before */
    BankDetails(UUID payeeId, BankAccount account, boolean change, String enteredBy, Vault vault, Instant now) {
        super(now);
        this.payeeId = payeeId;
        this.latest = true;
        this.change = change;
        this.enteredBy = enteredBy;
        Sealed box = vault.seal(account.toBytes(), label());
        this.sealed = box.bytes();
        this.keyId = box.keyId();
        this.sortCodeEnd = account.sortCode().substring(4);
        this.accountEnd = account.accountNumber().substring(4);
    }

    /**
     * A second person has verified them with the organisation.
     *
     * @throws Problem 409 {@code already-verified}; 409 {@code second-person-required} for the person who entered them
     */
    void verify(String person, Duration coolingOff, Instant now) {
        if (verifiedBy != null) {
            throw Problem.of(GrantError.ALREADY_VERIFIED, "Nothing is to be done: the latest bank details are verified.");
        }
        if (person.equals(enteredBy)) {
            throw Problem.of(GrantError.SECOND_PERSON_REQUIRED, "You entered these bank details. Another finance approver has to verify them.");
        }
        verifiedBy = person;
        verifiedAt = now;
        usableFrom = Usability.usableFrom(now, change, coolingOff);
    }

    void supersede() {
        latest = false;
    }

    Usability usability(Instant now) {
        return Usability.at(now, true, usableFrom);
    }

    BankAccount open(Vault vault) {
        return BankAccount.fromBytes(vault.open(new Sealed(keyId, sealed), label()));
    }

    private String label() {
        return "bank-details " + id();
    }

    boolean isVerified() {
        return verifiedBy != null;
    }

    boolean isEnteredBy(String person) {
        return person.equals(enteredBy);
    }

    String sortCodeEnd() {
        return sortCodeEnd;
    }

    String accountEnd() {
        return accountEnd;
    }

    Instant verifiedAt() {
        return verifiedAt;
    }

    Instant usableFrom() {
        return usableFrom;
    }
}
