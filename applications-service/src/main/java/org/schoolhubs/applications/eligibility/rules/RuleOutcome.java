package org.schoolhubs.applications.eligibility.rules;

/** What one rule says: settled for, settled against, or a person must look. */
public enum RuleOutcome { PASS, FAIL, REVIEW }
