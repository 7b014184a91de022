package org.schoolhubs.applications.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.schoolhubs.applications.Given.as;
import static org.schoolhubs.applications.Given.head;
import static org.schoolhubs.applications.Given.team;
import static org.schoolhubs.applications.notifications.Mail.count;
import static org.schoolhubs.applications.notifications.Mail.says;
import static org.schoolhubs.testkit.ProblemMatcher.problem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.schoolhubs.applications.Given;
import org.schoolhubs.applications.interest.InterestProgramme;
import org.schoolhubs.kernel.Roles;
import org.schoolhubs.testkit.Facts;
import org.schoolhubs.testkit.SharedInfrastructure;
import org.schoolhubs.testkit.Tokens;

/** Who expressed interest is told when the next cohort opens, once, unless they do not want it; and is forgotten in time. */
@QuarkusTest
@QuarkusTestResource(SharedInfrastructure.class)
class InterestMailTest {
    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String EVENT = "ExpressionOfInterestBecameDraft";
    private final String programme = InterestProgramme.programme();
    private final String urn = Given.eligibleSchool();
    private final String address = "asha@interest%d.example".formatted(NEXT.incrementAndGet());

    @Inject
    NotificationSender sender;

    private static String person(String email) {
        return "{\"name\":\"Asha Example\",\"email\":\"%s\",\"roleTitle\":\"Headteacher\"}".formatted(email);
    }

    private Response leave(String inProgramme, String contact) {
        Response left = as(head(urn)).body("{\"programme\":\"%s\",\"pathway\":\"schools\",\"urn\":\"%s\",\"contact\":%s}".formatted(inProgramme, urn, contact))
                .post("/v1/expressions-of-interest");
        left.then().statusCode(201);
        return left;
    }

    private static String path(Response left, String rest) {
        return "/v1/expressions-of-interest/" + left.path("id") + rest;
    }

    private static Response seen(Response left) {
        return as(team("looker")).get(path(left, ""));
    }

    /** The window opens, and the event comes that many times. */
    private static void opens(String inProgramme, Response left, int times) {
        Given.openCohort(inProgramme, "schools");
        await().atMost(SOON).untilAsserted(() -> seen(left).then().body("state", equalTo("BECAME_DRAFT")));
        Facts.Published fact = Facts.published("applications.v1", left.path("id")).get(0);
        UUID event = UUID.randomUUID();
        for (int i = 0; i < times; i++) {
            says("applications.v1", left.path("id"), event, EVENT, fact.payload(), Instant.now());
        }
        await().atMost(SOON).until(() -> count("notification where event_id = '%s'".formatted(event)) > 0);
    }

    @Test
    void theOneWhoIsNamedIsToldOnceWhenTheWindowOpens() {
        Response left = leave(programme, person(address));
        opens(programme, left, 3);
        sender.tick();
        sender.tick();
        assertThat(Mail.subjects(address)).containsExactly("You can now apply to Interest");
        String application = seen(left).path("applicationId");
        assertThat(Mail.bodies(address)).singleElement().asString().contains("Dear Asha Example", "School " + urn, application, "/v1/unsubscriptions/");
        assertThat(count("journal j where j::text ilike '%%%s%%'".formatted(address))).isZero();
        assertThat(count("idempotency_key k where k::text ilike '%%%s%%'".formatted(address))).isZero();
    }

    @Test
    void whoOptedOutIsNotToldOfTheNextOneEither() {
        Response first = leave(programme, person(address));
        opens(programme, first, 1);
        sender.tick();
        String link = Given.one("select unsubscribe_url from recorded_email where address = '%s'".formatted(address));
        RestAssured.given().post(link.substring(link.indexOf("/v1/"))).then().statusCode(200);
        as(team("looker")).get("/v1/notification-preferences/" + first.path("id")).then().statusCode(200)
                .body("contacts[0].optedOutByPerson", equalTo(List.of("NEXT_COHORT")));

        String another = InterestProgramme.programme();
        Response second = leave(another, person(address.toUpperCase(Locale.ROOT)));
        opens(another, second, 1);
        sender.tick();
        assertThat(Mail.subjects(address)).hasSize(1);
        assertThat(Mail.column("select reason_code from notification where application_id = '%s'".formatted(seen(second).<String>path("applicationId"))))
                .containsExactly("opted-out");
    }

    @Test
    void withoutANamedPersonThatIsOnRecord() {
        Response left = leave(programme, "null");
        as(head(urn)).get(path(left, "/contact")).then().spec(problem(404, "not-found"));
        opens(programme, left, 1);
        assertThat(Mail.column("select reason_code from notification where application_id = '%s'".formatted(seen(left).<String>path("applicationId"))))
                .containsExactly("nobody-named");
    }

