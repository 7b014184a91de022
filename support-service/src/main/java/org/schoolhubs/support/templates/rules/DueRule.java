package org.schoolhubs.support.templates.rules;

/**
 * When an activity is due, as data: {@code offsetDays} calendar days after (or, negative, before) the anchor of the plan's
 * {@code termIndex}-th term.
 *
 * @param termIndex  1 for the first term that counts for the plan, up to 12
 * @param anchor     the day of that term to count from
 * @param offsetDays calendar days, -60 to 60
 */
public record DueRule(int termIndex, Anchor anchor, int offsetDays) {

    /** @throws IllegalArgumentException outside these ranges */
    public DueRule {
        if (termIndex < 1 || termIndex > 12 || anchor == null || offsetDays < -60 || offsetDays > 60) {
            throw new IllegalArgumentException("A due rule names a term from 1 to 12, an anchor, and an offset of at most 60 days.");
        }
    }
}
