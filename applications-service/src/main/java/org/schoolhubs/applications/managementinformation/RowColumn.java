package org.schoolhubs.applications.managementinformation;

/** The columns of the extract, one row per application: name, meaning, where it comes from. The data dictionary is made of them. */
enum RowColumn {
    APPLICATION_ID("applicationId", "uuid", "The application; the thread through all services.", "a.id"),
    KIND("kind", "code", "Who applies for what.", "a.kind"),
    PROGRAMME("programme", "code", "Programme.", "a.programme"),
    PATHWAY("pathway", "code", "Pathway; empty for those who apply to lead.", "a.pathway"),
    COHORT("cohort", "code", "Cohort; empty for those who apply to lead.", "a.cohort"),
    URN("urn", "text", "URN of the school; empty where a trust applies.", "a.urn"),
    SCHOOL_NAME("schoolName", "text", "Name of the school in the register when the application was begun.", "a.school_name"),
    LA_CODE("laCode", "text", "Local authority of the school today, three digits.", "s.la_code"),
    REGION("region", "code", "Region of the school today, GIAS code A to K.", "s.region"),
    PHASE("phase", "code", "Phase of the school today.", "s.phase"),
    PROVISION("provision", "code", "Kind of setting of the school today.", "s.provision"),
    TRUST_UID("trustUid", "text", "Group UID of the school's trust today.", "s.trust_uid"),
    STATE("state", "code", "Where the application stands.", "a.state"),
    ELIGIBILITY("eligibility", "code", "What the rules found at submission: ELIGIBLE, MANUAL_REVIEW or NOT_ELIGIBLE.", "a.eligibility"),
    BEGUN_AT("begunAt", "instant", "When it was begun, UTC.", instant("a.created_at")),
    SUBMITTED_AT("submittedAt", "instant", "When it was submitted, UTC.", instant("a.submitted_at")),
    FIRST_DECISION("firstDecision", "code", "Outcome of the first final decision: ACCEPT or DECLINE.", "d.outcome"),
    FIRST_DECISION_ORIGIN("firstDecisionOrigin", "code", "PERSON, or AUTOMATIC where the pathway accepts by itself.", "d.origin"),
    FIRST_DECIDED_AT("firstDecidedAt", "instant", "When that decision became final, UTC.", instant("d.final_at")),
    DAYS_TO_DECISION("daysToDecision", "number", "Days from submission to that decision, two decimals.", "round((" + FirstDecision.DAYS + ")::numeric, 2)"),
    RECONSIDERATION("reconsideration", "code", "ASKED, UPHELD or OVERTURNED where reconsideration was asked for.", "a.reconsideration"),
    ACCEPTED_ON("acceptedOn", "date", "Day of the acceptance that holds, Europe/London.", "a.accepted_on"),
    ENDED_ON("endedOn", "date", "Day on which it ended, Europe/London.", "a.ended_on"),
    END_REASON_CODE("endReasonCode", "code", "Why it ended.", "a.end_reason_code"),
    HUB_ID("hubId", "uuid", "Hub that it was placed with, as the hubs service last said.", "a.hub_id"),
    MEMBERSHIP_STATE("membershipState", "code", "State of that membership.", "a.membership_state");

    private final String title;
    private final String type;
    private final String description;
    private final String sql;

    RowColumn(String title, String type, String description, String sql) {
        this.title = title;
        this.type = type;
        this.description = description;
        this.sql = sql;
    }

    private static String instant(String column) {
        return "to_char(" + column + " at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')";
    }

    /** Heading in the file. */
    String title() {
        return title;
    }

    String type() {
        return type;
    }

    String description() {
        return description;
    }

    String sql() {
        return sql;
    }
}
