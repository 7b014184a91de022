package org.schoolhubs.applications.eligibility.rules;

/**
 * What is wrong with a rule set.
 *
 * @param pointer JSON pointer below the list of rules, for example {@code /3/accepts/0}
 * @param code    what is wrong: {@code unknown-kind}, {@code unknown-fact}, {@code impossible-value}, {@code parameter-missing}, {@code parameter-needless},
 *                {@code kind-misplaced}, {@code id-invalid}, {@code id-twice}, {@code rules-missing}, {@code too-many-rules}
 * @param advice  what to do
 */
public record Fault(String pointer, String code, String advice) {
}
