package org.schoolhubs.applications.interest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.schoolhubs.applications.Given.as;
import static org.schoolhubs.applications.Given.head;
import static org.schoolhubs.applications.Given.team;
import static org.schoolhubs.testkit.ProblemMatcher.problem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.schoolhubs.applications.Given;
import org.schoolhubs.applications.Given.GivenTrust;
import org.schoolhubs.applications.TestClock;
import org.schoolhubs.kernel.Roles;
import org.schoolhubs.testkit.Facts;
import org.schoolhubs.testkit.SharedInfrastructure;
import org.schoolhubs.testkit.Tokens;

/** Each test has a programme of its own, with a pathway for schools, one for trusts and one by selection, so that no other test's cohort opens its window. */
@QuarkusTest
@QuarkusTestResource(SharedInfrastructure.class)
class InterestApiTest {
    private static final Duration SOON = Duration.ofSeconds(20);
    private final String programme = InterestProgramme.programme();

    @Inject
    InterestFollowUp followUp;

    private static void replace(String programme, String successor) {
        Given.updateAsOwner("update programme set state = 'REPLACED', replaced_by = '%s', replaced_on = current_date - 2 where code = '%s'".formatted(successor, programme));
    }

    private String expression(String pathway, String urn, String trustUid) {
        return "{\"programme\":\"%s\",\"pathway\":\"%s\",\"urn\":%s,\"trustUid\":%s}".formatted(programme, pathway, quoted(urn), quoted(trustUid));
    }

    private static String quoted(String text) {
        return text == null ? "null" : "\"" + text + "\"";
    }

    private Response leave(String urn) {
        Response left = as(head(urn)).body(expression("schools", urn, null)).post("/v1/expressions-of-interest");
        left.then().statusCode(201).body("state", equalTo("WAITING"));
        return left;
    }

    private static String path(Response left, String rest) {
        return "/v1/expressions-of-interest/" + left.path("id") + rest;
    }

    private static void awaitState(Response left, String state) {
        await().atMost(SOON).untilAsserted(() -> as(team("looker")).get(path(left, "")).then().body("state", equalTo(state)));
    }

    @Test
    void whenTheWindowOpensItBecomesADraftOnceAndTheSchoolGoesOnFromThere() {
        String urn = Given.eligibleSchool();
        Response left = leave(urn);
        String cohort = Given.cohort(programme, Instant.now().plus(30, ChronoUnit.DAYS), Instant.now().plus(60, ChronoUnit.DAYS), "schools");
        followUp.followUp();
        as(head(urn)).get(path(left, "")).then().body("state", equalTo("WAITING"));

        TestClock.later(Duration.ofDays(31), () -> awaitState(left, "BECAME_DRAFT"));

        String application = as(head(urn)).get(path(left, "")).then().body("cohort", equalTo(cohort)).body("actions.find { it.name == 'withdrawal' }.allowed", equalTo(false))
                .extract().path("applicationId");
        as(head(urn)).get("/v1/applications/" + application).then().statusCode(200).body("state", equalTo("DRAFT")).body("cohort", equalTo(cohort)).body("urn", equalTo(urn));
        as(head(urn)).get("/v1/applications/" + application + "/history").then().body("type", equalTo(List.of("ApplicationBegun")))
                .body("[0].reasonCode", equalTo("expression-of-interest")).body("[0].actor.id", equalTo("system:applications-service"));
        assertThat(Facts.types("applications.v1", left.path("id"))).containsExactly("ExpressionOfInterestBecameDraft");
        as(head(urn)).get(path(left, "/history")).then().body("type", equalTo(List.of("ExpressionOfInterestLeft", "ExpressionOfInterestBecameDraft")));
    }

