/**
 * What a programme may pay in a financial year, and what of it is committed and paid. Owns the guarantee that this is never exceeded. Tells by the CDI event
 * {@link org.schoolhubs.grants.budgets.BudgetRaised} that there is more room; knows nothing of awards.
 */
package org.schoolhubs.grants.budgets;
