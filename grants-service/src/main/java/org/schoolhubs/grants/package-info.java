/**
 * Grants: what a school is paid for its time on a programme. Owns tariffs, budgets, awards, payees, payment runs and the ledger; learns of memberships and
 * plans from events alone. The features use each other one way: tariffs, budgets, payees and ledger know of nothing, awards of those, payments of awards.
 */
package org.schoolhubs.grants;