    @Test
    void theSchoolNamesAnotherPersonAndReadingIsOnRecord() {
        Response left = leave(programme, person("first-" + address));
        as(head(urn)).body(person(address)).put(path(left, "/contact")).then().spec(problem(428, "if-match-required"));
        Response named = as(head(urn)).header("If-Match", left.header("ETag")).body(person(address)).put(path(left, "/contact"));
        named.then().statusCode(200);
        assertThat(named.header("ETag")).isNotEqualTo(left.header("ETag"));
        as(head(urn)).header("If-Match", left.header("ETag")).body(person(address)).put(path(left, "/contact")).then().spec(problem(412, "stale"));
        as(head(urn)).get(path(left, "/contact")).then().statusCode(200).body("email", equalTo(address));
        as(Tokens.person("dora").role(Roles.DFE)).get(path(left, "/contact")).then().spec(problem(403, "forbidden"));
        as(head(Given.eligibleSchool())).get(path(left, "/contact")).then().spec(problem(404, "not-found"));
        as(head(Given.eligibleSchool())).header("If-Match", named.header("ETag")).body(person(address)).put(path(left, "/contact")).then().spec(problem(404, "not-found"));
        as(head(urn)).get(path(left, "/history")).then().body("type", equalTo(List.of("ExpressionOfInterestLeft", "ExpressionOfInterestContactNamed", "ContactRead")));
        opens(programme, left, 1);
        sender.tick();
        assertThat(Mail.subjects(address)).hasSize(1);
        assertThat(Mail.subjects("first-" + address)).isEmpty();
        as(head(urn)).header("If-Match", seen(left).header("ETag")).body(person(address)).put(path(left, "/contact")).then().spec(problem(409, "expression-impossible"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"name":"Asha Example","email":"no address","roleTitle":"Head"}        | invalid       | /contact/email
            {"name":" ","email":"a@school.example","roleTitle":"Head"}             | invalid       | /contact/name
            {"name":"Asha Example","email":"a@school.example"}                     | invalid       | /contact/roleTitle
            {"name":"Asha Example","email":"a@school.example","roleTitle":"H","x":1} | unknown-field |
            """)
    void aBadContactIsRefused(String contact, String code, String pointer) {
        Response answer = as(head(urn)).body("{\"programme\":\"%s\",\"pathway\":\"schools\",\"urn\":\"%s\",\"contact\":%s}".formatted(programme, urn, contact))
                .post("/v1/expressions-of-interest");
        answer.then().spec(problem(400, code));
        if (pointer != null) {
            answer.then().body("errors.pointer", hasItem(pointer));
        }
        assertThat(count("expression_of_interest where urn = '%s'".formatted(urn))).isZero();
    }

    @Test
    void theyAreFoundAndErasedOnRequest() {
        Response left = leave(programme, person(address));
        String contact = as(team("dpo")).body("{\"email\":\"%s\"}".formatted(address)).post("/v1/contacts/searches").then().statusCode(200)
                .body("contacts[0].expressionId", equalTo(left.path("id"))).body("contacts[0].leader.name", equalTo("Asha Example")).extract().path("contacts[0].contactId");
        as(team("dpo")).body("{\"reasonCode\":\"PERSON_ASKED\"}").post("/v1/contacts/" + contact + "/erasure").then().statusCode(200)
                .body("expressionId", equalTo(left.path("id")));
        as(head(urn)).get(path(left, "/contact")).then().spec(problem(404, "not-found"));
        as(team("dpo")).body("{\"email\":\"%s\"}".formatted(address)).post("/v1/contacts/searches").then().body("contacts", empty());
        as(head(urn)).get(path(left, "/history")).then().body("type", equalTo(List.of("ExpressionOfInterestLeft", "ContactRead", "ContactErased")))
                .body("[2].reasonCode", equalTo("PERSON_ASKED"));
        opens(programme, left, 1);
        sender.tick();
        assertThat(Mail.subjects(address)).isEmpty();
    }

    @Test
    void theyAreForgottenWhenTheirTimeIsOverWhichEndsSoonerOnceItHasEnded() {
        Response left = leave(programme, person(address));
        assertThat(keptDays(left)).isBetween(729L, 732L);
        as(head(urn)).header("If-Match", left.header("ETag")).post(path(left, "/withdrawal")).then().statusCode(200);
        assertThat(keptDays(left)).isBetween(180L, 185L);
        Given.update("update expression_contact set keep_until = current_date - 1 where expression_id = '%s'".formatted(left.<String>path("id")));
        await().atMost(SOON).untilAsserted(() -> as(head(urn)).get(path(left, "/contact")).then().spec(problem(404, "not-found")));
        as(head(urn)).get(path(left, "/history")).then().body("findAll { it.type == 'ContactErased' }.reasonCode", equalTo(List.of("retention-over")));
    }

    private static long keptDays(Response left) {
        return Long.parseLong(Given.one("select keep_until - current_date from expression_contact where expression_id = '%s'".formatted(left.<String>path("id"))));
    }
}
