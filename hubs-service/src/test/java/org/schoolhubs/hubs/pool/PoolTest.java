package org.schoolhubs.hubs.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.schoolhubs.hubs.World.SOON;
import static org.schoolhubs.hubs.World.accepted;
import static org.schoolhubs.hubs.World.anonymous;
import static org.schoolhubs.hubs.World.awaitPool;
import static org.schoolhubs.hubs.World.knownSchool;
import static org.schoolhubs.hubs.World.newProgramme;
import static org.schoolhubs.hubs.World.newUrn;
import static org.schoolhubs.hubs.World.openHub;
import static org.schoolhubs.hubs.World.proposed;
import static org.schoolhubs.hubs.World.role;
import static org.schoolhubs.hubs.World.sendAccepted;
import static org.schoolhubs.hubs.World.sendWithdrawn;
import static org.schoolhubs.hubs.World.strings;
import static org.schoolhubs.hubs.World.team;
import static org.schoolhubs.testkit.ProblemMatcher.problem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.schoolhubs.hubs.World.Applicant;
import org.schoolhubs.kernel.Roles;
import org.schoolhubs.testkit.Facts;
import org.schoolhubs.testkit.SharedInfrastructure;

@QuarkusTest
@QuarkusTestResource(SharedInfrastructure.class)
class PoolTest {
    private final String programme = newProgramme();

    @Test
    void anAcceptedSchoolWaitsWithTheFactsItWasAcceptedOn() {
        Applicant applicant = accepted(programme, newUrn(), "2854", "H", 528_159, 184_498);
        for (String role : List.of(Roles.PROGRAMME_TEAM, Roles.DFE, Roles.AUDITOR)) {
            role(role).queryParam("programme", programme).get("/v1/pool").then().statusCode(200).body("items", hasSize(1))
                    .body("items[0].applicationId", equalTo(applicant.applicationId())).body("items[0].state", equalTo("WAITING"))
                    .body("items[0].school.urn", equalTo(applicant.urn())).body("items[0].school.trustUid", equalTo("2854"))
                    .body("items[0].school.easting", equalTo(528_159)).body("items[0].school.phase", equalTo("SECONDARY"))
                    .body("items[0].acceptedOn", equalTo("2025-10-20")).body("items[0].submittedAt", equalTo("2025-10-01T09:00:00Z"))
                    .body("items[0].selectionRank", nullValue()).body("next", nullValue());
        }
    }

    @Test
    void anApplicationEntersThePoolOnceHoweverOftenItIsAccepted() {
        Applicant applicant = accepted(programme, 1, 1);
        sendAccepted(applicant, "PARTNER_SCHOOL", programme, null, "H", 2, 2);
        Applicant after = new Applicant(applicant.applicationId(), newUrn());
        sendWithdrawn(after.applicationId(), LocalDate.of(2025, 11, 1));
        awaitPool(applicant.applicationId(), "LEFT");
        assertThat(strings("select easting from pool_entry where application_id = '" + applicant.applicationId() + "'")).containsExactly("1");
    }

    @Test
    void anAmendedAcceptanceFreesThePlaceAndALaterOneEntersThePoolAgain() {
        String hub = openHub(programme, knownSchool(1_000, 1_000), 1);
        Applicant applicant = accepted(programme, 1, 1);
        String membership = proposed(applicant);
        sendAmended(applicant, "ACCEPT");
        awaitPool(applicant.applicationId(), "LEFT");
        team().get("/v1/memberships/" + membership).then().body("state", equalTo("WITHDRAWN")).body("reasonCode", equalTo("ACCEPTANCE_AMENDED"));
        assertThat(Facts.types("hubs.v1", applicant.applicationId())).containsExactly("MembershipProposed", "MembershipWithdrawn");

        sendAccepted(applicant, "PARTNER_SCHOOL", programme, null, "H", 2, 2);
        awaitPool(applicant.applicationId(), "WAITING");
        assertThat(strings("select easting from pool_entry where application_id = '" + applicant.applicationId() + "'")).containsExactly("2");
        String again = proposed(applicant);
        assertThat(again).isNotEqualTo(membership);
        team().get("/v1/memberships/" + again).then().body("hubId", equalTo(hub));
    }

