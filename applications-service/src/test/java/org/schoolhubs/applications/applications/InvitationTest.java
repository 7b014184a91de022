package org.schoolhubs.applications.applications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.schoolhubs.applications.Given.as;
import static org.schoolhubs.applications.Given.head;
import static org.schoolhubs.applications.Given.team;
import static org.schoolhubs.testkit.ProblemMatcher.problem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.schoolhubs.applications.Given;
import org.schoolhubs.applications.Given.Draft;
import org.schoolhubs.applications.TestClock;
import org.schoolhubs.kernel.Roles;
import org.schoolhubs.testkit.Facts;
import org.schoolhubs.testkit.SharedInfrastructure;
import org.schoolhubs.testkit.Tokens;

/** The Department selects, the programme team invites, the school confirms, refuses, or lets the day pass. */
@QuarkusTest
@QuarkusTestResource(SharedInfrastructure.class)
class InvitationTest {
    private static final String PROGRAMME = "behaviour-and-attendance-hubs";
    private static final String CONFIRMATION = "{\"declaration\":{\"acceptedBy\":\"Headteacher\",\"confirmed\":true},"
            + "\"leaders\":[{\"name\":\"Leader\",\"email\":\"leader@school.example\",\"roleTitle\":\"Headteacher\"}]}";
    private static final String REFUSAL = "{\"reasonCode\":\"NO_CAPACITY_AT_SCHOOL\"}";
    private String cohort;

    @BeforeEach
    void openCohort() {
        cohort = Given.openCohort(PROGRAMME, "enhanced", "regional");
    }

    private static Response invite(String list) {
        return as(team("inviter")).body("{\"confirmBy\":\"%s\"}".formatted(LocalDate.now().plusDays(14))).post("/v1/selection-lists/" + list + "/invitations");
    }

    private Draft invited(String urn) {
        Response answer = invite(Given.selectionList(cohort, List.of(urn)));
        answer.then().statusCode(200);
        String id = answer.path("invited[0].applicationId");
        return new Draft(id, urn, cohort, as(head(urn)).get("/v1/applications/" + id).header("ETag"));
    }

    @Test
    void everySchoolOfTheListIsInvitedOnceAndSeesItsOwnInvitation() {
        List<String> urns = List.of(Given.eligibleSchool(), Given.eligibleSchool(), Given.eligibleSchool());
        Given.update("update school set status = 'CLOSED' where urn = '%s'".formatted(urns.get(1)));
        String list = Given.selectionList(cohort, urns);
        invite(list).then().statusCode(200).body("invited.urn", equalTo(List.of(urns.get(0), urns.get(2)))).body("notInvited.urn", equalTo(List.of(urns.get(1))))
                .body("notInvited.reasonCode", equalTo(List.of("school-not-open")));
        invite(list).then().statusCode(200).body("invited", hasSize(0)).body("notInvited.reasonCode", equalTo(List.of("already-invited", "school-not-open", "already-invited")));

        String id = as(head(urns.get(2))).queryParam("state", "INVITED").get("/v1/applications").then().body("items.kind", equalTo(List.of("INVITED_SCHOOL")))
                .extract().path("items[0].id");
        as(head(urns.get(2))).get("/v1/applications/" + id).then().statusCode(200).body("invitation.selectionRank", equalTo(3))
                .body("invitation.confirmBy", equalTo(LocalDate.now().plusDays(14).toString())).body("next[0].step", equalTo("confirmation"))
                .body("actions.find { it.name == 'confirmation' }.allowed", equalTo(true)).body("actions.find { it.name == 'refusal' }.allowed", equalTo(true));
        as(head(urns.get(0))).get("/v1/applications/" + id).then().spec(problem(404, "not-found"));
        assertThat(Facts.types("applications.v1", id)).containsExactly("SchoolInvited");
        assertThat(Facts.published("applications.v1", id).get(0).payload()).doesNotContain("High absence");
    }

    @Test
    void aNewerListInvitesOnlyThoseWhoWereNotAndOnlyTheCurrentOneInvites() {
        String first = Given.eligibleSchool();
        String second = Given.eligibleSchool();
        String old = Given.selectionList(cohort, List.of(first));
        invite(old).then().body("invited", hasSize(1));
        String current = Given.selectionList(cohort, List.of(second, first));
        invite(old).then().spec(problem(409, "selection-list-not-current"));
        invite(current).then().body("invited.urn", equalTo(List.of(second))).body("notInvited.urn", equalTo(List.of(first)));
    }

