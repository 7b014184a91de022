package org.schoolhubs.applications.eligibility.rules;

/**
 * Whether a school is on a selection list of the Department. Never why: reasons for a selection are not public, and no rule needs them.
 *
 * @param listed whether a current list of the pathway names it
 * @param source the list; without file and day where the asker may not see them
 */
public record SelectionFact(boolean listed, Source source) {
    Evidence evidence() {
        return new Evidence("On a selection list of the Department: " + (listed ? "yes" : "no"), source);
    }
}
