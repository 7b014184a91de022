package org.schoolhubs.applications.imports.rules;

import org.schoolhubs.kernel.Urn;

/**
 * One row of a selection list.
 *
 * @param reason why the school was chosen
 * @param rank   its place in the order of priority, 1 is first; null in a file that names no ranks
 */
public record SelectionRow(Urn urn, String reason, Integer rank) {
}
