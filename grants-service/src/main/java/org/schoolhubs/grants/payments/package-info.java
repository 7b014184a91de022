/**
 * Payment runs: prepared by one person, approved by another, released once, the bank's result matched all or nothing. Owns runs, payments and the bank's files;
 * uses payees and awards. An award is in at most one live run and is paid at most once: unique indexes of the database hold that.
 */
package org.schoolhubs.grants.payments;
