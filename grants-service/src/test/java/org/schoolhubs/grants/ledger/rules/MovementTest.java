package org.schoolhubs.grants.ledger.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.schoolhubs.kernel.Money;

class MovementTest {
    private static Map<Account, Long> balances(List<Posting> postings) {
        Map<Account, Long> balances = new EnumMap<>(Account.class);
        for (Account account : Account.values()) {
            balances.put(account, account.balance(sum(postings, account, Side.DEBIT), sum(postings, account, Side.CREDIT)));
        }
        return balances;
    }

    private static long sum(List<Posting> postings, Account account, Side side) {
        return postings.stream().filter(posting -> posting.account() == account && posting.side() == side).mapToLong(Posting::pence).sum();
    }

    @ParameterizedTest
    @EnumSource(Movement.class)
    void debitsEqualCredits(Movement movement) {
        List<Posting> postings = movement.postings(Money.ofPence(480_000));
        assertThat(postings.stream().filter(posting -> posting.side() == Side.DEBIT).mapToLong(Posting::pence).sum())
                .isEqualTo(postings.stream().filter(posting -> posting.side() == Side.CREDIT).mapToLong(Posting::pence).sum()).isPositive();
        assertThatThrownBy(() -> movement.postings(Money.ZERO)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aPaidAwardHasLeftTheBankAndNothingElseStaysOpen() {
        List<Posting> postings = new ArrayList<>();
        for (Movement movement : List.of(Movement.COMMITTED, Movement.RELEASED, Movement.RETURNED, Movement.RELEASED, Movement.PAID)) {
            postings.addAll(movement.postings(Money.ofPence(480_000)));
        }
        assertThat(balances(postings)).isEqualTo(Map.of(Account.COMMITMENTS, 0L, Account.COMMITMENTS_CONTRA, 0L, Account.GRANT_EXPENDITURE, 480_000L,
                Account.PAYMENTS_IN_TRANSIT, 0L, Account.BANK, 480_000L));
    }

    @Test
    void aCancelledAwardLeavesNothing() {
        List<Posting> postings = new ArrayList<>(Movement.COMMITTED.postings(Money.ofPence(1)));
        postings.addAll(Movement.CANCELLED.postings(Money.ofPence(1)));
        assertThat(balances(postings).values()).containsOnly(0L);
    }

    @Test
    void whateverHappensInWhateverOrderTheAccountsTellWhatIsPromisedOnItsWayAndPaid() {
        long seed = System.nanoTime();
        System.out.println("MovementTest seed " + seed);
        Random random = new Random(seed);
        List<Posting> postings = new ArrayList<>();
        long committed = 0;
        long inTransit = 0;
        long paid = 0;
        for (int award = 0; award < 500; award++) {
            Money amount = Money.ofPence(1 + random.nextInt(900_000));
            postings.addAll(Movement.COMMITTED.postings(amount));
            committed += amount.pence();
            while (random.nextBoolean()) {
                postings.addAll(Movement.RELEASED.postings(amount));
                postings.addAll(Movement.RETURNED.postings(amount));
            }
            switch (random.nextInt(4)) {
                case 0 -> {
                    postings.addAll(Movement.CANCELLED.postings(amount));
                    committed -= amount.pence();
                }
                case 1 -> {
                    postings.addAll(Movement.RELEASED.postings(amount));
                    inTransit += amount.pence();
                }
                case 2 -> {
                    postings.addAll(Movement.RELEASED.postings(amount));
                    postings.addAll(Movement.PAID.postings(amount));
                    committed -= amount.pence();
                    paid += amount.pence();
                }
                default -> { }
            }
        }
        assertThat(balances(postings)).as("seed %d", seed).isEqualTo(Map.of(Account.COMMITMENTS, committed, Account.COMMITMENTS_CONTRA, committed,
                Account.GRANT_EXPENDITURE, inTransit + paid, Account.PAYMENTS_IN_TRANSIT, inTransit, Account.BANK, paid));
    }
}
