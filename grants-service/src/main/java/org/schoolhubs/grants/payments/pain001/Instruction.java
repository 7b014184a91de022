package org.schoolhubs.grants.payments.pain001;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.schoolhubs.kernel.Money;

/**
 * What the bank is asked to do.
 *
 * @param messageId at most 35 characters
 * @param createdAt when the instruction was approved
 * @param transfers in the order in which they are written
 */
public record Instruction(String messageId, Instant createdAt, LocalDate executeOn, Account debtor, List<Transfer> transfers) {
    public Instruction {
        transfers = List.copyOf(transfers);
    }

    /** A UK account. */
    public record Account(String name, String sortCode, String accountNumber) {
        /** Says nothing, so that no log can. */
        @Override
        public String toString() {
            return "Account[hidden]";
        }
    }

    /**
     * One credit transfer.
     *
     * @param endToEndId at most 35 characters; comes back in the bank's result
     * @param reference  for the creditor's statement
     */
    public record Transfer(String endToEndId, Money amount, Account creditor, String reference) {
    }
}
