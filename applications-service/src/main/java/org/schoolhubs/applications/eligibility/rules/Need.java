package org.schoolhubs.applications.eligibility.rules;

/** Facts that only some rules look at, so that they are read only where one does. */
public enum Need { INSPECTIONS, SELECTION, SHARING }
