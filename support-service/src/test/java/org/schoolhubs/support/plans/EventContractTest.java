package org.schoolhubs.support.plans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.schoolhubs.support.Scenario.team;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.schoolhubs.support.Scenario;
import org.schoolhubs.testkit.EventSchemas;
import org.schoolhubs.testkit.Facts;
import org.schoolhubs.testkit.SharedInfrastructure;

/** Every event of this service, as it is written, against its schema and beside its golden example. */
@QuarkusTest
@QuarkusTestResource(SharedInfrastructure.class)
class EventContractTest {
    private static final EventSchemas SCHEMAS = EventSchemas.of("support");

    @Test
    void everyEventThatAPlanCanHaveKeepsItsContract() {
        Scenario.nationalCalendars();
        var school = Scenario.withPlan();
        school.post(team(), "/pause", "{\"reasonCode\": \"INSPECTION\"}").then().statusCode(200);
        school.post(team(), "/resumption", "{\"reasonCode\": \"READY_TO_CONTINUE\"}").then().statusCode(200);
        school.settleAllMandatory("2026-01-19");
        school.post(team(), "/completion", "{\"completedOn\": \"2026-07-01\"}").then().statusCode(200);
        school.withdraw("2026-06-01");
        school.awaitState("STOPPED");

        var facts = Facts.published("support.v1", school.applicationId);
        assertThat(facts.stream().map(Facts.Published::type).distinct()).containsExactlyInAnyOrderElementsOf(SCHEMAS.events());
        for (var fact : facts) {
            assertThat(SCHEMAS.violations(fact.type(), fact.payload())).as(fact.type()).isEmpty();
            assertThat(SCHEMAS.violations(fact.type(), SCHEMAS.example(fact.type()))).as("example of %s", fact.type()).isEmpty();
        }
    }
}
