package org.schoolhubs.applications.selection;

import java.time.LocalDate;
import java.util.UUID;

import org.schoolhubs.kernel.Urn;

/**
 * A school on a selection list, with what is needed to say later why it was there.
 *
 * @param listId     the list
 * @param listNumber version of the list within its programme, pathway and cohort, from 1
 * @param datedOn    day the list is dated
 * @param cohort     code of the cohort the list is for
 * @param urn        the school
 * @param rank       place in the order of priority, 1 is first
 * @param reason     why the school was chosen, in the words of the list
 * @param fileName   the file the list came in
 */
public record SelectedSchool(UUID listId, int listNumber, LocalDate datedOn, String cohort, Urn urn, int rank, String reason, String fileName) {
}
