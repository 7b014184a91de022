package org.schoolhubs.hubs.memberships;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;
import static org.schoolhubs.hubs.World.accepted;
import static org.schoolhubs.hubs.World.act;
import static org.schoolhubs.hubs.World.active;
import static org.schoolhubs.hubs.World.confirmed;
import static org.schoolhubs.hubs.World.knownSchool;
import static org.schoolhubs.hubs.World.newProgramme;
import static org.schoolhubs.hubs.World.newUrn;
import static org.schoolhubs.hubs.World.openHub;
import static org.schoolhubs.hubs.World.proposed;
import static org.schoolhubs.hubs.World.role;
import static org.schoolhubs.hubs.World.school;
import static org.schoolhubs.hubs.World.sendWithdrawn;
import static org.schoolhubs.hubs.World.team;
import static org.schoolhubs.hubs.World.trust;
import static org.schoolhubs.testkit.ProblemMatcher.problem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.schoolhubs.hubs.World;
import org.schoolhubs.hubs.World.Applicant;
import org.schoolhubs.kernel.Roles;
import org.schoolhubs.testkit.SharedInfrastructure;
import org.schoolhubs.testkit.Tokens;

@QuarkusTest
@QuarkusTestResource(SharedInfrastructure.class)
class VisibilityTest {
    private String lead;
    private String hub;
    private Applicant applicant;

    @BeforeEach
    void aHubAndAWaitingSchoolOfATrust() {
        String programme = newProgramme();
        lead = knownSchool(530_000, 184_000);
        hub = openHub(programme, lead, 2);
        applicant = accepted(programme, newUrn(), "7331", "H", 528_000, 184_000);
    }

    private String journey() {
        return "/v1/journeys/" + applicant.applicationId() + "/membership";
    }

    @Test
    void theSchoolItsTrustTheLeadAndThoseWhoWatchSeeAMembershipAndNobodyElse() {
        String membership = proposed(applicant);
        String path = "/v1/memberships/" + membership;
        for (var caller : List.of(school(applicant.urn()), trust("7331"), school(lead), team(), role(Roles.DFE), role(Roles.AUDITOR))) {
            caller.get(path).then().statusCode(200).header("ETag", equalTo("\"0\"")).body("hubId", equalTo(hub));
        }
        for (var caller : List.of(school(newUrn()), trust("1"), World.as(Tokens.person("x").role(Roles.TRUST).organisation("urn:" + applicant.urn())),
                World.as(Tokens.person("y").role(Roles.SCHOOL).organisation("uid:7331")))) {
            caller.get(path).then().spec(problem(404, "not-found"));
            caller.get(path + "/history").then().spec(problem(404, "not-found"));
        }
        role(Roles.OPERATOR).get(path).then().spec(problem(403, "forbidden"));
        World.anonymous().get(path).then().spec(problem(401, "unauthenticated"));
    }

    @Test
    void theListHoldsWhatTheCallerMaySee() {
        String membership = proposed(applicant);
        school(applicant.urn()).get("/v1/memberships").then().statusCode(200).body("items.id", contains(membership)).body("items[0].actions", nullValue())
                .body("items[0].explanation", nullValue());
        school(lead).get("/v1/memberships").then().body("items.id", contains(membership));
        trust("7331").queryParam("urn", applicant.urn()).get("/v1/memberships").then().body("items.id", contains(membership));
        school(newUrn()).get("/v1/memberships").then().body("items", empty());
        team().queryParam("hubId", hub).queryParam("state", "PROPOSED").queryParam("urn", applicant.urn()).queryParam("applicationId", applicant.applicationId())
                .get("/v1/memberships").then().body("items.id", contains(membership));
        team().queryParam("hubId", hub).queryParam("state", "ACTIVE").get("/v1/memberships").then().body("items", empty());
    }

    @Test
    void eachCallerIsOfferedItsOwnActions() {
        String path = "/v1/memberships/" + confirmed(applicant);
        team().get(path).then().body("actions.name", contains("confirmation", "withdrawal")).body("actions.allowed", contains(false, true));
        school(lead).get(path).then().body("actions.name", contains("lead-acceptance", "lead-refusal")).body("actions.allowed", contains(true, true))
                .body("actions[0].href", equalTo(path + "/lead-acceptance"));
        school(applicant.urn()).get(path).then().body("actions.name", contains("withdrawal"));
        role(Roles.AUDITOR).get(path).then().body("actions", empty());
    }

    @Test
    void theJourneyTellsFromThePoolToTheEndWhatHappenedAndWhatIsNext() {
        school(applicant.urn()).get(journey()).then().statusCode(200).body("part", equalTo("membership")).body("id", nullValue()).body("state", equalTo("WAITING"))
                .body("happened.type", contains("SchoolPooled")).body("happened[0].actor.id", equalTo("system:hubs-service")).body("next.step", contains("placement"))
                .body("next[0].role", equalTo(Roles.PROGRAMME_TEAM)).body("next[0].dueOn", equalTo("2025-11-21"));
        String membership = proposed(applicant);
        team().get(journey()).then().body("state", equalTo("PROPOSED")).body("id", equalTo(membership)).body("next.step", contains("confirmation"));
        act("/v1/memberships/" + membership, "confirmation", team(), null);
        school(lead).get(journey()).then().body("state", equalTo("CONFIRMED")).body("next.step", contains("lead-acceptance"));
        act("/v1/memberships/" + membership, "lead-acceptance", school(lead), null);
        trust("7331").get(journey()).then().body("state", equalTo("ACTIVE")).body("next", empty())
                .body("happened.type", contains("SchoolPooled", "SchoolPlaced", "MembershipProposed", "MembershipConfirmed", "MembershipActivated"));
    }

    @Test
    void aLeadThatRefusedIsNotShownHowTheSchoolGoesOn() {
        String membership = confirmed(applicant);
        act("/v1/memberships/" + membership, "lead-refusal", school(lead), "{\"reasonCode\": \"TOO_FAR\"}");
        school(lead).get(journey()).then().spec(problem(404, "not-found"));
        school(applicant.urn()).get(journey()).then().body("state", equalTo("WAITING")).body("next.step", contains("placement"))
                .body("happened.type", hasItems("MembershipRefused", "SchoolReturnedToPool"));
    }

    @Test
    void aJourneyIsForThoseWhoMaySeeIt() {
        active(applicant, lead);
        for (var caller : List.of(school(newUrn()), trust("1"))) {
            caller.get(journey()).then().spec(problem(404, "not-found"));
        }
        team().get("/v1/journeys/0199f0c8-0000-7000-8000-00000000dead/membership").then().spec(problem(404, "not-found"));
        role(Roles.OPERATOR).get(journey()).then().spec(problem(403, "forbidden"));
    }

    @Test
    void aSchoolThatLeftThePoolWithoutAMembershipHasAJourneyThatEnded() {
        sendWithdrawn(applicant.applicationId(), LocalDate.of(2025, 11, 1));
        World.awaitPool(applicant.applicationId(), "LEFT");
        school(applicant.urn()).get(journey()).then().body("state", equalTo("LEFT")).body("next", empty());
    }
}
