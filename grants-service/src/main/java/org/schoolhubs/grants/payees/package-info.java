/**
 * Whom grants are paid to, and their bank details under change control: entered by one person, verified by another, cooled off after a change, encrypted,
 * shown masked, every reading recorded. Knows nothing of awards and payments.
 */
package org.schoolhubs.grants.payees;
