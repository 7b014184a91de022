package org.schoolhubs.hubs.memberships;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.schoolhubs.hubs.World.SOON;
import static org.schoolhubs.hubs.World.accepted;
import static org.schoolhubs.hubs.World.active;
import static org.schoolhubs.hubs.World.awaitPool;
import static org.schoolhubs.hubs.World.awaitState;
import static org.schoolhubs.hubs.World.knownSchool;
import static org.schoolhubs.hubs.World.newProgramme;
import static org.schoolhubs.hubs.World.newUrn;
import static org.schoolhubs.hubs.World.openHub;
import static org.schoolhubs.hubs.World.sendPassedOn;
import static org.schoolhubs.hubs.World.sendWithdrawn;
import static org.schoolhubs.hubs.World.strings;
import static org.schoolhubs.hubs.World.team;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.schoolhubs.hubs.World.Applicant;
import org.schoolhubs.testkit.Facts;
import org.schoolhubs.testkit.SharedInfrastructure;

/** A school that was followed by another leaves it its place in the pool and in the hub. */
@QuarkusTest
@QuarkusTestResource(SharedInfrastructure.class)
class SuccessionTest {
    private final String programme = newProgramme();

    private static void applied(UUID event) {
        await().atMost(SOON).untilAsserted(() -> assertThat(strings("select event_id from inbox where event_id = '%s'".formatted(event))).hasSize(1));
    }

    @Test
    void aWaitingSchoolWaitsOnAsItsSuccessorWithTheSuccessorsFacts() {
        Applicant applicant = accepted(programme, 528_000, 184_000);
        String successor = newUrn();
        applied(sendPassedOn(applicant, successor));
        team().queryParam("programme", programme).get("/v1/pool").then().body("items[0].state", equalTo("WAITING")).body("items[0].school.urn", equalTo(successor))
                .body("items[0].school.laCode", equalTo("203")).body("items[0].school.easting", equalTo(530_001)).body("items[0].school.trustUid", equalTo("2854"));
    }

    @Test
    void aLiveMembershipGoesOnWithTheSuccessorAndTheOtherServicesAreTold() {
        String lead = knownSchool(530_000, 184_000);
        openHub(programme, lead, 2);
        Applicant applicant = accepted(programme, 528_000, 184_000);
        String membership = active(applicant, lead);
        String successor = newUrn();
        applied(sendPassedOn(applicant, successor));
        team().get("/v1/memberships/" + membership).then().body("state", equalTo("ACTIVE"));
        assertThat(strings("select urn || ' ' || school_name from membership where id = '" + membership + "'")).containsExactly(successor + " Successor");
        assertThat(Facts.published("hubs.v1", applicant.applicationId())).last().satisfies(fact -> {
            assertThat(fact.type()).isEqualTo("MembershipPassedToSuccessor");
            assertThat(fact.payload()).contains("\"urn\": \"" + successor, "\"state\": \"ACTIVE\"");
        });
    }

    @Test
    void whatHasEndedStaysItsSchools() {
        String lead = knownSchool(530_000, 184_000);
        openHub(programme, lead, 2);
        Applicant applicant = accepted(programme, 528_000, 184_000);
        String membership = active(applicant, lead);
        sendWithdrawn(applicant.applicationId(), LocalDate.of(2026, 3, 31));
        awaitState(membership, "WITHDRAWN");
        awaitPool(applicant.applicationId(), "LEFT");
        applied(sendPassedOn(applicant, newUrn()));
        assertThat(strings("select urn from membership where id = '" + membership + "'")).containsExactly(applicant.urn());
        assertThat(strings("select urn from pool_entry where application_id = '" + applicant.applicationId() + "'")).containsExactly(applicant.urn());
    }
}
