/**
 * Outbox, audit trail and history in one append-only table, written in the caller's transaction.
 */
package org.schoolhubs.kit.journal;
