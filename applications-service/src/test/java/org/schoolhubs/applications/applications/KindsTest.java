package org.schoolhubs.applications.applications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.schoolhubs.applications.Given.as;
import static org.schoolhubs.applications.Given.head;
import static org.schoolhubs.applications.Given.team;
import static org.schoolhubs.testkit.ProblemMatcher.problem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.schoolhubs.applications.Given;
import org.schoolhubs.applications.Given.Draft;
import org.schoolhubs.applications.Given.GivenTrust;
import org.schoolhubs.kernel.Roles;
import org.schoolhubs.testkit.SharedInfrastructure;
import org.schoolhubs.testkit.Tokens;

/** Drafts of every kind: what they hold, what is refused, who sees them. */
@QuarkusTest
@QuarkusTestResource(SharedInfrastructure.class)
class KindsTest {
    private static final String NEW_TRUST = "{\"kind\":\"PARTNER_TRUST\",\"programme\":\"behaviour-hubs\",\"pathway\":\"multi-school\",\"cohort\":\"%s\",\"trustUid\":\"%s\"}";

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            {"kind":"PARTNER_SCHOOL","programme":"behaviour-hubs","cohort":"C","urn":"URN"}                                        | 400 | invalid              | /pathway
            {"kind":"PARTNER_SCHOOL","programme":"behaviour-hubs","pathway":"core","urn":"URN"}                                    | 400 | invalid              | /cohort
            {"kind":"PARTNER_SCHOOL","programme":"behaviour-hubs","pathway":"core","cohort":"C","urn":"URN","trustUid":"UID"}      | 400 | invalid              | /trustUid
            {"kind":"PARTNER_TRUST","programme":"behaviour-hubs","pathway":"multi-school","cohort":"C"}                            | 400 | invalid              | /trustUid
            {"kind":"PARTNER_TRUST","programme":"behaviour-hubs","pathway":"multi-school","cohort":"C","urn":"URN"}                | 400 | invalid              | /urn
            {"kind":"PARTNER_TRUST","programme":"behaviour-hubs","pathway":"multi-school","cohort":"C","trustUid":"x"}             | 400 | invalid              | /trustUid
            {"kind":"PARTNER_TRUST","programme":"behaviour-hubs","pathway":"core","cohort":"C","trustUid":"UID"}                   | 422 | pathway-for-schools  | /pathway
            {"kind":"PARTNER_TRUST","programme":"behaviour-hubs","pathway":"multi-school","cohort":"none","trustUid":"UID"}        | 422 | cohort-unknown       | /cohort
            {"kind":"PARTNER_TRUST","programme":"behaviour-hubs","pathway":"multi-school","cohort":"C","trustUid":"69999"}         | 404 | not-found            | /trustUid
            {"kind":"LEAD_SCHOOL","programme":"behaviour-hubs","pathway":"core","urn":"URN"}                                       | 400 | invalid              | /pathway
            {"kind":"LEAD_SCHOOL","programme":"behaviour-hubs","cohort":"C","urn":"URN"}                                           | 400 | invalid              | /cohort
            {"kind":"LEAD_SCHOOL","programme":"behaviour-hubs"}                                                                    | 400 | invalid              | /urn
            {"kind":"LEAD_SCHOOL","programme":"nothing","urn":"URN"}                                                               | 422 | programme-unknown    | /programme
            {"kind":"LEAD_SCHOOL","programme":"behaviour-hubs","urn":"999999"}                                                     | 404 | school-not-found     | /urn
            {"kind":"LEAD_TRUST","programme":"behaviour-hubs","urn":"URN"}                                                         | 400 | invalid              | /trustUid
            {"kind":"LEAD_TRUST","programme":"behaviour-hubs","trustUid":"69999"}                                                  | 404 | not-found            | /trustUid
            {"kind":"INVITED_SCHOOL","programme":"behaviour-and-attendance-hubs","pathway":"enhanced","cohort":"C","urn":"URN"}    | 422 | pathway-by-selection | /kind
            """)
    void whatDoesNotFitTheKindIsRefusedNamingThePlace(String body, int status, String code, String pointer) {
        GivenTrust trust = Given.trust(1);
        String cohort = Given.openCohort("behaviour-hubs", "core", "multi-school");
        as(trust.officer()).body(body.replace("\"C\"", "\"" + cohort + "\"").replace("URN", trust.urns().get(0)).replace("UID", trust.uid())).post("/v1/applications")
                .then().spec(problem(status, code)).body("errors.pointer", hasItem(pointer));
    }

    @Test
    void aTrustNamesItsSchoolsAndOneForAnExtendedPlan() {
        GivenTrust trust = Given.trust(3);
        Draft draft = Given.begun(trust.officer(), NEW_TRUST.formatted(Given.openCohort("behaviour-hubs", "multi-school"), trust.uid()));
        as(trust.officer()).get(draft.path("")).then().statusCode(200).body("kind", equalTo("PARTNER_TRUST")).body("trustName", equalTo("Trust " + trust.uid()))
                .body("urn", nullValue()).body("schools", hasSize(0)).body("actions.name", hasItem("schools")).body("next[0].role", equalTo("trust"));
        as(trust.officer()).get(draft.path("/readiness")).then().body("missing.code", equalTo(List.of("motivation-missing", "improvement-focus-missing", "schools-missing", "leaders-missing")));
        String second = trust.urns().get(1);
        Draft named = draft.seen(draft.by(trust.officer()).body(Given.schools(trust.urns(), second)).put(draft.path("/schools")));
        as(trust.officer()).get(named.path("")).then().body("schools.urn", equalTo(trust.urns()))
                .body("schools.role", equalTo(List.of("PARTNER", "EXTENDED_PLAN", "PARTNER")));
        Draft fewer = named.seen(named.by(trust.officer()).body(Given.schools(List.of(second), null)).put(named.path("/schools")));
        as(trust.officer()).get(fewer.path("")).then().body("schools.urn", equalTo(List.of(second))).body("schools.role", equalTo(List.of("PARTNER")));
        named.by(trust.officer()).body(Given.schools(trust.urns(), null)).put(named.path("/schools")).then().spec(problem(412, "stale"));
        as(trust.officer()).get(fewer.path("/history")).then().body("type", equalTo(List.of("ApplicationBegun", "SchoolsNamed", "SchoolsNamed")));
    }

    @ParameterizedTest(name = "{0}, extended {1}: {3} at {4}")
    @CsvSource(nullValues = "-", value = {
            "STRANGER, -,        422, school-not-of-trust, /urns/0",
            "OWN STRANGER, -,    422, school-not-of-trust, /urns/1",
            "999999,   -,        422, school-not-of-trust, /urns/0",
            "OWN OWN,  -,        422, school-named-twice,  /urns/1",
            "OWN,      OTHER,    422, school-not-of-trust, /extendedPlanUrn",
            "12,       -,        400, invalid,             /urns/0",
            "OWN,      x,        400, invalid,             /extendedPlanUrn"})
    void aTrustNamesOnlySchoolsOfItsOwn(String urns, String extended, int status, String code, String pointer) {
        GivenTrust trust = Given.trust(2);
        String stranger = Given.trust(1).urns().get(0);
        Draft draft = Given.begun(trust.officer(), NEW_TRUST.formatted(Given.openCohort("behaviour-hubs", "multi-school"), trust.uid()));
        List<String> named = List.of(urns.replace("OWN", trust.urns().get(0)).replace("STRANGER", stranger).split(" "));
        draft.by(trust.officer()).body(Given.schools(named, "OTHER".equals(extended) ? trust.urns().get(1) : extended)).put(draft.path("/schools"))
                .then().spec(problem(status, code)).body("errors.pointer", hasItem(pointer));
        as(trust.officer()).get(draft.path("")).then().header("ETag", draft.etag());
    }

    @Test
    void aSchoolThatHasLeftTheTrustIsMissingAtSubmission() {
        GivenTrust trust = Given.trust(2);
        Draft complete = Given.completeTrust(trust, Given.openCohort("behaviour-hubs", "multi-school"), trust.urns());
        as(trust.officer()).get(complete.path("/readiness")).then().body("ready", equalTo(true));
        Given.update("update school set trust_uid = null where urn = '%s'".formatted(trust.urns().get(1)));
        as(trust.officer()).get(complete.path("/readiness")).then().body("missing.pointer", equalTo(List.of("/schools/1")))
                .body("missing.code", equalTo(List.of("school-not-of-trust")));
        complete.by(trust.officer()).body(Given.DECLARATION).post(complete.path("/submission")).then().spec(problem(422, "not-ready"));
    }

    @Test
    void whoeverWantsToLeadGivesEvidenceAndReadinessListsWhatIsMissing() {
        String urn = Given.eligibleSchool();
        Draft draft = Given.begun(head(urn), "{\"kind\":\"LEAD_SCHOOL\",\"programme\":\"behaviour-hubs\",\"urn\":\"%s\"}".formatted(urn));
        as(head(urn)).get(draft.path("")).then().body("pathway", nullValue()).body("cohort", nullValue()).body("answers", nullValue()).body("actions.name", hasItem("evidence"));
        as(head(urn)).get(draft.path("/readiness")).then().body("missing.pointer", equalTo(List.of("/evidence/practiceStatement", "/evidence/collaborationRecord",
                "/evidence/references", "/evidence/phases", "/evidence/places", "/leaders")));
        draft.byHead().body(Given.DECLARATION).post(draft.path("/submission")).then().spec(problem(422, "not-ready")).body("errors.pointer", hasItem("/evidence/places"));
        Draft given = draft.seen(draft.byHead().body(Given.evidence(null)).put(draft.path("/evidence")));
        Draft named = given.seen(given.byHead().body(Given.leaders(3)).put(given.path("/leaders")));
        as(head(urn)).get(named.path("")).then().body("evidence.places", equalTo(6)).body("evidence.phases", equalTo(List.of("SECONDARY")))
                .body("evidence.references[0].organisation", equalTo("Camden Learning")).body("actions.find { it.name == 'submission' }.allowed", equalTo(true));
        Draft again = named.seen(named.byHead().body("{\"practiceStatement\":\"Other.\",\"references\":[],\"phases\":[]}").put(named.path("/evidence")));
        as(head(urn)).get(again.path("")).then().body("evidence.practiceStatement", equalTo("Other.")).body("evidence.references", hasSize(0));
        assertThat(Given.one("select count(*) from journal where aggregate_id = '%s' and journal::text ilike '%%camden learning%%'".formatted(draft.id()))).isEqualTo("0");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            {"practiceStatement":"x","colour":1}                                                   | 400 | unknown-field    | /colour
            {"practiceStatement":"x"                                                               | 400 | malformed-json   | -
            {"phases":["KITCHEN"]}                                                                 | 400 | wrong-type       | /phases/0
            {"places":0}                                                                           | 400 | invalid          | /places
            {"places":"many"}                                                                      | 400 | wrong-type       | /places
            {"references":[{"organisation":"","statement":"x"}]}                                   | 400 | invalid          | /references/0/organisation
            {"references":[{"organisation":"a","statement":"x"},{"organisation":"b","statement":"x"},{"organisation":"c","statement":"x"},{"organisation":"d","statement":"x"}]} | 400 | invalid | /references
            {"leadUrn":"12"}                                                                       | 400 | invalid          | /leadUrn
            {"leadUrn":"999999"}                                                                   | 409 | not-of-this-kind | /leadUrn
            """)
    void evidenceThatCannotBeIsRefused(String body, int status, String code, String pointer) {
        String urn = Given.eligibleSchool();
        Draft draft = Given.begun(head(urn), "{\"kind\":\"LEAD_SCHOOL\",\"programme\":\"behaviour-hubs\",\"urn\":\"%s\"}".formatted(urn));
        var answer = draft.byHead().body(body).put(draft.path("/evidence")).then().spec(problem(status, code));
        if (!pointer.equals("-")) {
            answer.body("errors.pointer", hasItem(pointer));
        }
    }

    @Test
    void aLeadTrustNamesASchoolOfItsOwnForTheHub() {
        GivenTrust trust = Given.trust(1);
        Draft draft = Given.begun(trust.officer(), "{\"kind\":\"LEAD_TRUST\",\"programme\":\"behaviour-hubs\",\"trustUid\":\"%s\"}".formatted(trust.uid()));
        draft.by(trust.officer()).body(Given.evidence(Given.eligibleSchool())).put(draft.path("/evidence")).then().spec(problem(422, "school-not-of-trust"));
        Draft given = draft.seen(draft.by(trust.officer()).body(Given.evidence(trust.urns().get(0))).put(draft.path("/evidence")));
        as(trust.officer()).get(given.path("")).then().body("evidence.leadUrn", equalTo(trust.urns().get(0))).body("schools.role", equalTo(List.of("LEAD")));
    }

    /** Each part belongs to some kinds only. */
    @ParameterizedTest(name = "{0} of {1}: {2}")
    @CsvSource({
            "answers,  PARTNER_SCHOOL, 200", "answers,  PARTNER_TRUST, 200", "answers,  LEAD_SCHOOL, 409", "answers,  LEAD_TRUST, 409",
            "schools,  PARTNER_SCHOOL, 409", "schools,  PARTNER_TRUST, 200", "schools,  LEAD_SCHOOL, 409", "schools,  LEAD_TRUST, 409",
            "evidence, PARTNER_SCHOOL, 409", "evidence, PARTNER_TRUST, 409", "evidence, LEAD_SCHOOL, 200", "evidence, LEAD_TRUST, 200",
            "confirmation, PARTNER_SCHOOL, 409", "confirmation, LEAD_TRUST, 409", "refusal, PARTNER_TRUST, 409"})
    void eachPartBelongsToSomeKinds(String part, String kind, int status) {
        GivenTrust trust = Given.trust(1);
        String cohort = Given.openCohort("behaviour-hubs", "core", "multi-school");
        Draft draft = Given.begun(trust.officer(), "{\"kind\":\"%s\",\"programme\":\"behaviour-hubs\",%s\"%s\":\"%s\"}".formatted(kind,
                kind.startsWith("LEAD") ? "" : "\"pathway\":\"%s\",\"cohort\":\"%s\",".formatted(kind.endsWith("TRUST") ? "multi-school" : "core", cohort),
                kind.endsWith("TRUST") ? "trustUid" : "urn", kind.endsWith("TRUST") ? trust.uid() : trust.urns().get(0)));
        var request = draft.by(trust.officer());
        var answer = switch (part) {
            case "answers" -> request.body(Given.ANSWERS).put(draft.path("/answers"));
            case "schools" -> request.body(Given.schools(List.of(), null)).put(draft.path("/schools"));
            case "evidence" -> request.body("{}").put(draft.path("/evidence"));
            case "confirmation" -> request.body("{\"declaration\":{\"acceptedBy\":\"Head\",\"confirmed\":true},\"leaders\":[{\"name\":\"A\",\"email\":\"a@school.example\",\"roleTitle\":\"Head\"}]}")
                    .post(draft.path("/confirmation"));
            default -> request.body("{\"reasonCode\":\"OTHER\"}").post(draft.path("/refusal"));
        };
        answer.then().statusCode(status);
        if (status == 409) {
            answer.then().spec(problem(409, part.startsWith("c") || part.startsWith("r") ? "invitation-answered" : "not-of-this-kind"));
        }
    }

    @Test
    void oneDraftATrustPathwayAndCohortAndOneToLeadAProgramme() {
        GivenTrust trust = Given.trust(1);
        String cohort = Given.openCohort("behaviour-hubs", "multi-school");
        Given.begun(trust.officer(), NEW_TRUST.formatted(cohort, trust.uid()));
        as(trust.officer()).body(NEW_TRUST.formatted(cohort, trust.uid())).post("/v1/applications").then().spec(problem(409, "draft-exists"));
        String lead = "{\"kind\":\"LEAD_TRUST\",\"programme\":\"behaviour-hubs\",\"trustUid\":\"%s\"}".formatted(trust.uid());
        Given.begun(trust.officer(), lead);
        as(trust.officer()).body(lead).post("/v1/applications").then().spec(problem(409, "draft-exists"));
        Given.begun(trust.officer(), lead.replace("behaviour-hubs", "attendance-hubs"));
        String school = "{\"kind\":\"LEAD_SCHOOL\",\"programme\":\"behaviour-hubs\",\"urn\":\"%s\"}".formatted(trust.urns().get(0));
        Given.begun(trust.officer(), school);
        as(trust.officer()).body(school).post("/v1/applications").then().spec(problem(409, "draft-exists"));
    }

    @Test
    void whoSeesWhat() {
        GivenTrust trust = Given.trust(1);
        String cohort = Given.openCohort("behaviour-hubs", "core", "multi-school");
        Draft ofTrust = Given.begun(trust.officer(), NEW_TRUST.formatted(cohort, trust.uid()));
        Draft ofItsSchool = Given.draft(trust.urns().get(0), cohort, "behaviour-hubs", "core");
        Draft ofMaintained = Given.draft(Given.eligibleSchool(), cohort, "behaviour-hubs", "core");
        Tokens authority = Tokens.person("officer-202").role(Roles.LOCAL_AUTHORITY).organisation("la:202");
        Tokens otherAuthority = Tokens.person("officer-203").role(Roles.LOCAL_AUTHORITY).organisation("la:203");
        sees(trust.officer(), cohort, ofTrust, ofItsSchool);
        sees(head(trust.urns().get(0)), cohort, ofItsSchool);
        sees(head(ofMaintained.urn()), cohort, ofMaintained);
        sees(authority, cohort, ofMaintained);
        sees(otherAuthority, cohort);
        sees(Given.trust(1).officer(), cohort);
        for (String role : List.of(Roles.PROGRAMME_TEAM, Roles.DFE, Roles.AUDITOR)) {
            sees(Tokens.person("looker").role(role), cohort, ofTrust, ofItsSchool, ofMaintained);
        }
        as(authority).get(ofTrust.path("")).then().spec(problem(404, "not-found"));
        as(authority).get(ofItsSchool.path("")).then().spec(problem(404, "not-found"));
        as(head(trust.urns().get(0))).get(ofTrust.path("")).then().spec(problem(404, "not-found"));
        as(otherAuthority).get(ofMaintained.path("/history")).then().spec(problem(404, "not-found"));
        as(authority).get(ofMaintained.path("")).then().body("actions", hasSize(0));
        as(authority).get(ofMaintained.path("/leaders")).then().spec(problem(403, "forbidden"));
        // A school's role with the trust's organisation is not the trust's role.
        as(Tokens.person("pretender").role(Roles.SCHOOL).organisation("uid:" + trust.uid())).get(ofTrust.path("")).then().spec(problem(404, "not-found"));
        draftsOfOthersCannotBeChanged(ofTrust, Given.trust(1).officer());
    }

    private static void sees(Tokens who, String cohort, Draft... drafts) {
        as(who).queryParam("cohort", cohort).get("/v1/applications").then().statusCode(200).body("items.id", equalTo(List.of(drafts).stream().map(Draft::id).toList()));
        for (Draft draft : drafts) {
            as(who).get(draft.path("")).then().statusCode(200);
        }
    }

    private static void draftsOfOthersCannotBeChanged(Draft draft, Tokens stranger) {
        draft.by(stranger).body(Given.ANSWERS).put(draft.path("/answers")).then().spec(problem(404, "not-found"));
        draft.by(stranger).body(Given.schools(List.of(), null)).put(draft.path("/schools")).then().spec(problem(404, "not-found"));
        draft.by(stranger).body(Given.DECLARATION).post(draft.path("/submission")).then().spec(problem(404, "not-found"));
    }

    @Test
    void theListIsFilteredByKindTrustAndLocalAuthority() {
        GivenTrust trust = Given.trust(1);
        String cohort = Given.openCohort("behaviour-hubs", "core", "multi-school");
        Draft ofTrust = Given.begun(trust.officer(), NEW_TRUST.formatted(cohort, trust.uid()));
        Draft ofSchool = Given.draft(trust.urns().get(0), cohort, "behaviour-hubs", "core");
        for (var filter : List.of(List.of("kind", "PARTNER_TRUST", ofTrust.id()), List.of("kind", "PARTNER_SCHOOL", ofSchool.id()), List.of("trustUid", trust.uid(), ofTrust.id()),
                List.of("laCode", "202", ofSchool.id()))) {
            as(team("looker")).queryParam("cohort", cohort).queryParam(filter.get(0), filter.get(1)).get("/v1/applications").then().body("items.id", equalTo(List.of(filter.get(2))));
        }
        as(team("looker")).queryParam("cohort", cohort).queryParam("laCode", "203").get("/v1/applications").then().body("items", hasSize(0));
        as(team("looker")).queryParam("laCode", "x").get("/v1/applications").then().spec(problem(400, "invalid"));
        as(team("looker")).queryParam("kind", "SOMETHING").get("/v1/applications").then().statusCode(400);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            trust_uid = '2854'                                      | application_of_school_or_trust
            urn = null, school_name = null                          | application_of_school_or_trust
            kind = 'LEAD_SCHOOL'                                    | application_pathway_of_partner
            pathway = null, cohort = null, cohort_id = null         | application_pathway_of_partner
            places_wished = 3                                       | application_evidence_of_lead
            confirm_by = '2026-01-01'                               | application_of_invitation
            kind = 'INVITED_SCHOOL'                                 | application_of_invitation
            state = 'INVITED'                                       | application_states_of_invitation
            """)
    void theDatabaseHoldsTheShapeOfEachKind(String change, String constraint) {
        Draft draft = Given.draft(Given.eligibleSchool());
        assertThatThrownBy(() -> Given.update("update application set %s where id = '%s'".formatted(change, draft.id()))).hasStackTraceContaining(constraint);
    }
}
