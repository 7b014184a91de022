/**
 * When a payee's bank details may be paid to. Pure.
 */
package org.schoolhubs.grants.payees.rules;
