package org.schoolhubs.applications.applications;

/** What was decided. */
public enum DecisionOutcome { ACCEPT, DECLINE }
