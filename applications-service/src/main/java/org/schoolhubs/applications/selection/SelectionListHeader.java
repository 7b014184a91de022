package org.schoolhubs.applications.selection;

import java.util.UUID;

/**
 * What a selection list is for.
 *
 * @param current whether no newer list of its cohort has taken its place
 */
public record SelectionListHeader(UUID id, String programme, String pathway, String cohort, boolean current) {
}
