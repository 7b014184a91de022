package org.schoolhubs.applications.eligibility.rules;

/** Of whom a rule speaks. */
public enum SubjectKind { SCHOOL, TRUST }
