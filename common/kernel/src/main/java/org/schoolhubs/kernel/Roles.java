package org.schoolhubs.kernel;

/** The roles that tokens carry. Who leads a hub is a fact of the hubs service and never a role. */
public final class Roles {
    /** Works for a school: may act for the organisations {@code urn:…} of the token. */
    public static final String SCHOOL = "school";
    /** Works for a trust: may act for the organisations {@code uid:…} of the token and their schools. */
    public static final String TRUST = "trust";
    /** Works for a local authority: its maintained schools. */
    public static final String LOCAL_AUTHORITY = "local-authority";
    /** The delivery centre: decides, places, follows. */
    public static final String PROGRAMME_TEAM = "programme-team";
    /** The Department: policy, selection; reads everything. */
    public static final String DFE = "dfe";
    /** Prepares payments. */
    public static final String FINANCE_PREPARER = "finance-preparer";
    /** Approves payments; never those the same person prepared. */
    public static final String FINANCE_APPROVER = "finance-approver";
    /** Reads everything, changes nothing. */
    public static final String AUDITOR = "auditor";
    /** A machine that brings registers and figures. */
    public static final String DATA_COLLECTOR = "data-collector";
    /** Sees health and dead letters, replays them. */
    public static final String OPERATOR = "operator";

    private Roles() {
    }
}