    @Test
    void twoWhoInviteAtOnceInviteEachSchoolOnce() throws Exception {
        List<String> urns = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            urns.add(Given.eligibleSchool());
        }
        String list = Given.selectionList(cohort, urns);
        ExecutorService pool = Executors.newFixedThreadPool(4);
        CyclicBarrier together = new CyclicBarrier(4);
        List<Future<Integer>> answers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            answers.add(pool.submit(() -> {
                together.await();
                return invite(list).then().statusCode(200).extract().<List<?>>path("invited").size();
            }));
        }
        int invited = 0;
        for (Future<Integer> answer : answers) {
            invited += answer.get();
        }
        pool.shutdown();
        assertThat(invited).isEqualTo(10);
        assertThat(Given.one("select count(*) from application where selection_list_id = '%s'".formatted(list))).isEqualTo("10");
    }

    @Test
    void whoTakesAnInvitationBackIsNotToldToApplyForWhatTheDepartmentSelectsFor() {
        Draft invited = invited(Given.eligibleSchool());
        as(head(invited.urn())).get(invited.path("/withdrawal")).then().statusCode(200).body("consequences.kind", equalTo(List.of("INVITATION_ENDS", "NOT_UNDONE")))
                .body("consequences[1].sentence", equalTo("It cannot be undone, and nobody can apply for this pathway: the Department selects for it."));
        invited.byHead().body(CONFIRMATION).post(invited.path("/confirmation")).then().statusCode(200);
        as(head(invited.urn())).get(invited.path("/withdrawal")).then().body("consequences.kind", equalTo(List.of("NO_DECISION", "SCHOOL_FREE", "LEADERS_ERASED", "NOT_UNDONE")))
                .body("consequences[3].sentence", containsString("the Department selects"));
    }

    @Test
    void aSchoolThatConfirmsGoesOnAsASubmittedOneAndItsRankGoesIntoTheAcceptance() {
        Draft invited = invited(Given.outstandingSchool());
        Draft confirmed = invited.seen(invited.byHead().body(CONFIRMATION).post(invited.path("/confirmation")));
        as(head(invited.urn())).get(confirmed.path("")).then().body("state", equalTo("SUBMITTED")).body("eligibility", equalTo("ELIGIBLE"));
        as(head(invited.urn())).get(confirmed.path("/leaders")).then().body("leaders", hasSize(1));
        var decided = confirmed.by(team("first")).body(Given.ACCEPT).post(confirmed.path("/decision"));
        decided.then().statusCode(200).body("state", equalTo("ACCEPTED"));
        List<Facts.Published> facts = Facts.published("applications.v1", invited.id());
        assertThat(facts).extracting(Facts.Published::type).containsExactly("SchoolInvited", "ApplicationSubmitted", "ApplicationAccepted");
        JsonPath told = JsonPath.from(facts.get(2).payload());
        assertThat(told.getString("kind")).isEqualTo("INVITED_SCHOOL");
        assertThat(told.getInt("selectionRank")).isEqualTo(1);
        assertThat(told.getString("partner.urn")).isEqualTo(invited.urn());
        confirmed.byHead().body(REFUSAL).post(confirmed.path("/refusal")).then().spec(problem(412, "stale"));
    }

    @Test
    void aSchoolThatRefusesSaysWhyAndIsNotAskedAgainByTheSameList() {
        String urn = Given.eligibleSchool();
        String list = Given.selectionList(cohort, List.of(urn));
        String id = invite(list).path("invited[0].applicationId");
        String etag = as(head(urn)).get("/v1/applications/" + id).header("ETag");
        Draft invited = new Draft(id, urn, cohort, etag);
        Draft refused = invited.seen(invited.byHead().body(REFUSAL).post(invited.path("/refusal")));
        as(head(urn)).get(refused.path("")).then().body("state", equalTo("REFUSED")).body("endReasonCode", equalTo("NO_CAPACITY_AT_SCHOOL"));
        refused.byHead().body(CONFIRMATION).post(refused.path("/confirmation")).then().spec(problem(409, "invitation-answered"));
        refused.byHead().body(REFUSAL).post(refused.path("/refusal")).then().spec(problem(409, "invitation-answered"));
        assertThat(Facts.types("applications.v1", id)).containsExactly("SchoolInvited", "InvitationRefused");
        invite(list).then().body("invited", hasSize(0));
        invite(Given.selectionList(cohort, List.of(urn))).then().body("invited.urn", equalTo(List.of(urn)));
    }

    @Test
    void anInvitationThatNobodyAnswersLapses() {
        Draft invited = invited(Given.eligibleSchool());
        TestClock.later(Duration.ofDays(16), () -> await().atMost(Duration.ofSeconds(20)).untilAsserted(() ->
                as(team("looker")).get(invited.path("")).then().body("state", equalTo("LAPSED")).body("endReasonCode", equalTo("NOT_CONFIRMED_IN_TIME"))));
        assertThat(Facts.types("applications.v1", invited.id())).containsExactly("SchoolInvited", "InvitationLapsed");
        as(head(invited.urn())).get(invited.path("/history")).then().body("find { it.type == 'InvitationLapsed' }.actor.id", equalTo("system:applications-service"));
    }

    @Test
    void theProgrammeTeamMayTakeAnInvitationBack() {
        Draft invited = invited(Given.eligibleSchool());
        invited.by(team("inviter")).body("{\"reasonCode\":\"MADE_BY_MISTAKE\"}").post(invited.path("/withdrawal")).then().statusCode(200).body("state", equalTo("WITHDRAWN"));
    }

    @Test
    void aSchoolThatTakesPartElsewhereCannotConfirm() {
        String urn = Given.eligibleSchool();
        Draft invited = invited(urn);
        Given.submitted(urn);
        invited.byHead().body(CONFIRMATION).post(invited.path("/confirmation")).then().spec(problem(409, "overlapping-application"))
                .body("errors.pointer", equalTo(List.of("/urn")));
        as(head(urn)).get(invited.path("")).then().body("state", equalTo("INVITED"));
        as(head(urn)).get(invited.path("/leaders")).then().body("leaders", hasSize(0));
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
            confirmation | {}                                                                        | 400 | invalid        | /declaration
            confirmation | {"declaration":{"acceptedBy":"H","confirmed":true},"leaders":[]}          | 400 | invalid        | /leaders
            confirmation | {"declaration":{"acceptedBy":"H","confirmed":false},"leaders":[{"name":"A","email":"a@school.example","roleTitle":"H"}]} | 400 | invalid | /declaration/confirmed
            confirmation | {"declaration":{"acceptedBy":"H","confirmed":true},"leaders":[{"name":"A","email":"nonsense","roleTitle":"H"}]} | 400 | invalid | /leaders/0/email
            confirmation | {"colour":1}                                                              | 400 | unknown-field  | /colour
            refusal      | {}                                                                        | 400 | invalid        | /reasonCode
            refusal      | {"reasonCode":"BORED"}                                                    | 400 | wrong-type     | /reasonCode
            """)
    void anAnswerThatIsNoneIsRefused(String act, String body, int status, String code, String pointer) {
        Draft invited = invited(Given.eligibleSchool());
        invited.byHead().body(body).post(invited.path("/" + act)).then().spec(problem(status, code)).body("errors.pointer", hasItem(pointer));
        as(head(invited.urn())).body(REFUSAL).post(invited.path("/refusal")).then().spec(problem(428, "if-match-required"));
        invited.by(head(Given.eligibleSchool())).body(REFUSAL).post(invited.path("/refusal")).then().spec(problem(404, "not-found"));
        as(head(invited.urn())).get(invited.path("")).then().body("state", equalTo("INVITED"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            {}                          | 400 | invalid
            {"confirmBy":"2020-01-01"}  | 422 | confirm-by-past
            {"confirmBy":"soon"}        | 400 | wrong-type
            {"confirmBy":"2099-01-01"   | 400 | malformed-json
            """)
    void invitationsNeedADayToCome(String body, int status, String code) {
        String list = Given.selectionList(cohort, List.of(Given.eligibleSchool()));
        as(team("inviter")).body(body).post("/v1/selection-lists/" + list + "/invitations").then().spec(problem(status, code));
        assertThat(Given.one("select count(*) from application where selection_list_id = '%s'".formatted(list))).isEqualTo("0");
    }

    @Test
    void anUnknownListInvitesNobody() {
        invite("0199f0c8-0000-7000-8000-000000000001").then().spec(problem(404, "not-found"));
        invite("nonsense").then().spec(problem(404, "not-found"));
    }

    @ParameterizedTest
    @ValueSource(strings = {Roles.SCHOOL, Roles.TRUST, Roles.LOCAL_AUTHORITY, Roles.AUDITOR, Roles.DATA_COLLECTOR, Roles.OPERATOR})
    void onlyTheTeamAndTheDepartmentInvite(String role) {
        as(Tokens.person("nobody").role(role)).body("{\"confirmBy\":\"2099-01-01\"}").post("/v1/selection-lists/0199f0c8-0000-7000-8000-000000000001/invitations")
                .then().spec(problem(403, "forbidden"));
    }
}
