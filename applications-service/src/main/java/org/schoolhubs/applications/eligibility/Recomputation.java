package org.schoolhubs.applications.eligibility;

import org.schoolhubs.applications.eligibility.rules.Assessment;

/**
 * An assessment made again.
 *
 * @param assessment     what the version of the rules says now
 * @param factsOfThatDay whether it rests on the facts as the files described them on that day; otherwise some are those of today
 * @param note           which facts it rests on, in a sentence
 */
public record Recomputation(Assessment assessment, boolean factsOfThatDay, String note) {
}
