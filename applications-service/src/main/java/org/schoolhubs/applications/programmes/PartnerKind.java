package org.schoolhubs.applications.programmes;

/** What the partner of a pathway is. */
public enum PartnerKind { SCHOOL, TRUST }
