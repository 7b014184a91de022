package org.schoolhubs.applications.imports.rules;

import java.time.LocalDate;
import org.schoolhubs.kernel.Urn;

/**
 * One row of GIAS's group links file: a school is in a group.
 *
 * @param uid      Group UID
 * @param joinedOn null where GIAS does not say
 */
public record GroupLink(Urn urn, String uid, LocalDate joinedOn) {
}
