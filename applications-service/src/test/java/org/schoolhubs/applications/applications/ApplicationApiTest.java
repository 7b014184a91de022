package org.schoolhubs.applications.applications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.schoolhubs.applications.Given.as;
import static org.schoolhubs.applications.Given.head;
import static org.schoolhubs.applications.Given.team;
import static org.schoolhubs.testkit.ProblemMatcher.problem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.schoolhubs.applications.Given;
import org.schoolhubs.applications.Given.Draft;
import org.schoolhubs.kernel.Roles;
import org.schoolhubs.testkit.Facts;
import org.schoolhubs.testkit.SharedInfrastructure;
import org.schoolhubs.testkit.Tokens;

@QuarkusTest
@QuarkusTestResource(SharedInfrastructure.class)
class ApplicationApiTest {

    @Test
    void aSchoolGoesFromDraftToAcceptance() {
        String urn = Given.eligibleSchool();
        Draft draft = Given.draft(urn);
        as(head(urn)).get(draft.path("")).then().statusCode(200).header("ETag", "\"0\"").body("state", equalTo("DRAFT"))
                .body("actions.find { it.name == 'submission' }.code", equalTo("not-ready")).body("next[0].step", equalTo("submission"));

        Draft complete = Given.complete(draft);
        as(head(urn)).get(draft.path("")).then().body("actions.find { it.name == 'submission' }.allowed", equalTo(true));
        Response submission = complete.byHead().body(Given.DECLARATION).post(complete.path("/submission"));
        submission.then().statusCode(200).body("state", equalTo("SUBMITTED")).body("eligibility", equalTo("ELIGIBLE")).body("next[0].step", equalTo("decision"));
        Draft submitted = complete.seen(submission);
        as(head(urn)).get(draft.path("/eligibility")).then().statusCode(200).body("outcome", equalTo("ELIGIBLE")).body("results", hasSize(5))
                .body("results.outcome", everyItem(equalTo("PASS")))
                .body("results.find { it.rule == 'ofsted-overall-grade' }.evidence[0].source.inspectionNumber", equalTo("10" + urn))
                .body("results.find { it.rule == 'ofsted-overall-grade' }.evidence[0].source.predecessor", equalTo(false));

        submitted.by(team("decider")).body(Given.ACCEPT).post(submitted.path("/decision")).then().statusCode(200).body("state", equalTo("ACCEPTED"))
                .body("acceptedOn", equalTo(LocalDate.now(java.time.ZoneId.of("Europe/London")).toString())).body("decision.state", equalTo("FINAL"));

        assertThat(Facts.types("applications.v1", draft.id())).containsExactly("ApplicationSubmitted", "ApplicationAccepted");
        as(head(urn)).get(draft.path("/history")).then().body("type",
                equalTo(List.of("ApplicationBegun", "ApplicationAnswered", "LeadersNamed", "ApplicationSubmitted", "ApplicationAccepted")))
                .body("[4].actor.id", equalTo("decider")).body("[4].reasonCode", equalTo("MEETS_CRITERIA"));
        as(head(urn)).get("/v1/journeys/" + draft.id() + "/application").then().statusCode(200).body("part", equalTo("application")).body("state", equalTo("ACCEPTED"))
                .body("happened", hasSize(5)).body("next", hasSize(0));
    }

    @Test
    void whatWasPublishedIsWhatTheOtherServicesWereTold() {
        Draft accepted = Given.accepted();
        List<Facts.Published> facts = Facts.published("applications.v1", accepted.id());
        var submitted = io.restassured.path.json.JsonPath.from(facts.get(0).payload());
        assertThat(submitted.getMap("$").keySet().toString()).isEqualTo(sorted("[applicationId, kind, programme, pathway, cohort, urn, trustUid, eligibility]"));
        var told = io.restassured.path.json.JsonPath.from(facts.get(1).payload());
        assertThat(told.getString("applicationId")).isEqualTo(accepted.id());
        assertThat(told.getString("kind")).isEqualTo("PARTNER_SCHOOL");
        assertThat(told.getString("cohortStartsOn")).isEqualTo(LocalDate.now().minusYears(1).toString());
        assertThat(told.getString("cohortEndsOn")).isEqualTo(LocalDate.now().minusDays(1).toString());
        assertThat(told.getMap("partner")).containsEntry("urn", accepted.urn()).containsEntry("phase", "SECONDARY").containsEntry("provision", "MAINSTREAM")
                .containsEntry("region", "H").containsEntry("easting", 528159).containsEntry("laCode", "202").containsEntry("trustUid", null)
                .containsEntry("percentFsm", null).containsEntry("urbanRural", "UN1");
        assertThat(told.getMap("$")).containsEntry("selectionRank", null).containsKeys("submittedAt", "acceptedOn");
    }

