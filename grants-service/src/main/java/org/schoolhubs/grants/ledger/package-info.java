/**
 * The double-entry ledger of grants: append-only, balanced, each movement of an award's money once. Owns it alone; other features post through
 * {@link org.schoolhubs.grants.ledger.LedgerService}. The chart of accounts stands in {@link org.schoolhubs.grants.ledger.rules}.
 */
package org.schoolhubs.grants.ledger;
