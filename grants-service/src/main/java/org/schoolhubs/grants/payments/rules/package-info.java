/**
 * What decides about a payment run: its lifecycle, on which days it can be paid, and how the bank's results are matched. Pure.
 */
package org.schoolhubs.grants.payments.rules;
