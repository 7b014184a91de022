package org.schoolhubs.grants.ledger.rules;

import static org.schoolhubs.grants.ledger.rules.Account.BANK;
import static org.schoolhubs.grants.ledger.rules.Account.COMMITMENTS;
import static org.schoolhubs.grants.ledger.rules.Account.COMMITMENTS_CONTRA;
import static org.schoolhubs.grants.ledger.rules.Account.GRANT_EXPENDITURE;
import static org.schoolhubs.grants.ledger.rules.Account.PAYMENTS_IN_TRANSIT;
import static org.schoolhubs.grants.ledger.rules.Side.CREDIT;
import static org.schoolhubs.grants.ledger.rules.Side.DEBIT;

import java.util.List;
import org.schoolhubs.kernel.Money;

/** What can happen to the money of an award, and what it posts. Debits and credits of a movement are always equal. */
public enum Movement {
    /** Budget is committed to the award. */
    COMMITTED {
        @Override
        public List<Posting> postings(Money amount) {
            return transfer(COMMITMENTS, COMMITMENTS_CONTRA, amount);
        }
    },
    /** The award ends unpaid; its commitment is undone. */
    CANCELLED {
        @Override
        public List<Posting> postings(Money amount) {
            return transfer(COMMITMENTS_CONTRA, COMMITMENTS, amount);
        }
    },
    /** The payment is given to the bank. */
    RELEASED {
        @Override
        public List<Posting> postings(Money amount) {
            return transfer(GRANT_EXPENDITURE, PAYMENTS_IN_TRANSIT, amount);
        }
    },
    /** The bank confirms: the money has left, the promise is kept. */
    PAID {
        @Override
        public List<Posting> postings(Money amount) {
            return List.of(
                    new Posting(PAYMENTS_IN_TRANSIT, DEBIT, amount.pence()), new Posting(BANK, CREDIT, amount.pence()),
                    new Posting(COMMITMENTS_CONTRA, DEBIT, amount.pence()), new Posting(COMMITMENTS, CREDIT, amount.pence()));
        }
    },
    /** The bank sends it back: the release is undone, the promise stands. */
    RETURNED {
        @Override
        public List<Posting> postings(Money amount) {
            return transfer(PAYMENTS_IN_TRANSIT, GRANT_EXPENDITURE, amount);
        }
    };

    /**
     * The lines that this movement posts.
     *
     * @param amount more than £0
     * @throws IllegalArgumentException if the amount is not more than £0
     */
    public abstract List<Posting> postings(Money amount);

    private static List<Posting> transfer(Account debit, Account credit, Money amount) {
        return List.of(new Posting(debit, DEBIT, amount.pence()), new Posting(credit, CREDIT, amount.pence()));
    }
}
