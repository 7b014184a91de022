/**
 * The packaged system from outside: nothing of it is called but its public API, and its databases are read only to compare them with what was acknowledged.
 */
package org.schoolhubs.e2e;
