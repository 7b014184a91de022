package org.schoolhubs.applications.eligibility.rules;

import java.util.List;

/**
 * What the rules say of one school of a trust.
 *
 * @param urn     the school
 * @param name    its name in the register
 * @param outcome whether it is an eligible school of the trust
 * @param results one per rule for schools
 */
public record SchoolFinding(String urn, String name, Outcome outcome, List<RuleResult> results) {
}
