package org.schoolhubs.applications.applications;

/** Why a named leader is replaced by another. */
public enum LeaderChangeReason { LEFT_THE_SCHOOL, CHANGED_ROLE, LONG_TERM_ABSENCE, WORKLOAD, NAMED_BY_MISTAKE, OTHER }