    @Test
    void anAmendedRefusalConcernsNobodyHere() {
        Applicant applicant = accepted(programme, 1, 1);
        sendAmended(applicant, "DECLINE");
        // A later event of the same key: once it is settled, the amendment is.
        Facts.send("applications.v1", applicant.applicationId(), "ApplicationWithdrawn",
                "{\"applicationId\": \"%s\", \"effectiveOn\": \"2026-01-01\", \"reasonCode\": \"later\"}".formatted(applicant.applicationId()));
        awaitPool(applicant.applicationId(), "LEFT");
        assertThat(strings("select reason_code from journal where event_type = 'SchoolLeftPool' and aggregate_id = (select id::text from pool_entry where application_id = '%s')"
                .formatted(applicant.applicationId()))).containsExactly("later");
    }

    private static void sendAmended(Applicant applicant, String formerOutcome) {
        Facts.send("applications.v1", applicant.applicationId(), "DecisionAmended", """
                {"applicationId": "%s", "formerOutcome": "%s", "state": "SUBMITTED", "effectiveOn": "%s", "reasonCodes": ["FACTS_CORRECTED"]}"""
                .formatted(applicant.applicationId(), formerOutcome, LocalDate.now()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PARTNER_TRUST", "SOME_LATER_KIND"})
    void onlySchoolsThatWantToBePartnersArePooled(String kind) {
        Applicant other = new Applicant(UUID.randomUUID().toString(), newUrn());
        sendAccepted(other, kind, programme, null, "H", 1, 1);
        // A second event of the same key: once it is settled, the first one is.
        sendAccepted(other, "PARTNER_SCHOOL", newProgramme(), null, "H", 1, 1);
        awaitPool(other.applicationId(), "WAITING");
        team().queryParam("programme", programme).get("/v1/pool").then().body("items", hasSize(0));
    }

    @Test
    void aWithdrawalOfAnApplicationThatWasNeverAcceptedChangesNothing() {
        String application = UUID.randomUUID().toString();
        sendWithdrawn(application, LocalDate.of(2025, 11, 1));
        sendAccepted(new Applicant(application, newUrn()), "PARTNER_SCHOOL", programme, null, "H", 1, 1);
        awaitPool(application, "WAITING");
    }

    @Test
    void anAcceptanceWithoutASchoolGoesToTheDeadLettersAndTheWithdrawalBehindItWaits() {
        String application = UUID.randomUUID().toString();
        Facts.send("applications.v1", application, "ApplicationAccepted", "{\"applicationId\": \"%s\", \"kind\": \"PARTNER_SCHOOL\"}".formatted(application));
        sendWithdrawn(application, LocalDate.of(2025, 11, 1));
        await().atMost(SOON).untilAsserted(() ->
                assertThat(strings("select state from dead_letter where consumer = 'pool' and event_key = '" + application + "' order by record_offset"))
                        .containsExactly("DEAD", "PARKED"));
    }

    @Test
    void theListFiltersAndPages() {
        List<String> made = List.of(accepted(programme, 1, 1).applicationId(), accepted(programme, 1, 1).applicationId(), accepted(programme, 1, 1).applicationId());
        String next = team().queryParam("programme", programme).queryParam("limit", 2).get("/v1/pool").then()
                .body("items.applicationId", contains(made.get(0), made.get(1))).extract().path("next");
        team().queryParam("programme", programme).queryParam("limit", 2).queryParam("after", next).get("/v1/pool").then()
                .body("items.applicationId", contains(made.get(2))).body("next", nullValue());
        team().queryParam("programme", programme).queryParam("state", "PLACED").get("/v1/pool").then().body("items", hasSize(0));
        team().queryParam("applicationId", made.get(1)).get("/v1/pool").then().body("items.applicationId", contains(made.get(1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {Roles.SCHOOL, Roles.TRUST, Roles.LOCAL_AUTHORITY, Roles.OPERATOR, Roles.FINANCE_PREPARER})
    void thePoolIsForThoseWhoPlaceAndWatch(String role) {
        role(role).get("/v1/pool").then().spec(problem(403, "forbidden"));
    }

    @Test
    void withoutATokenThereIsNoPool() {
        anonymous().get("/v1/pool").then().spec(problem(401, "unauthenticated"));
    }
}
