package org.schoolhubs.grants.payees;

import java.nio.charset.StandardCharsets;

/**
 * Where money is paid to, readable. Lives as short as possible and is never logged.
 *
 * @param sortCode      6 digits
 * @param accountNumber 8 digits
 * @param accountName   as the bank knows it
 */
public record BankAccount(String sortCode, String accountNumber, String accountName) {
    byte[] toBytes() {
        return String.join("\n", sortCode, accountNumber, accountName).getBytes(StandardCharsets.UTF_8);
    }

    static BankAccount fromBytes(byte[] bytes) {
        String[] parts = new String(bytes, StandardCharsets.UTF_8).split("\n", 3);
        return new BankAccount(parts[0], parts[1], parts[2]);
    }

    /** Says nothing, so that no log can. */
    @Override
    public String toString() {
        return "BankAccount[hidden]";
    }
}
