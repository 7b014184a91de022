package org.schoolhubs.applications.notifications;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.schoolhubs.applications.Given.as;
import static org.schoolhubs.applications.Given.head;
import static org.schoolhubs.applications.Given.team;
import static org.schoolhubs.applications.notifications.Mail.awaitNotifications;
import static org.schoolhubs.applications.notifications.Mail.byTeam;
import static org.schoolhubs.applications.notifications.Mail.says;
import static org.schoolhubs.testkit.ProblemMatcher.problem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.schoolhubs.applications.Given;
import org.schoolhubs.applications.notifications.Mail.Applied;
import org.schoolhubs.applications.notifications.rules.Moment;
import org.schoolhubs.applications.notifications.rules.TemplateText;
import org.schoolhubs.kernel.Roles;
import org.schoolhubs.testkit.SharedInfrastructure;
import org.schoolhubs.testkit.Tokens;

/** Templates, preferences, links, and what those who oversee the programmes see. */
@QuarkusTest
@QuarkusTestResource(SharedInfrastructure.class)
class NotificationApiTest {
    @Inject
    NotificationSender sender;

    private static Applied told(String topic, String type) {
        Applied applied = Mail.submitted();
        says("applications.v1", applied, "ApplicationSubmitted", Mail.submittedEvent(applied));
        says(topic, applied, type, topic.equals("support.v1") ? Mail.planEvent(applied, "ACTIVE") : Mail.awardEvent(applied, "PAID"));
        awaitNotifications(applied, 6);
        return applied;
    }

    private static String preferences(Applied applied) {
        return "/v1/notification-preferences/" + applied.id();
    }

    private static String contact(Applied applied, int position) {
        return as(head(applied.draft().urn())).get(preferences(applied)).then().statusCode(200).extract().path("contacts[%d].contactId".formatted(position));
    }

    private static String token(Applied applied, int position) {
        String url = Given.one("select unsubscribe_url from recorded_email where address = '%s' and unsubscribe_url is not null".formatted(applied.address(position)));
        return url.substring(url.lastIndexOf('/') + 1);
    }

    // ---- templates

    @Test
    void everyMomentHasAShippedTemplateThatItsOwnCheckPassesAndThatCanBePreviewed() {
        List<String> codes = byTeam().queryParam("limit", 100).get("/v1/notification-templates").then().statusCode(200).extract().path("items.code");
        assertThat(codes).containsExactlyInAnyOrderElementsOf(Arrays.stream(Moment.values()).map(Moment::code).toList());
        for (Moment moment : Moment.values()) {
            Response template = byTeam().get("/v1/notification-templates/" + moment.code());
            template.then().statusCode(200).body("eventType", equalTo(moment.eventType())).body("category", equalTo(moment.category().name()))
                    .body("mandatory", equalTo(moment.category().mandatory()));
            assertThat(TemplateText.check(moment, template.path("versions[0].subject"), template.path("versions[0].body"))).as(moment.code()).isEmpty();
            byTeam().get("/v1/notification-templates/" + moment.code() + "/versions/1/preview").then().statusCode(200).body("body", not(containsString("(("))).body("body", containsString("Asha Example"));
        }
    }

    @Test
    void thePlaceholdersArePublished() {
        byTeam().get("/v1/notification-placeholders").then().statusCode(200).body("size()", equalTo(Moment.values().length))
                .body("find { it.template == 'award-paid' }.placeholders.name", hasItem("amount"))
                .body("find { it.template == 'award-paid' }.placeholders.name", not(hasItem("unsubscribe_link")))
                .body("find { it.template == 'plan-opened' }.placeholders.name", hasItem("unsubscribe_link"));
    }

    @Test
    void anApplicationThatIsPassedOnIsTheSuccessorsWhateverOtherServicesStillSay() {
        Applied applied = Mail.submitted();
        String successor = Given.eligibleSchool();
        says("applications.v1", applied, "ApplicationSubmitted", Mail.submittedEvent(applied));
        says("applications.v1", applied, "ApplicationPassedToSuccessor", Mail.passedOnEvent(applied, applied.draft().urn(), successor));
        Mail.awaitHeard("applications.v1", applied);
        says("hubs.v1", applied, "MembershipConfirmed", Mail.membershipEvent(applied, "CONFIRMED"));
        Mail.awaitHeard("hubs.v1", applied);
        as(head(successor)).get(preferences(applied)).then().statusCode(200);
        as(head(applied.draft().urn())).get(preferences(applied)).then().spec(problem(404, "not-found"));
        sender.tick();
        assertThat(Mail.bodies(applied.address(0))).last().asString().contains("School " + successor).doesNotContain(applied.draft().urn());
    }