    private static String sorted(String list) {
        // jsonb orders keys by length, then by bytes
        return list.substring(1, list.length() - 1).lines().flatMap(line -> java.util.Arrays.stream(line.split(", ")))
                .sorted(java.util.Comparator.comparingInt(String::length).thenComparing(String::compareTo)).toList().toString();
    }

    @Test
    void namesAndAddressesAreInNoJournalRow() {
        Draft accepted = Given.accepted();
        as(head(accepted.urn())).get(accepted.path("/leaders")).then().statusCode(200).body("leaders.email", hasItem("leader0@school.example"));
        assertThat(Given.one("select count(*) from journal where aggregate_id = '%s' and journal::text ilike '%%leader0%%'".formatted(accepted.id()))).isEqualTo("0");
        assertThat(Given.one("select max(keep_until) from named_leader where application_id = '%s'".formatted(accepted.id())))
                .isEqualTo(LocalDate.now().minusDays(1).plusYears(1).toString());
    }

    @Test
    void readingTheLeadersIsItselfRecorded() {
        Draft draft = Given.complete(Given.draft(Given.eligibleSchool()));
        as(team("curious")).get(draft.path("/leaders")).then().statusCode(200).body("leaders", hasSize(3));
        as(head(draft.urn())).get(draft.path("/history")).then().body("findAll { it.type == 'LeadersRead' }.actor.id", equalTo(List.of("curious")));
        as(Tokens.person("policy").role(Roles.DFE)).get(draft.path("/leaders")).then().spec(problem(403, "forbidden"));
    }

