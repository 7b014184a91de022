package org.schoolhubs.applications.eligibility;

/** What may be done with a version of a rule set. */
enum RuleSetAct { EDIT, PUBLISH }
