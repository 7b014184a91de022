package org.schoolhubs.applications.contacts;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
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
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.schoolhubs.applications.Given;
import org.schoolhubs.applications.Given.Draft;
import org.schoolhubs.kernel.Roles;
import org.schoolhubs.testkit.SharedInfrastructure;
import org.schoolhubs.testkit.Tokens;

/** What people may ask of us about themselves, and when we forget them by ourselves. */
@QuarkusTest
@QuarkusTestResource(SharedInfrastructure.class)
class ContactRightsTest {
    private static Draft draft(String domain) {
        Draft begun = Given.draft(Given.eligibleSchool());
        return begun.seen(begun.byHead().body(("{\"leaders\":[{\"name\":\"Asha Example\",\"email\":\"Asha@%s\",\"roleTitle\":\"Headteacher\"},"
                + "{\"name\":\"Ben Example\",\"email\":\"ben@%1$s\",\"roleTitle\":\"Deputy\"}]}").formatted(domain)).put(begun.path("/leaders")));
    }

    private static Response search(String email) {
        return as(team("dpo")).body("{\"email\":\"%s\"}".formatted(email)).post("/v1/contacts/searches");
    }

    private static int count(String sql) {
        return Integer.parseInt(Given.one("select count(*) from " + sql));
    }

    @Test
    void everythingThatIsKeptAboutAnAddressIsFoundWhateverItsCaseAndTheSearchIsOnRecord() {
        String domain = "rights1.example";
        Draft first = draft(domain);
        Draft second = draft(domain);
        search("ASHA@" + domain).then().statusCode(200).header("Cache-Control", "no-store").body("contacts.applicationId", equalTo(List.of(first.id(), second.id())))
                .body("contacts[0].leader.name", equalTo("Asha Example")).body("contacts[0].leader.email", equalTo("Asha@" + domain)).body("records", empty());
        as(head(first.urn())).get(first.path("/history")).then().body("findAll { it.type == 'LeadersRead' }.reasonCode", equalTo(List.of("subject-access")));
        assertThat(count("journal where event_type = 'ContactsSearched' and actor_id = 'dpo'")).isPositive();
        assertThat(count("journal j where j::text ilike '%" + domain + "%'")).isZero();
        assertThat(count("idempotency_key k where k::text ilike '%" + domain + "%' and operation like '%contacts%'")).isZero();
        search("nobody@" + domain).then().statusCode(200).body("contacts", empty()).body("records", empty());
    }

    @Test
    void aPersonIsErasedFromOneApplicationAndTheHistorySaysSoWithoutThem() {
        String domain = "rights2.example";
        Draft draft = draft(domain);
        String contact = search("asha@" + domain).path("contacts[0].contactId");
        as(team("dpo")).body("{\"reasonCode\":\"PERSON_ASKED\"}").post("/v1/contacts/" + contact + "/erasure").then().statusCode(200)
                .body("applicationId", equalTo(draft.id())).body("position", equalTo(0));
        search("asha@" + domain).then().body("contacts", empty());
        as(head(draft.urn())).get(draft.path("/leaders")).then().body("leaders.name", equalTo(List.of("Ben Example")));
        as(head(draft.urn())).get(draft.path("/history")).then().body("find { it.type == 'LeaderErased' }.reasonCode", equalTo("PERSON_ASKED"))
                .body("find { it.type == 'LeaderErased' }.changedFields", equalTo(List.of("leaders")));
        as(team("dpo")).body("{\"reasonCode\":\"PERSON_ASKED\"}").post("/v1/contacts/" + contact + "/erasure").then().spec(problem(404, "not-found"));
        assertThat(count("journal j where j::text ilike '%Asha%'")).isZero();
    }

    @Test
    void namingTheSamePeopleAgainKeepsWhoTheyAre() {
        String domain = "rights3.example";
        Draft draft = draft(domain);
        String asha = search("asha@" + domain).path("contacts[0].contactId");
        draft.seen(draft.byHead().body(("{\"leaders\":[{\"name\":\"Cy Example\",\"email\":\"cy@%s\",\"roleTitle\":\"Head\"},"
                + "{\"name\":\"Asha E. Example\",\"email\":\"asha@%1$s\",\"roleTitle\":\"Executive head\"}]}").formatted(domain)).put(draft.path("/leaders")));
        search("asha@" + domain).then().body("contacts", hasSize(1)).body("contacts[0].contactId", equalTo(asha)).body("contacts[0].position", equalTo(1))
                .body("contacts[0].leader.name", equalTo("Asha E. Example"));
        search("ben@" + domain).then().body("contacts", empty());
    }

    @Test
    void afterADeclinedOrWithdrawnApplicationPeopleAreForgottenSoonerThanAfterOneThatIsCompleted() {
        Draft young = ended(draft("rights4.example"), "WITHDRAWN", 100);
        Draft old = ended(draft("rights5.example"), "WITHDRAWN", 200);
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> as(team("x")).get(old.path("/leaders")).then().body("leaders", empty()));
        as(team("x")).get(old.path("/history")).then().body("find { it.type == 'LeadersErased' }.reasonCode", equalTo("retention-after-refusal-over"))
                .body("findAll { it.type == 'LeadersErased' }", hasSize(1));
        as(team("x")).get(young.path("/leaders")).then().body("leaders", hasSize(2));
    }

    private static Draft ended(Draft draft, String state, int daysAgo) {
        Given.update("update application set state = '%s', ended_on = current_date - %d, end_reason_code = 'OTHER' where id = '%s'".formatted(state, daysAgo, draft.id()));
        return draft;
    }

    @Test
    void onlyAPersonOfTheTeamMaySearchOrErase() {
        Tokens client = Tokens.client("batch").role(Roles.PROGRAMME_TEAM);
        as(client).body("{\"email\":\"a@school.example\"}").post("/v1/contacts/searches").then().spec(problem(403, "person-required"));
        as(client).body("{\"reasonCode\":\"PERSON_ASKED\"}").post("/v1/contacts/" + UUID.randomUUID() + "/erasure").then().spec(problem(403, "person-required"));
        as(Tokens.person("x").role(Roles.AUDITOR)).body("{\"email\":\"a@school.example\"}").post("/v1/contacts/searches").then().spec(problem(403, "forbidden"));
        as(head("890001")).body("{\"reasonCode\":\"PERSON_ASKED\"}").post("/v1/contacts/" + UUID.randomUUID() + "/erasure").then().spec(problem(403, "forbidden"));
        given().contentType("application/json").body("{}").post("/v1/contacts/searches").then().spec(problem(401, "unauthenticated"));
        as(team("x")).body("{\"reasonCode\":\"PERSON_ASKED\"}").post("/v1/contacts/" + UUID.randomUUID() + "/erasure").then().spec(problem(404, "not-found"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"email":"not an address"}             | invalid
            {"email":null}                         | invalid
            {}                                     | invalid
            {"email":["a@school.example"]}         | wrong-type
            {"email":"a@school.example","like":1}  | unknown-field
            {"email":                              | malformed-json
            """)
    void aBadSearchIsRefused(String body, String code) {
        as(team("x")).body(body).post("/v1/contacts/searches").then().spec(problem(400, code));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"{\"reasonCode\":\"BECAUSE\"} | wrong-type", "{} | invalid", "{\"reasonCode\":\"PERSON_ASKED\",\"text\":\"x\"} | unknown-field"})
    void aBadErasureIsRefused(String body, String code) {
        as(team("x")).body(body).post("/v1/contacts/" + UUID.randomUUID() + "/erasure").then().spec(problem(400, code)).body("errors.code", not(hasItem("x")));
    }
}
