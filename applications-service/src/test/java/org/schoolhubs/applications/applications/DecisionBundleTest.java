package org.schoolhubs.applications.applications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.schoolhubs.applications.Given.as;
import static org.schoolhubs.applications.Given.team;
import static org.schoolhubs.testkit.ProblemMatcher.problem;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.schoolhubs.applications.Given;
import org.schoolhubs.applications.Given.Draft;
import org.schoolhubs.kernel.Roles;
import org.schoolhubs.testkit.SharedInfrastructure;
import org.schoolhubs.testkit.Tokens;

@QuarkusTest
@QuarkusTestResource(SharedInfrastructure.class)
class DecisionBundleTest {
    private static final Tokens AUDITOR = Tokens.person("auditor").role(Roles.AUDITOR);
    private static final ObjectMapper JSON = new ObjectMapper();

    private static Draft withEverything() {
        Draft amended = After.amended(After.declined(), After.DECIDE_AGAIN);
        Draft declined = amended.seen(amended.by(team("again")).body("""
                {"outcome":"DECLINE","reasons":[{"code":"OTHER","text":"<script>alert('x')</script> & {more}"}]}""").post(amended.path("/decision")));
        Draft asked = declined.seen(declined.byHead().body(After.GROUNDS).post(declined.path("/reconsideration")));
        Draft accepted = asked.seen(asked.by(team("reviewer")).body(After.OVERTURNED).post(asked.path("/reconsideration/decision")));
        return accepted.seen(accepted.byHead().body(LeaderChangeTest.change(1, "New Person", "new.person@school.example")).post(accepted.path("/leader-changes")));
    }

    @Test
    void itHoldsAllThatExplainsTheApplicationAndNobodysName() {
        Draft application = withEverything();
        Response response = as(AUDITOR).get(application.path("/decision-bundle"));
        response.then().statusCode(200).body("bundle.format", equalTo("school-hubs-decision-bundle/1"))
                .body("bundle.application.state", equalTo("ACCEPTED")).body("bundle.application.answers.motivation", equalTo("Calm corridors."))
                .body("bundle.eligibility.outcome", equalTo("ELIGIBLE")).body("bundle.eligibility.results.rule", hasItem("ofsted-overall-grade"))
                .body("bundle.eligibility.results.evidence.flatten().source.file", everyItem(equalTo("given-by-tests.csv")))
                .body("bundle.decisions.outcome", equalTo(List.of("DECLINE", "DECLINE", "ACCEPT")))
                .body("bundle.decisions.origin", equalTo(List.of("PERSON", "PERSON", "RECONSIDERATION")))
                .body("bundle.decisions.holds", equalTo(List.of(false, false, true)))
                .body("bundle.decisions[0].terms.pathway", equalTo("core")).body("bundle.decisions[0].ruleSetVersion", equalTo(1))
                .body("bundle.amendments", hasSize(1)).body("bundle.amendments[0].approvedBy", equalTo("second"))
                .body("bundle.reconsideration.state", equalTo("OVERTURNED")).body("bundle.leaderChanges", hasSize(1))
                .body("bundle.history.type", hasItem("ApplicationSubmitted")).body("bundle.history.actor.id", hasItem("head-" + application.urn()))
                .body("generatedAt", notNullValue());
        assertThat(response.asString()).doesNotContain("Leader 0", "leader0@", "New Person", "new.person", "withdrawn.");
    }

    @Test
    void theSameApplicationHasTheSameBytesHoweverOftenItIsRead() throws IOException, GeneralSecurityException {
        Draft application = withEverything();
        JsonNode first = JSON.readTree(as(AUDITOR).get(application.path("/decision-bundle")).asString());
        JsonNode again = JSON.readTree(as(team("looker")).get(application.path("/decision-bundle")).asString());
        assertThat(again.get("bundle")).isEqualTo(first.get("bundle"));
        assertThat(again.get("sha256")).isEqualTo(first.get("sha256"));
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(canonical(first.get("bundle")).getBytes(StandardCharsets.UTF_8));
        assertThat(HexFormat.of().formatHex(hash)).isEqualTo(first.get("sha256").asText());
        assertThat(After.history(application)).endsWith("LeaderChanged", "DecisionBundleRead", "DecisionBundleRead");
        String etag = as(team("looker")).get(application.path("")).header("ETag");
        assertThat(etag).isEqualTo(application.etag());

        application.byHead().body("{\"reasonCode\":\"INSPECTION\"}").post(application.path("/withdrawal")).then().statusCode(200);
        as(AUDITOR).get(application.path("/decision-bundle")).then().body("sha256", not(equalTo(first.get("sha256").asText())));
    }