    @Test
    void peopleWhoseTimeIsOverAreErasedAndTheRecordSaysSo() {
        Draft kept = Given.complete(Given.draft(Given.eligibleSchool()));
        String cohort = Given.openCohort("behaviour-hubs", "core");
        Given.update("update cohort set starts_on = '2020-01-01' where code = '%s'".formatted(cohort));
        Draft old = Given.draft(Given.eligibleSchool(), cohort, "behaviour-hubs", "core");
        old.byHead().body(Given.leaders(2)).put(old.path("/leaders")).then().statusCode(200);
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> as(head(old.urn())).get(old.path("/history")).then()
                .body("type", hasItem("LeadersErased")).body("find { it.type == 'LeadersErased' }.reasonCode", equalTo("retention-over")));
        as(head(old.urn())).get(old.path("/leaders")).then().body("leaders", hasSize(0));
        as(head(kept.urn())).get(kept.path("/leaders")).then().body("leaders", hasSize(3));
    }

    @Test
    void readinessListsWhatIsMissingWithPointers() {
        Draft draft = Given.draft(Given.eligibleSchool());
        as(head(draft.urn())).get(draft.path("/readiness")).then().statusCode(200).body("ready", equalTo(false))
                .body("missing.pointer", equalTo(List.of("/answers/motivation", "/answers/improvementFocus", "/leaders")));
        draft.byHead().body(Given.DECLARATION).post(draft.path("/submission")).then().spec(problem(422, "not-ready"))
                .body("errors.pointer", hasItems("/answers/motivation", "/leaders"));
        Draft complete = Given.complete(draft);
        as(head(draft.urn())).get(complete.path("/readiness")).then().body("ready", equalTo(true)).body("missing", hasSize(0));
    }

    @Test
    void aWindowThatIsNotOpenRefusesTheSubmissionAndKeepsTheDraft() {
        String future = Given.cohort("behaviour-hubs", Instant.now().plusSeconds(86_400), Instant.now().plusSeconds(172_800), "core");
        Draft early = Given.complete(Given.draft(Given.eligibleSchool(), future, "behaviour-hubs", "core"));
        early.byHead().body(Given.DECLARATION).post(early.path("/submission")).then().spec(problem(409, "window-not-open"));
        String past = Given.cohort("behaviour-hubs", Instant.now().minusSeconds(172_800), Instant.now().minusSeconds(1), "core");
        Draft late = Given.complete(Given.draft(Given.eligibleSchool(), past, "behaviour-hubs", "core"));
        late.byHead().body(Given.DECLARATION).post(late.path("/submission")).then().spec(problem(409, "window-closed"));
        as(head(late.urn())).get(late.path("")).then().body("state", equalTo("DRAFT")).body("actions.find { it.name == 'submission' }.code", equalTo("window-closed"));
        assertThat(Facts.types("applications.v1", late.id())).isEmpty();
    }

    @Test
    void aTrustAppliesForItsSchoolsAndSeesTheirs() {
        String urn = Given.schoolOfTrust("2854");
        Tokens trust = Tokens.person("ceo").role(Roles.TRUST).organisation("uid:2854");
        String cohort = Given.openCohort("behaviour-hubs", "core");
        String id = as(trust).body(Given.newApplication("behaviour-hubs", "core", cohort, urn)).post("/v1/applications").then().statusCode(201).extract().path("id");
        as(trust).get("/v1/applications/" + id).then().statusCode(200);
        as(trust).queryParam("cohort", cohort).get("/v1/applications").then().body("items.id", equalTo(List.of(id)));
        Tokens stranger = Tokens.person("other-ceo").role(Roles.TRUST).organisation("uid:9999");
        as(stranger).get("/v1/applications/" + id).then().spec(problem(404, "not-found"));
        as(stranger).queryParam("cohort", cohort).get("/v1/applications").then().body("items", hasSize(0));
        as(stranger).body(Given.newApplication("behaviour-hubs", "core", cohort, urn)).post("/v1/applications").then().spec(problem(404, "school-not-found"));
    }

    @Test
    void anotherSchoolsApplicationIsNotThereExactlyLikeOneThatDoesNotExist() {
        Draft draft = Given.complete(Given.draft(Given.eligibleSchool()));
        Tokens stranger = head(Given.eligibleSchool());
        String unknown = "0199f0c8-0000-7000-8000-000000000001";
        for (String rest : List.of("", "/leaders", "/readiness", "/eligibility", "/history")) {
            as(stranger).get(draft.path(rest)).then().spec(problem(404, "not-found"));
            as(stranger).get("/v1/applications/" + unknown + rest).then().spec(problem(404, "not-found"));
        }
        as(stranger).get("/v1/journeys/" + draft.id() + "/application").then().spec(problem(404, "not-found"));
        draft.by(stranger).body("{\"motivation\":\"x\",\"improvementFocus\":null}").put(draft.path("/answers")).then().spec(problem(404, "not-found"));
        draft.by(stranger).body(Given.leaders(3)).put(draft.path("/leaders")).then().spec(problem(404, "not-found"));
        draft.by(stranger).body(Given.DECLARATION).post(draft.path("/submission")).then().spec(problem(404, "not-found"));
        draft.by(stranger).body("{\"reasonCode\":\"MADE_BY_MISTAKE\"}").post(draft.path("/withdrawal")).then().spec(problem(404, "not-found"));
        as(stranger).queryParam("urn", draft.urn()).get("/v1/applications").then().body("items", hasSize(0));
    }

    @Test
    void whoeverReadsAllCannotWriteForASchool() {
        Draft draft = Given.draft(Given.eligibleSchool());
        Tokens both = Tokens.person("both").role(Roles.DFE).role(Roles.SCHOOL).organisation("urn:" + Given.eligibleSchool());
        as(both).get(draft.path("")).then().statusCode(200).body("actions", hasSize(0));
        draft.by(both).body("{\"motivation\":\"x\",\"improvementFocus\":null}").put(draft.path("/answers")).then().spec(problem(404, "not-found"));
    }

    @ParameterizedTest(name = "{0} {1} by {2}")
    @CsvSource({
            "POST, , programme-team", "POST, , dfe", "POST, , auditor", "POST, /submission, programme-team", "POST, /decision, school", "POST, /decision, dfe",
            "POST, /decision/approval, trust", "POST, /withdrawal, auditor", "POST, /withdrawal, dfe", "PUT, /answers, programme-team", "PUT, /leaders, auditor",
            "GET, , finance-preparer", "PUT, /schools, school", "PUT, /evidence, programme-team", "POST, /confirmation, programme-team", "POST, /refusal, local-authority",
            "GET, /leaders, local-authority", "GET, /history, operator", "GET, /leaders, dfe"})
    void aMissingRoleIsForbidden(String method, String rest, String role) {
        String path = "/v1/applications" + (method.equals("POST") && rest == null ? "" : "/0199f0c8-0000-7000-8000-000000000001" + (rest == null ? "" : rest));
        as(Tokens.person("nobody").role(role)).header("If-Match", "\"0\"").body("{}").request(method, path).then().spec(problem(403, "forbidden"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            {"kind":"PARTNER_SCHOOL"                                                                                       | malformed-json | -
            {"kind":"PARTNER_SCHOOL","programme":"behaviour-hubs","pathway":"core","cohort":"c","urn":"100049","colour":1} | unknown-field  | /colour
            {"kind":"SOMETHING","programme":"behaviour-hubs","pathway":"core","cohort":"c","urn":"100049"}                 | wrong-type     | /kind
            {"kind":"PARTNER_SCHOOL","programme":"behaviour-hubs","pathway":"core","cohort":"c","urn":"12"}                | invalid        | /urn
            {"kind":"PARTNER_SCHOOL","programme":"behaviour-hubs","pathway":"core","cohort":"c"}                           | invalid        | /urn
            {"kind":"PARTNER_SCHOOL","programme":["x"],"pathway":"core","cohort":"c","urn":"100049"}                       | wrong-type     | /programme
            {}                                                                                                             | invalid        | /programme
            """)
    void aBadBodyIsRefusedNamingThePlace(String body, String code, String pointer) {
        as(head("100049")).body(body).post("/v1/applications").then().spec(problem(400, code))
                .body("errors.pointer", pointer.equals("-") ? not(hasItem("x")) : hasItem(pointer));
    }

    @ParameterizedTest(name = "{0}/{1}/{2}")
    @CsvSource({"nothing, core, OPEN, programme-unknown", "behaviour-hubs, nothing, OPEN, pathway-unknown", "behaviour-hubs, core, nothing, cohort-unknown",
            "behaviour-hubs, multi-school, OPEN, pathway-for-trusts", "behaviour-and-attendance-hubs, enhanced, OPEN, pathway-by-selection",
            "behaviour-hubs, extended, OPEN, pathway-not-in-cohort"})
    void whatDoesNotFitTheCatalogueIsRefused(String programme, String pathway, String cohort, String code) {
        String urn = Given.eligibleSchool();
        String open = cohort.equals("OPEN") ? Given.openCohort("behaviour-hubs", "core", "multi-school") : cohort;
        as(head(urn)).body(Given.newApplication(programme, pathway, open, urn)).post("/v1/applications").then().spec(problem(422, code));
    }

    @Test
    void aSchoolNobodyKnowsAndASchoolThatIsNotYoursAreRefusedAlike() {
        String cohort = Given.openCohort("behaviour-hubs", "core");
        String foreign = Given.eligibleSchool();
        as(head("100049")).body(Given.newApplication("behaviour-hubs", "core", cohort, foreign)).post("/v1/applications").then().spec(problem(404, "school-not-found"));
        as(head("999999")).body(Given.newApplication("behaviour-hubs", "core", cohort, "999999")).post("/v1/applications").then().spec(problem(404, "school-not-found"));
    }

    @Test
    void aSecondDraftForTheSamePathwayAndCohortIsRefused() {
        Draft draft = Given.draft(Given.eligibleSchool());
        as(head(draft.urn())).body(Given.newApplication("behaviour-hubs", "core", draft.cohort(), draft.urn())).post("/v1/applications")
                .then().spec(problem(409, "draft-exists"));
        Given.draft(draft.urn(), draft.cohort(), "behaviour-hubs", "extended");
    }

    @Test
    void aChangeNeedsTheEtagThatWasRead() {
        Draft draft = Given.draft(Given.eligibleSchool());
        String answers = "{\"motivation\":\"x\",\"improvementFocus\":\"y\"}";
        as(head(draft.urn())).body(answers).put(draft.path("/answers")).then().spec(problem(428, "if-match-required"));
        as(head(draft.urn())).header("If-Match", "7").body(answers).put(draft.path("/answers")).then().spec(problem(400, "if-match-invalid"));
        Draft changed = draft.seen(draft.byHead().body(answers).put(draft.path("/answers")));
        assertThat(changed.etag()).isNotEqualTo(draft.etag());
        draft.byHead().body(answers).put(draft.path("/answers")).then().spec(problem(412, "stale"));
        draft.byHead().body(Given.leaders(3)).put(draft.path("/leaders")).then().spec(problem(412, "stale"));
        draft.byHead().body(Given.DECLARATION).post(draft.path("/submission")).then().spec(problem(412, "stale"));
        draft.byHead().body("{\"reasonCode\":\"MADE_BY_MISTAKE\"}").post(draft.path("/withdrawal")).then().spec(problem(412, "stale"));
        draft.by(team("decider")).body(Given.ACCEPT).post(draft.path("/decision")).then().spec(problem(412, "stale"));
    }

    @Test
    void aRepeatedSubmissionGetsTheSameAnswerAndHasOneEffect() {
        Draft complete = Given.complete(Given.draft(Given.eligibleSchool()));
        String key = UUID.randomUUID().toString();
        Response first = io.restassured.RestAssured.given().auth().oauth2(head(complete.urn()).token()).contentType("application/json").header("Idempotency-Key", key)
                .header("If-Match", complete.etag()).body(Given.DECLARATION).post(complete.path("/submission"));
        Response again = io.restassured.RestAssured.given().auth().oauth2(head(complete.urn()).token()).contentType("application/json").header("Idempotency-Key", key)
                .header("If-Match", complete.etag()).body(Given.DECLARATION).post(complete.path("/submission"));
        first.then().statusCode(200);
        again.then().statusCode(200).header("Idempotency-Replayed", "true").header("ETag", first.header("ETag"));
        io.restassured.RestAssured.given().auth().oauth2(head(complete.urn()).token()).contentType("application/json").header("Idempotency-Key", key)
                .header("If-Match", complete.etag()).body(Given.DECLARATION.replace("Headteacher", "Chair")).post(complete.path("/submission"))
                .then().spec(problem(422, "idempotency-key-reused"));
        io.restassured.RestAssured.given().auth().oauth2(head(complete.urn()).token()).contentType("application/json").header("If-Match", complete.etag())
                .body(Given.DECLARATION).post(complete.path("/submission")).then().spec(problem(400, "idempotency-key-missing"));
        assertThat(Facts.types("applications.v1", complete.id())).containsExactly("ApplicationSubmitted");
    }

    @Test
    void onceSubmittedTheAnswersAreFrozenAndTheLeadersStayEnough() {
        Draft submitted = Given.submitted(Given.eligibleSchool());
        submitted.byHead().body("{\"motivation\":\"x\",\"improvementFocus\":null}").put(submitted.path("/answers")).then().spec(problem(409, "application-frozen"));
        submitted.byHead().body(Given.DECLARATION).post(submitted.path("/submission")).then().spec(problem(409, "application-frozen"));
        submitted.byHead().body(Given.leaders(2)).put(submitted.path("/leaders")).then().spec(problem(422, "not-ready"));
        submitted.byHead().body(Given.leaders(3)).put(submitted.path("/leaders")).then().statusCode(200);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            {"leaders":[]}                                                                                                                       | /leaders
            {"leaders":[{"name":"A","email":"nonsense","roleTitle":"Head"}]}                                                                     | /leaders/0/email
            {"leaders":[{"name":"","email":"a@school.example","roleTitle":"Head"}]}                                                              | /leaders/0/name
            {"leaders":[{"name":"A","email":"a@school.example","roleTitle":"H"},{"name":"B","email":"A@School.example","roleTitle":"H"}]}        | /leaders/1/email
            {"leaders":[null]}                                                                                                                   | /leaders/0
            """)
    void leadersThatCannotBeReachedAreRefused(String body, String pointer) {
        Draft draft = Given.draft(Given.eligibleSchool());
        draft.byHead().body(body).put(draft.path("/leaders")).then().spec(problem(400, "invalid")).body("errors.pointer", hasItem(pointer));
    }

    @Test
    void theDeclarationMustBeConfirmed() {
        Draft complete = Given.complete(Given.draft(Given.eligibleSchool()));
        complete.byHead().body("{\"declaration\":{\"acceptedBy\":\"Headteacher\",\"confirmed\":false}}").post(complete.path("/submission"))
                .then().spec(problem(400, "invalid")).body("errors.pointer", hasItem("/declaration/confirmed"));
        complete.byHead().body("{}").post(complete.path("/submission")).then().spec(problem(400, "invalid")).body("errors.pointer", hasItem("/declaration"));
    }

    @Test
    void aWithdrawalFreesTheSchoolAndIsPublishedOnceItWasSubmitted() {
        Draft draft = Given.draft(Given.eligibleSchool());
        draft.byHead().body("{\"reasonCode\":\"MADE_BY_MISTAKE\"}").post(draft.path("/withdrawal")).then().statusCode(200).body("state", equalTo("WITHDRAWN"));
        assertThat(Facts.types("applications.v1", draft.id())).isEmpty();

        Draft accepted = Given.accepted();
        Draft ended = accepted.seen(accepted.by(team("decider")).body("{\"reasonCode\":\"LEADERSHIP_CHANGE\"}").post(accepted.path("/withdrawal")));
        assertThat(Facts.types("applications.v1", accepted.id())).containsExactly("ApplicationSubmitted", "ApplicationAccepted", "ApplicationWithdrawn");
        assertThat(Given.one("select count(*) from application_claim where application_id = '%s'".formatted(accepted.id()))).isEqualTo("0");
        ended.byHead().body("{\"reasonCode\":\"MADE_BY_MISTAKE\"}").post(ended.path("/withdrawal")).then().spec(problem(409, "withdrawal-impossible"));
        Draft next = Given.complete(Given.draft(accepted.urn()));
        next.byHead().body(Given.DECLARATION).post(next.path("/submission")).then().statusCode(200);
    }

    @Test
    void theListIsFilteredAndPaged() {
        String cohort = Given.openCohort("behaviour-hubs", "core");
        Draft one = Given.draft(Given.eligibleSchool(), cohort, "behaviour-hubs", "core");
        Draft two = Given.draft(Given.eligibleSchool(), cohort, "behaviour-hubs", "core");
        Tokens auditor = Tokens.person("auditor").role(Roles.AUDITOR);
        Response first = as(auditor).queryParam("cohort", cohort).queryParam("limit", 1).get("/v1/applications");
        first.then().statusCode(200).body("items.id", equalTo(List.of(one.id()))).body("items[0].changedAt", containsString("Z"));
        as(auditor).queryParam("cohort", cohort).queryParam("limit", 1).queryParam("after", first.<String>path("next")).get("/v1/applications")
                .then().body("items.id", equalTo(List.of(two.id()))).body("next", nullValue());
        as(auditor).queryParam("cohort", cohort).queryParam("state", "SUBMITTED").get("/v1/applications").then().body("items", hasSize(0));
        as(auditor).queryParam("urn", one.urn()).queryParam("programme", "behaviour-hubs").queryParam("pathway", "core").get("/v1/applications")
                .then().body("items.id", equalTo(List.of(one.id())));
        as(auditor).queryParam("urn", "nonsense").get("/v1/applications").then().spec(problem(400, "invalid"));
        as(auditor).queryParam("limit", "501").get("/v1/applications").then().spec(problem(400, "invalid"));
        as(auditor).queryParam("updatedSince", "2000-01-01T00:00:00Z").queryParam("cohort", cohort).get("/v1/applications").then().body("items", hasSize(2));
    }

    @Test
    void whereThePathwaySaysSoAnEligibleSchoolIsAcceptedAtOnce() {
        String urn = Given.outstandingSchool();
        String cohort = Given.openCohort("behaviour-and-attendance-hubs", "regional");
        Draft draft = Given.draft(urn, cohort, "behaviour-and-attendance-hubs", "regional");
        Draft named = draft.seen(draft.byHead().body(Given.leaders(1)).put(draft.path("/leaders")));
        named.byHead().body(Given.DECLARATION).post(named.path("/submission")).then().statusCode(200).body("state", equalTo("ACCEPTED"))
                .body("decision.origin", equalTo("AUTOMATIC")).body("decision.proposedBy", equalTo("system:applications-service"))
                .body("decision.reasons[0].code", equalTo("AUTOMATIC")).body("decision.ruleSetVersion", equalTo(1));
        assertThat(Facts.types("applications.v1", draft.id())).containsExactly("ApplicationSubmitted", "ApplicationAccepted");
    }
}