    @Test
    void aTrustsApplicationStaysTheTrustsWhenOneOfItsSchoolsIsFollowedByAnother() {
        Given.GivenTrust trust = Given.trust(1);
        String successor = Given.eligibleSchool();
        Applied applied = new Applied(Given.completeTrust(trust, Given.openCohort("behaviour-hubs", "multi-school"), trust.urns()), "trust.example");
        says("applications.v1", applied, "ApplicationSubmitted", Mail.submittedEvent(applied, trust.uid()));
        says("applications.v1", applied, "ApplicationPassedToSuccessor", Mail.passedOnEvent(applied, trust.urns().get(0), successor));
        Mail.awaitHeard("applications.v1", applied);
        as(trust.officer()).get(preferences(applied)).then().statusCode(200);
        as(head(successor)).get(preferences(applied)).then().spec(problem(404, "not-found"));
    }

    @Test
    void aTemplateThatIsChangedMeanwhileHoldsForWhatStillWaits() {
        Applied applied = Mail.submitted();
        says("hubs.v1", applied, "MembershipRefused", Mail.membershipEvent(applied, "REFUSED"));
        awaitNotifications(applied, 3);
        String path = "/v1/notification-templates/membership-refused";
        String etag = byTeam().get(path).header("ETag");
        int number = byTeam().get(path).path("versions.size()");
        byTeam().header("If-Match", etag).body("{\"subject\":\"We are looking for another hub for ((applicant))\",\"body\":\"Dear ((name)), it stays accepted: please wait.\"}").post(path + "/versions").then()
                .statusCode(200).body("inForce", equalTo(number + 1)).body("versions[-1].createdBy", equalTo("mail-team"));
        byTeam().header("If-Match", "\"%d\"".formatted(Integer.parseInt(etag.replace("\"", "")) + 1))
                .body("{\"subject\":\"Next year\",\"body\":\"Later.\",\"activeFrom\":\"%s\"}".formatted(Instant.now().plus(300, ChronoUnit.DAYS))).post(path + "/versions").then()
                .statusCode(200).body("inForce", equalTo(number + 1));
        sender.tick();
        assertThat(Mail.bodies(applied.address(0))).singleElement().asString().contains("please wait");
        byTeam().queryParam("applicationId", applied.id()).get("/v1/notifications").then().body("items.templateVersion", hasItem(number + 1));
        byTeam().header("If-Match", etag).body("{\"subject\":\"x\",\"body\":\"y\"}").post(path + "/versions").then().spec(problem(412, "stale"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            award-paid  | {"subject":"((hub))","body":"x"}                                       | 422 | template-invalid     | placeholder-unknown
            award-paid  | {"subject":"x","body":"((unsubscribe_link))"}                          | 422 | template-invalid     | placeholder-unknown
            plan-opened | {"subject":"x","body":"no way out"}                                    | 422 | template-invalid     | unsubscribe-link-missing
            award-paid  | {"subject":"x","body":"((name"}                                        | 422 | template-invalid     | placeholder-broken
            award-paid  | {"subject":"x","body":"y","activeFrom":"2020-01-01T00:00:00Z"}         | 422 | template-in-the-past | template-in-the-past
            award-paid  | {"subject":"","body":"y"}                                              | 400 | invalid              | not-blank
            award-paid  | {"subject":"x"}                                                        | 400 | invalid              | not-blank
            award-paid  | {"subject":"x","body":"y","providerTemplateId":"no"}                   | 400 | wrong-type           | wrong-type
            award-paid  | {"subject":"x","body":"y","html":"z"}                                  | 400 | unknown-field        | unknown-field
            award-paid  | {"subject":                                                            | 400 | malformed-json       |
            nothing     | {"subject":"x","body":"y"}                                             | 404 | not-found            |
            """)
    void aTemplateThatCannotBeUsedIsRefused(String code, String body, int status, String problem, String place) {
        byTeam().header("If-Match", "\"0\"").body(body).post("/v1/notification-templates/" + code + "/versions").then().spec(problem(status, problem))
                .body("errors.code", place == null ? empty() : hasItem(place));
    }

    @Test
    void aChangeNeedsIfMatchAndKeyAndAPreviewAVersionThatIsThere() {
        byTeam().body("{\"subject\":\"x\",\"body\":\"y\"}").post("/v1/notification-templates/award-paid/versions").then().spec(problem(428, "if-match-required"));
        given().auth().oauth2(team("x").token()).contentType("application/json").header("If-Match", "\"0\"").body("{\"subject\":\"x\",\"body\":\"y\"}")
                .post("/v1/notification-templates/award-paid/versions").then().spec(problem(400, "idempotency-key-missing"));
        byTeam().get("/v1/notification-templates/award-paid/versions/99/preview").then().spec(problem(404, "not-found"));
        byTeam().get("/v1/notification-templates/unknown").then().spec(problem(404, "not-found"));
    }

    @Test
    void theApplicationRoleCannotAlterAVersion() {
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> Given.update("update notification_template_version set body = 'other'"))).hasMessageContaining("permission denied");
    }

    // ---- opting out

    @Test
    void theSchoolOptsOutOfWhatIsOptionalForOneOfItsPeople() {
        Applied applied = told("support.v1", "PlanOpened");
        Response before = as(head(applied.draft().urn())).get(preferences(applied));
        before.then().statusCode(200).body("contacts", hasSize(3)).body("contacts[0].roleTitle", equalTo("Deputy head 0")).body("mandatory", hasItem("GRANT"))
                .body("contacts[0].optedOut", empty());
        String body = "{\"contacts\":[{\"contactId\":\"%s\",\"optedOut\":[\"PROGRESS\",\"PROGRESS\"]}]}".formatted(before.<String>path("contacts[0].contactId"));
        Response after = as(head(applied.draft().urn())).header("If-Match", before.header("ETag")).body(body).put(preferences(applied));
        after.then().statusCode(200).body("contacts[0].optedOut", equalTo(List.of("PROGRESS"))).body("contacts[1].optedOut", empty());
        as(head(applied.draft().urn())).header("If-Match", before.header("ETag")).body(body).put(preferences(applied)).then().spec(problem(412, "stale"));
        sender.tick();
        assertThat(Mail.states(applied, 0)).containsExactlyInAnyOrder("SENT", "SUPPRESSED opted-out");
        assertThat(Mail.states(applied, 1)).containsExactly("SENT", "SENT");
        assertThat(Mail.subjects(applied.address(0))).containsExactly("We have received your application to Behaviour Hubs");
        as(head(applied.draft().urn())).header("If-Match", after.header("ETag")).body("{\"contacts\":[]}").put(preferences(applied)).then().statusCode(200)
                .body("contacts[0].optedOut", empty());
    }

    @Test
    void onePersonsOwnLinkHoldsWhereverTheirAddressIsNamedAndTheSchoolCannotTakeItBack() {
        Applied applied = told("support.v1", "PlanOpened");
        sender.tick();
        String link = "/v1/unsubscriptions/" + token(applied, 1);
        assertThat(Mail.bodies(applied.address(1)).get(1)).contains(link);
        given().get(link).then().statusCode(200).body("category", equalTo("PROGRESS")).body("optedOut", equalTo(false));
        given().accept("text/html").get(link).then().statusCode(200).body(containsString("<form method=\"post\">")).header("Content-Security-Policy", containsString("form-action 'self'"));
        assertThat(Mail.count("notification_opt_out where contact_id = '%s'".formatted(contact(applied, 1)))).as("reading changes nothing").isZero();

        given().contentType("application/x-www-form-urlencoded").body("List-Unsubscribe=One-Click").post(link).then().statusCode(200).body("optedOut", equalTo(true));
        given().post(link).then().statusCode(200).body("optedOut", equalTo(true));
        given().accept("text/html").contentType("application/x-www-form-urlencoded").post(link).then().statusCode(200).body(containsString("no more e-mail"));
        given().get(link).then().body("optedOut", equalTo(true));
        assertThat(Mail.count("journal where event_type = 'NotificationsUnsubscribed' and actor_id = 'anonymous' and aggregate_id = (select id::text from notified_application where application_id = '%s')"
                .formatted(applied.id()))).isEqualTo(1);

        Applied other = Mail.submitted();
        Mail.named(other.draft(), Mail.leaders(applied.domain(), 0, 1, 2));
        says("support.v1", other, "PlanOpened", Mail.planEvent(other, "ACTIVE"));
        awaitNotifications(other, 3);
        sender.tick();
        assertThat(Mail.states(other, 1)).containsExactly("SUPPRESSED opted-out");
        assertThat(Mail.states(other, 0)).containsExactly("SENT");

        Response seen = as(head(applied.draft().urn())).get(preferences(applied));
        as(head(applied.draft().urn())).header("If-Match", seen.header("ETag")).body("{\"contacts\":[]}").put(preferences(applied)).then().statusCode(200)
                .body("contacts[1].optedOutByPerson", equalTo(List.of("PROGRESS")));
    }

    @Test
    void whatTheSchoolNeedsToKnowHasNoWayOut() {
        Applied applied = told("grants.v1", "AwardPaid");
        sender.tick();
        assertThat(Mail.count("recorded_email where address = '%s' and unsubscribe_url is not null".formatted(applied.address(0)))).isZero();
        String contact = contact(applied, 0);
        as(head(applied.draft().urn())).header("If-Match", as(head(applied.draft().urn())).get(preferences(applied)).header("ETag"))
                .body("{\"contacts\":[{\"contactId\":\"%s\",\"optedOut\":[\"GRANT\"]}]}".formatted(contact)).put(preferences(applied)).then()
                .spec(problem(422, "category-mandatory")).body("errors[0].pointer", equalTo("/contacts/0/optedOut/0"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"contacts":[{"contactId":"0199f0c8-0000-7000-8000-000000000001","optedOut":["PROGRESS"]}]} | 422 | contact-unknown
            {"contacts":[{"contactId":"no","optedOut":[]}]}                                             | 400 | wrong-type
            {"contacts":[{"contactId":"0199f0c8-0000-7000-8000-000000000001","optedOut":["NEWS"]}]}     | 400 | wrong-type
            {"contacts":[{"optedOut":[]}]}                                                              | 400 | invalid
            {"contacts":[null]}                                                                         | 400 | invalid
            {}                                                                                          | 400 | invalid
            {"contacts":[],"all":true}                                                                  | 400 | unknown-field
            {"contacts":                                                                                | 400 | malformed-json
            """)
    void badPreferencesAreRefused(String body, int status, String code) {
        Applied applied = told("grants.v1", "AwardPaid");
        String etag = as(head(applied.draft().urn())).get(preferences(applied)).header("ETag");
        as(head(applied.draft().urn())).header("If-Match", etag).body(body).put(preferences(applied)).then().spec(problem(status, code));
    }

    @Test
    void preferencesAreTheApplicantsOwnBusiness() {
        Applied applied = told("grants.v1", "AwardPaid");
        as(head("890001")).get(preferences(applied)).then().spec(problem(404, "not-found"));
        as(head("890001")).header("If-Match", "\"0\"").body("{\"contacts\":[]}").put(preferences(applied)).then().spec(problem(404, "not-found"));
        as(Tokens.person("t").role(Roles.TRUST).organisation("uid:999")).get(preferences(applied)).then().spec(problem(404, "not-found"));
        as(head(applied.draft().urn())).get("/v1/notification-preferences/" + UUID.randomUUID()).then().spec(problem(404, "not-found"));
        as(head(applied.draft().urn())).body("{\"contacts\":[]}").put(preferences(applied)).then().spec(problem(428, "if-match-required"));
        byTeam().get(preferences(applied)).then().statusCode(200);
        byTeam().header("If-Match", "\"0\"").body("{\"contacts\":[]}").put(preferences(applied)).then().spec(problem(403, "forbidden"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA!", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void aLinkHasAForm(String token) {
        given().post("/v1/unsubscriptions/" + token).then().spec(problem(400, "invalid"));
    }

    @Test
    void aLinkThatNobodyGaveIsNotThere() {
        given().post("/v1/unsubscriptions/" + "A".repeat(43)).then().spec(problem(404, "not-found"));
        given().get("/v1/unsubscriptions/" + "A".repeat(43)).then().spec(problem(404, "not-found"));
    }

    // ---- what was sent

    @Test
    void whatWasSentIsListedByPositionAndNeverByName() {
        Applied applied = told("grants.v1", "AwardPaid");
        sender.tick();
        Response list = as(Tokens.person("aud").role(Roles.AUDITOR)).queryParam("applicationId", applied.id()).queryParam("template", "award-paid").get("/v1/notifications");
        list.then().statusCode(200).body("items", hasSize(3)).body("items.state", equalTo(List.of("SENT", "SENT", "SENT"))).body("items[2].recipient.position", equalTo(2))
                .body("items[2].recipient.roleTitle", equalTo("Deputy head 2")).body("items[0].templateVersion", equalTo(1)).body("items[0].provider", equalTo("recording"))
                .body("items[0].occurredAt", not(nullValue()));
        assertThat(list.asString()).doesNotContain(applied.domain()).doesNotContain("Leader 0");
        String id = list.path("items[0].id");
        as(Tokens.person("aud").role(Roles.AUDITOR)).get("/v1/notifications/" + id).then().statusCode(200).body("actions", empty());
        byTeam().get("/v1/notifications/" + id).then().statusCode(200).body("actions[0].name", equalTo("resend")).body("actions[0].allowed", equalTo(true));
        byTeam().get("/v1/notifications/" + id + "/history").then().statusCode(200).body("type", equalTo(List.of("NotificationQueued", "NotificationSent")));
        byTeam().queryParam("applicationId", applied.id()).queryParam("state", "QUEUED").get("/v1/notifications").then().body("items", empty());
        byTeam().queryParam("state", "LOST").get("/v1/notifications").then().statusCode(400);
        byTeam().get("/v1/notifications/" + UUID.randomUUID()).then().spec(problem(404, "not-found"));
    }

    @Test
    void whatIsUnderWayIsNotSentAgainAndARepeatOfTheRequestQueuesOnlyOne() {
        Applied applied = told("grants.v1", "AwardPaid");
        String id = Mail.notification(applied, "award-paid", 0);
        byTeam().body("{\"reasonCode\":\"NOT_RECEIVED\"}").post("/v1/notifications/" + id + "/resend").then().spec(problem(409, "notification-under-way"));
        sender.tick();
        String key = UUID.randomUUID().toString();
        for (int i = 0; i < 2; i++) {
            given().auth().oauth2(team("mail-team").token()).contentType("application/json").header("Idempotency-Key", key).body("{\"reasonCode\":\"NOT_RECEIVED\"}")
                    .post("/v1/notifications/" + id + "/resend").then().statusCode(201).body("state", equalTo("QUEUED")).body("resendOf", equalTo(id));
        }
        sender.tick();
        assertThat(Mail.subjects(applied.address(0))).filteredOn(subject -> subject.startsWith("A grant of")).hasSize(2);
        byTeam().body("{\"reasonCode\":\"BORED\"}").post("/v1/notifications/" + id + "/resend").then().spec(problem(400, "wrong-type"));
        byTeam().body("{}").post("/v1/notifications/" + id + "/resend").then().spec(problem(400, "invalid"));
        byTeam().body("{\"reasonCode\":\"NOT_RECEIVED\"}").post("/v1/notifications/" + UUID.randomUUID() + "/resend").then().spec(problem(404, "not-found"));
    }

    @Test
    void recordedEmailIsForTheTeamAndThatItWasReadIsRecorded() {
        Applied applied = told("grants.v1", "AwardPaid");
        sender.tick();
        int before = Mail.count("journal where event_type = 'RecordedEmailsRead'");
        byTeam().queryParam("notificationId", Mail.notification(applied, "award-paid", 1)).get("/v1/recorded-emails").then().statusCode(200)
                .body("items", hasSize(1)).body("items[0].address", equalTo(applied.address(1)));
        assertThat(Mail.count("journal where event_type = 'RecordedEmailsRead'")).isEqualTo(before + 1);
    }

    @ParameterizedTest
    @CsvSource({"school", "trust", "local-authority", "dfe", "finance-preparer", "data-collector", "operator"})
    void othersSeeNothingOfIt(String role) {
        Tokens other = Tokens.person("x").role(role);
        as(other).get("/v1/notifications").then().spec(problem(403, "forbidden"));
        as(other).get("/v1/recorded-emails").then().spec(problem(403, "forbidden"));
        as(other).body("{\"reasonCode\":\"NOT_RECEIVED\"}").post("/v1/notifications/" + UUID.randomUUID() + "/resend").then().spec(problem(403, "forbidden"));
        as(other).header("If-Match", "\"0\"").body("{\"subject\":\"x\",\"body\":\"y\"}").post("/v1/notification-templates/award-paid/versions").then().spec(problem(403, "forbidden"));
        as(other).body("{\"email\":\"a@school.example\"}").post("/v1/contacts/searches").then().spec(problem(403, "forbidden"));
        given().get("/v1/notifications").then().spec(problem(401, "unauthenticated"));
    }

    @Test
    void theGaugesAreThere() {
        org.awaitility.Awaitility.await().atMost(java.time.Duration.ofSeconds(30)).untilAsserted(() -> assertThat(given().get("/q/metrics").asString())
                .contains("schoolhubs_notifications_waiting").contains("schoolhubs_notifications_oldest_seconds").contains("schoolhubs_notifications_failed"));
    }
}