    /** Written independently of the code under test. */
    private static String canonical(JsonNode node) {
        if (node.isObject()) {
            TreeSet<String> names = new TreeSet<>();
            node.fieldNames().forEachRemaining(names::add);
            return names.stream().map(name -> JSON.getNodeFactory().textNode(name) + ":" + canonical(node.get(name))).collect(Collectors.joining(",", "{", "}"));
        }
        if (node.isArray()) {
            return StreamSupport.stream(node.spliterator(), false).map(DecisionBundleTest::canonical).collect(Collectors.joining(",", "[", "]"));
        }
        return node.toString();
    }

    @Test
    void asAPageItShowsEveryValueAndEscapesIt() throws IOException {
        Draft application = withEverything();
        Response page = as(AUDITOR).accept("text/html").get(application.path("/decision-bundle"));
        page.then().statusCode(200).header("Content-Type", containsString("text/html")).header("Content-Security-Policy", containsString("default-src 'none'"));
        String html = page.asString();
        assertThat(html).contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; {more}", "SHA-256", "Rule set version").doesNotContain("<script>", "{applicationId}");
        JsonNode document = JSON.readTree(as(AUDITOR).get(application.path("/decision-bundle")).asString());
        assertThat(html).contains(document.get("sha256").asText());
        document.get("bundle").findValuesAsText("eventId").forEach(id -> assertThat(html).contains(id));
        document.get("bundle").findValuesAsText("sentence").forEach(sentence -> assertThat(html).contains(sentence.replace("'", "&#39;")));
    }

    @Test
    void theFilesThatFactsCameFromAreNamedWithTheirHash() {
        Draft submitted = Given.submitted(Given.eligibleSchool());
        as(AUDITOR).get(submitted.path("/decision-bundle")).then().statusCode(200).body("bundle.eligibility.files.fileName", everyItem(equalTo("given-by-tests.csv")))
                .body("bundle.eligibility.files.asAt", equalTo(List.of("2026-10-31", "2026-11-01")));
        Given.update("""
                insert into register_import (id, version, created_at, kind, as_at, file_name, sha256, bytes, requested_by, requester_roles, correlation_id, state, finished_at)
                values ('019a6f00-0000-7000-8000-0000000000ab', 0, '2026-01-01', 'OFSTED_INSPECTIONS', '2026-10-31', 'given-by-tests.csv', '%s', 1, 'tests', '{}', 'tests',
                        'COMPLETED', '2026-01-01') on conflict do nothing""".formatted("b".repeat(64)));
        as(AUDITOR).get(submitted.path("/decision-bundle")).then().body("bundle.eligibility.files[0].sha256", equalTo("b".repeat(64)))
                .body("bundle.eligibility.files[0].importId", equalTo("019a6f00-0000-7000-8000-0000000000ab"));
        Given.update("update register_import set as_at = '1999-01-01' where id = '019a6f00-0000-7000-8000-0000000000ab'");
    }

    @Test
    void whatTheRulesSayTodayIsComparedRuleByRule() {
        Draft submitted = Given.submitted(Given.eligibleSchool());
        as(AUDITOR).get(submitted.path("/eligibility/recomputation")).then().statusCode(200).body("same", equalTo(true)).body("rules.kind", everyItem(equalTo("SAME")));
        Given.update("update inspection set overall_effectiveness = '1' where urn = '%s'".formatted(submitted.urn()));
        as(AUDITOR).get(submitted.path("/eligibility/recomputation")).then().body("same", equalTo(false)).body("outcomeAtSubmission", equalTo("ELIGIBLE"))
                .body("outcomeToday", equalTo("NOT_ELIGIBLE")).body("rules.find { it.rule == 'ofsted-overall-grade' }.kind", equalTo("OUTCOME_CHANGED"))
                .body("rules.findAll { it.kind == 'SAME' }.rule", not(hasItem("ofsted-overall-grade")));
        as(team("looker")).get(submitted.path("")).then().body("eligibility", equalTo("ELIGIBLE"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/decision-bundle", "/eligibility/recomputation"})
    void whoMayNotReadItIsRefused(String what) {
        Draft draft = Given.draft(Given.eligibleSchool());
        as(AUDITOR).get(draft.path(what)).then().spec(problem(404, "not-found"));
        as(AUDITOR).get("/v1/applications/0199f0c8-0000-7000-8000-000000000001" + what).then().spec(problem(404, "not-found"));
        as(Given.head(draft.urn())).get(draft.path(what)).then().spec(problem(403, "forbidden"));
        as(AUDITOR).accept("image/png").get(draft.path(what)).then().spec(problem(406, "not-acceptable"));
        as(Tokens.person("d").role(Roles.DFE)).get(Given.submitted(Given.eligibleSchool()).path(what)).then().statusCode(200);
    }
}
