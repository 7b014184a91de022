package org.schoolhubs.applications.eligibility.rules;

/**
 * One fact that a rule looked at.
 *
 * @param fact   the fact in words, for example {@code Overall effectiveness: Good (inspection of 15 November 2017)}
 * @param source where it was read
 */
public record Evidence(String fact, Source source) {
}
