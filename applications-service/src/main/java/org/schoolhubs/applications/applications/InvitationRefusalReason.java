package org.schoolhubs.applications.applications;

/** Why a selected school does not want to take part. */
public enum InvitationRefusalReason { NO_CAPACITY_AT_SCHOOL, OTHER_SUPPORT_IN_PLACE, LEADERSHIP_CHANGE, SCHOOL_CLOSING, DISAGREES_WITH_SELECTION, OTHER }
