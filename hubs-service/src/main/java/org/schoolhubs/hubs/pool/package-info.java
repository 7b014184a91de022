/**
 * The pool: every accepted school with the facts it was accepted on, until it is placed and whenever it comes back. May use leads' vocabulary only.
 */
package org.schoolhubs.hubs.pool;
