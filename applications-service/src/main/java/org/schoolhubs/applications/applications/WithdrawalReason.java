package org.schoolhubs.applications.applications;

/** Why an application is withdrawn. */
public enum WithdrawalReason { LEADERSHIP_CHANGE, NO_CAPACITY_AT_SCHOOL, OTHER_SUPPORT_FOUND, INSPECTION, SCHOOL_CLOSING, MADE_BY_MISTAKE, OTHER }
