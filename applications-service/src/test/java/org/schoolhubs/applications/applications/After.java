package org.schoolhubs.applications.applications;

import static org.schoolhubs.applications.Given.as;
import static org.schoolhubs.applications.Given.team;

import java.util.List;
import java.util.Map;
import org.schoolhubs.applications.Given;
import org.schoolhubs.applications.Given.Draft;
import org.schoolhubs.testkit.Tokens;

/** What the tests of decisions and what follows them have in common. */
final class After {
    static final String APPROVED = "{\"approved\":true}";
    static final String SENT_BACK = "{\"approved\":false,\"reason\":\"The last visit is missing.\"}";
    static final String DECIDE_AGAIN = "{\"outcome\":\"DECIDE_AGAIN\",\"reasons\":[{\"code\":\"DECIDED_BY_MISTAKE\"}]}";
    static final String MAKE_REFUSAL = """
            {"outcome":"DECLINE","reasons":[{"code":"ELIGIBILITY_LOST"}],"declineReasons":[{"code":"CRITERIA_NOT_MET"}]}""";
    static final String GROUNDS = "{\"grounds\":\"The report that the refusal rests on was withdrawn.\"}";
    static final String UPHELD = "{\"outcome\":\"UPHELD\",\"reasons\":[{\"code\":\"CRITERIA_NOT_MET\"}]}";
    static final String OVERTURNED = "{\"outcome\":\"OVERTURNED\",\"reasons\":[{\"code\":\"EVIDENCE_SUPPORTS\"}]}";

    private After() {
    }

    static Draft declined() {
        return declined(Given.eligibleSchool());
    }

    static Draft declined(String urn) {
        Draft submitted = Given.submitted(urn);
        return submitted.seen(submitted.by(team("decider")).body(Given.DECLINE).post(submitted.path("/decision")));
    }

    static Draft asked() {
        Draft declined = declined();
        return declined.seen(declined.byHead().body(GROUNDS).post(declined.path("/reconsideration")));
    }

    static Draft amended(Draft decided, String amendment) {
        Draft proposed = decided.seen(decided.by(team("amender")).body(amendment).post(decided.path("/decision/amendments")));
        return proposed.seen(proposed.by(team("second")).body(APPROVED).post(pendingAmendment(proposed)));
    }

    /** Path of the approval of its pending amendment. */
    static String pendingAmendment(Draft application) {
        return application.path("/decision/amendments/%s/approval"
                .formatted(Given.one("select id from application_amendment where application_id = '%s' and state = 'PROPOSED'".formatted(application.id()))));
    }

    static List<String> openTasks(Draft application) {
        return as(team("looker")).queryParam("state", "OPEN").queryParam("limit", 500).get("/v1/tasks/applications").then().statusCode(200)
                .extract().path("items.findAll { it.applicationId == '%s' }.kind".formatted(application.id()));
    }

    static Map<String, Object> action(Draft application, Tokens who, String name) {
        return as(who).get(application.path("")).then().statusCode(200).extract().path("actions.find { it.name == '%s' }".formatted(name));
    }

    static List<String> history(Draft application) {
        return as(team("looker")).get(application.path("/history")).then().statusCode(200).extract().path("type");
    }
}
