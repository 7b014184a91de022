package org.schoolhubs.hubs.leads;

/** What kind of setting a school is, which its phase alone does not say. */
public enum Provision {
    MAINSTREAM,
    SPECIAL,
    ALTERNATIVE_PROVISION,
    COLLEGE
}