    @Test
    void ofManyWhoLookAtOnceOneMakesTheDraft() throws Exception {
        List<Response> left = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            left.add(leave(Given.eligibleSchool()));
        }
        String cohort = Given.openCohort(programme, "schools");
        ExecutorService pool = Executors.newFixedThreadPool(4);
        CyclicBarrier together = new CyclicBarrier(4);
        List<Future<?>> looks = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            looks.add(pool.submit(() -> {
                together.await();
                followUp.followUp();
                return null;
            }));
        }
        for (Future<?> look : looks) {
            look.get();
        }
        pool.shutdown();
        left.forEach(one -> awaitState(one, "BECAME_DRAFT"));
        assertThat(Given.one("select count(*) from application where cohort = '%s'".formatted(cohort))).isEqualTo("6");
        left.forEach(one -> assertThat(Facts.types("applications.v1", one.path("id"))).containsExactly("ExpressionOfInterestBecameDraft"));
    }

    @Test
    void aDraftThatTheSchoolBeganByItselfIsTheOneItBecomes() {
        String urn = Given.eligibleSchool();
        Response left = leave(urn);
        String cohort = Given.cohort(programme, Instant.now().plus(1, ChronoUnit.DAYS), Instant.now().plus(60, ChronoUnit.DAYS), "schools");
        Given.Draft own = Given.draft(urn, cohort, programme, "schools");
        TestClock.later(Duration.ofDays(2), () -> awaitState(left, "BECAME_DRAFT"));
        as(head(urn)).get(path(left, "")).then().body("applicationId", equalTo(own.id()));
        assertThat(Given.one("select count(*) from application where urn = '%s'".formatted(urn))).isEqualTo("1");
    }

    @Test
    void aTrustLeavesOneForAPathwayOfTrusts() {
        GivenTrust trust = Given.trust(2);
        Response left = as(trust.officer()).body(expression("trusts", null, trust.uid())).post("/v1/expressions-of-interest");
        left.then().statusCode(201).body("name", equalTo("Trust " + trust.uid()));
        Given.openCohort(programme, "trusts");
        awaitState(left, "BECAME_DRAFT");
        String application = as(trust.officer()).get(path(left, "")).then().extract().path("applicationId");
        as(trust.officer()).get("/v1/applications/" + application).then().body("kind", equalTo("PARTNER_TRUST")).body("trustUid", equalTo(trust.uid()));
    }

    @Test
    void whereTheProgrammeIsReplacedTheSuccessorIsOfferedAndTheSchoolMayAcceptIt() {
        String urn = Given.eligibleSchool();
        Response left = leave(urn);
        String successor = InterestProgramme.programme();
        replace(programme, successor);
        awaitState(left, "OFFERED");
        assertThat(Facts.types("applications.v1", left.path("id"))).containsExactly("ExpressionOfInterestOffered");
        String etag = as(head(urn)).get(path(left, "")).then().body("offeredProgramme", equalTo(successor)).body("actions.allowed", equalTo(List.of(true, true)))
                .extract().header("ETag");

        as(head(urn)).header("If-Match", etag).body("{\"pathway\":\"never\"}").post(path(left, "/offer-acceptance")).then().spec(problem(422, "expressions-not-taken"));
        as(head(urn)).header("If-Match", etag).body("{\"pathway\":\"trusts\"}").post(path(left, "/offer-acceptance")).then().spec(problem(422, "expressions-not-taken"));
        as(head(urn)).header("If-Match", etag).body("{\"pathway\":\"nothing\"}").post(path(left, "/offer-acceptance")).then().spec(problem(422, "pathway-unknown"));
        as(head(urn)).header("If-Match", etag).body("{\"pathway\":\"schools\"}").post(path(left, "/offer-acceptance")).then().statusCode(200)
                .body("state", equalTo("WAITING")).body("programme", equalTo(successor)).body("firstProgramme", equalTo(programme));
        String cohort = Given.openCohort(successor, "schools");
        awaitState(left, "BECAME_DRAFT");
        as(head(urn)).get(path(left, "")).then().body("cohort", equalTo(cohort));
        assertThat(Facts.types("applications.v1", left.path("id"))).containsExactly("ExpressionOfInterestOffered", "ExpressionOfInterestBecameDraft");
    }

    @Test
    void anOfferMayBeLetBeOrTakenBack() {
        String urn = Given.eligibleSchool();
        Response left = leave(urn);
        replace(programme, InterestProgramme.programme());
        awaitState(left, "OFFERED");
        followUp.followUp();
        String etag = as(head(urn)).get(path(left, "")).then().body("state", equalTo("OFFERED")).extract().header("ETag");
        as(head(urn)).header("If-Match", etag).post(path(left, "/withdrawal")).then().statusCode(200).body("state", equalTo("WITHDRAWN"));
        as(head(urn)).body(expression("schools", urn, null)).post("/v1/expressions-of-interest").then().spec(problem(409, "programme-closed"));
    }

    @Test
    void withdrawnItStaysWhatItIsWhenTheWindowOpensAndAnotherMayBeLeft() {
        String urn = Given.eligibleSchool();
        Response left = leave(urn);
        as(head(urn)).body(expression("schools", urn, null)).post("/v1/expressions-of-interest").then().spec(problem(409, "expression-exists"));
        as(head(urn)).post(path(left, "/withdrawal")).then().spec(problem(428, "if-match-required"));
        as(head(urn)).header("If-Match", "\"9\"").post(path(left, "/withdrawal")).then().spec(problem(412, "stale"));
        Response withdrawn = as(team("tess")).header("If-Match", left.header("ETag")).post(path(left, "/withdrawal"));
        withdrawn.then().statusCode(200).body("state", equalTo("WITHDRAWN"));
        as(head(urn)).header("If-Match", withdrawn.header("ETag")).post(path(left, "/withdrawal")).then().spec(problem(409, "expression-impossible"));
        as(head(urn)).header("If-Match", withdrawn.header("ETag")).body("{\"pathway\":\"schools\"}").post(path(left, "/offer-acceptance"))
                .then().spec(problem(409, "expression-impossible"));
        Response again = leave(urn);
        Given.openCohort(programme, "schools");
        awaitState(again, "BECAME_DRAFT");
        awaitState(left, "WITHDRAWN");
    }

    @Test
    void whileAWindowIsOpenOneApplies() {
        String urn = Given.eligibleSchool();
        Given.openCohort(programme, "schools");
        as(head(urn)).body(expression("schools", urn, null)).post("/v1/expressions-of-interest").then().spec(problem(409, "window-open"));
    }

    @ParameterizedTest(name = "{0}, urn {1}, trust {2}: {4}")
    @CsvSource(nullValues = "-", value = {
            "schools,  OWN,    -,     201, -,                     -",
            "schools,  -,      -,     400, invalid,               /urn",
            "schools,  OWN,    70000, 400, invalid,               /trustUid",
            "trusts,   OWN,    -,     400, invalid,               /urn",
            "trusts,   -,      -,     400, invalid,               /trustUid",
            "trusts,   -,      70000, 404, not-found,             /trustUid",
            "schools,  12,     -,     400, invalid,               /urn",
            "schools,  999999, -,     404, school-not-found,      /urn",
            "selected, OWN,    -,     422, expressions-not-taken, /pathway",
            "never,    OWN,    -,     422, expressions-not-taken, /pathway",
            "nothing,  OWN,    -,     422, pathway-unknown,       /pathway"})
    void whatDoesNotFitIsRefusedNamingThePlace(String pathway, String urn, String trustUid, int status, String code, String pointer) {
        String own = Given.eligibleSchool();
        Response answer = as(head(own)).body(expression(pathway, "OWN".equals(urn) ? own : urn, trustUid)).post("/v1/expressions-of-interest");
        if (code == null) {
            answer.then().statusCode(status);
        } else {
            answer.then().spec(problem(status, code)).body("errors.pointer", hasItem(pointer));
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', value = {
            "{\"programme\":\"x\"                                                        | malformed-json",
            "{\"programme\":\"behaviour-hubs\",\"pathway\":\"core\",\"colour\":\"red\"} | unknown-field",
            "{\"programme\":7,\"pathway\":\"core\"}                                      | wrong-type",
            "{}                                                                          | invalid"})
    void aBadBodyIsRefused(String body, String code) {
        as(head(Given.eligibleSchool())).body(body).post("/v1/expressions-of-interest").then().spec(problem(400, code));
    }

    @Test
    void aStrangerSeesNothingAndOverseersEverything() {
        String urn = Given.eligibleSchool();
        Response left = leave(urn);
        Tokens stranger = head(Given.eligibleSchool());
        as(stranger).get(path(left, "")).then().spec(problem(404, "not-found"));
        as(stranger).get(path(left, "/history")).then().spec(problem(404, "not-found"));
        as(stranger).header("If-Match", left.header("ETag")).post(path(left, "/withdrawal")).then().spec(problem(404, "not-found"));
        as(stranger).header("If-Match", left.header("ETag")).body("{\"pathway\":\"schools\"}").post(path(left, "/offer-acceptance")).then().spec(problem(404, "not-found"));
        as(team("tess")).header("If-Match", left.header("ETag")).body("{\"pathway\":\"schools\"}").post(path(left, "/offer-acceptance")).then().spec(problem(403, "forbidden"));
        as(team("tess")).get("/v1/expressions-of-interest/0199f0c8-0000-7000-8000-000000000001").then().spec(problem(404, "not-found"));
        as(stranger).queryParam("programme", programme).get("/v1/expressions-of-interest").then().body("items", hasSize(0));
        for (String role : List.of(Roles.PROGRAMME_TEAM, Roles.DFE, Roles.AUDITOR)) {
            as(Tokens.person("looker").role(role)).queryParam("programme", programme).queryParam("state", "WAITING").get("/v1/expressions-of-interest")
                    .then().statusCode(200).body("items.urn", equalTo(List.of(urn)));
        }
        for (String role : List.of(Roles.LOCAL_AUTHORITY, Roles.FINANCE_PREPARER, Roles.OPERATOR)) {
            as(Tokens.person("nobody").role(role)).get("/v1/expressions-of-interest").then().spec(problem(403, "forbidden"));
        }
        as(team("tess")).body("{}").post("/v1/expressions-of-interest").then().spec(problem(403, "forbidden"));
        GivenTrust trust = Given.trust(1);
        Response ofTrust = as(trust.officer()).body(expression("schools", trust.urns().get(0), null)).post("/v1/expressions-of-interest");
        ofTrust.then().statusCode(201);
        as(trust.officer()).queryParam("programme", programme).get("/v1/expressions-of-interest").then().body("items.urn", equalTo(trust.urns())).body("items.urn", not(hasItem(urn)));
    }
}
