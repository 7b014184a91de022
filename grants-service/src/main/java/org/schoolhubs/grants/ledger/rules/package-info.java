/**
 * The chart of accounts and what each movement posts to it. Pure.
 *
 * <table>
 * <caption>Chart of accounts</caption>
 * <tr><th>account</th><th>normal side</th><th>what it says</th></tr>
 * <tr><td>COMMITMENTS</td><td>debit</td><td>promised to schools and not yet paid; equals the budgets' {@code committed}</td></tr>
 * <tr><td>COMMITMENTS_CONTRA</td><td>credit</td><td>the other side of the promises: budget that is spoken for</td></tr>
 * <tr><td>GRANT_EXPENDITURE</td><td>debit</td><td>what the programme has spent</td></tr>
 * <tr><td>PAYMENTS_IN_TRANSIT</td><td>credit</td><td>released to the bank and not yet confirmed</td></tr>
 * <tr><td>BANK</td><td>credit</td><td>has left the paying account; equals the budgets' {@code paid}</td></tr>
 * </table>
 *
 * <table>
 * <caption>Movements</caption>
 * <tr><th>movement</th><th>debit</th><th>credit</th></tr>
 * <tr><td>COMMITTED</td><td>COMMITMENTS</td><td>COMMITMENTS_CONTRA</td></tr>
 * <tr><td>CANCELLED</td><td>COMMITMENTS_CONTRA</td><td>COMMITMENTS</td></tr>
 * <tr><td>RELEASED</td><td>GRANT_EXPENDITURE</td><td>PAYMENTS_IN_TRANSIT</td></tr>
 * <tr><td>PAID</td><td>PAYMENTS_IN_TRANSIT, COMMITMENTS_CONTRA</td><td>BANK, COMMITMENTS</td></tr>
 * <tr><td>RETURNED</td><td>PAYMENTS_IN_TRANSIT</td><td>GRANT_EXPENDITURE</td></tr>
 * </table>
 */
package org.schoolhubs.grants.ledger.rules;
