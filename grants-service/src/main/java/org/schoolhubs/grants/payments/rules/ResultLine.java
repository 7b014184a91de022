package org.schoolhubs.grants.payments.rules;

/**
 * One line of the bank's result as it was read.
 *
 * @param number     line in the file, the heading is line 1
 * @param endToEndId names the payment
 * @param status     {@code PAID} or {@code RETURNED}; anything else is an error
 * @param reason     the bank's reason code for a return; may be empty
 */
public record ResultLine(long number, String endToEndId, String status, String reason) {
}
