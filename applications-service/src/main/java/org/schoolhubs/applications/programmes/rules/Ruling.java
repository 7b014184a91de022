package org.schoolhubs.applications.programmes.rules;

/**
 * What a rule says of the change of one field.
 *
 * @param field   path of the field
 * @param code    of the rule, kebab-case
 * @param why     one sentence for people
 */
public record Ruling(String field, Verdict verdict, String code, String why) {
    /** From the mildest to the hardest; of several fields the hardest counts. */
    public enum Verdict {
        /** Takes effect by one person. */
        AT_ONCE,
        /** Takes effect when another person has approved it. */
        SECOND_PERSON,
        /** Would hurt what runs: not possible, whoever asks. */
        REFUSED
    }
}
