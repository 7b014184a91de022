/**
 * Uses the public API as its users would, and nothing else of the system: loads sample data, walks a school from application to paid grant. {@code ./start}
 * shows it, the end-to-end tests build on it.
 */
package org.schoolhubs.local.tour;
