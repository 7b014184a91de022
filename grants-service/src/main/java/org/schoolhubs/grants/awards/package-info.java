/**
 * The one grant of an application, from its reservation to its payment. Owns awards; learns from hubs.v1 and support.v1; uses tariffs, budgets, payees and the
 * ledger; payment runs use it through {@link org.schoolhubs.grants.awards.AwardPayments}.
 */
package org.schoolhubs.grants.awards;
