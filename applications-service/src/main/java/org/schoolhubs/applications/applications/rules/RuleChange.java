package org.schoolhubs.applications.applications.rules;

/**
 * How one rule answers today, beside how it answered at submission.
 *
 * @param before null for a rule that was not applied then
 * @param now    null for a rule that is not applied today
 */
public record RuleChange(String rule, Kind kind, Finding before, Finding now) {
    /** What differs. */
    public enum Kind {
        /** Nothing. */
        SAME,
        /** The same outcome, on other facts or in other words. */
        FACTS_CHANGED,
        /** Another outcome. */
        OUTCOME_CHANGED,
        /** Applied today only. */
        ADDED,
        /** Applied at submission only. */
        REMOVED
    }
}
