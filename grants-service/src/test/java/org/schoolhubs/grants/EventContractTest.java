package org.schoolhubs.grants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.schoolhubs.grants.Scene.TODAY;
import static org.schoolhubs.grants.Scene.approver;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.schoolhubs.testkit.EventSchemas;
import org.schoolhubs.testkit.Facts;
import org.schoolhubs.testkit.SharedInfrastructure;

/** What is published keeps to contracts/events/grants. */
@QuarkusTest
@QuarkusTestResource(SharedInfrastructure.class)
class EventContractTest {
    private static final EventSchemas SCHEMAS = EventSchemas.of("grants");

    static List<String> events() {
        return SCHEMAS.events();
    }

    @ParameterizedTest
    @MethodSource("events")
    void theGoldenExampleKeepsToItsSchema(String event) {
        assertThat(SCHEMAS.violations(event, SCHEMAS.example(event))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("events")
    void aFieldThatIsMissingOrOfAnotherFormIsFound(String event) {
        String example = SCHEMAS.example(event);
        assertThat(SCHEMAS.violations(event, example.replace("\"pence\": 480000", "\"pence\": \"a lot\""))).singleElement().asString().contains("/amount/pence", "integer");
        assertThat(SCHEMAS.violations(event, example.replace("\"urn\"", "\"school\""))).hasSize(2).anyMatch(one -> one.contains("'urn' not found")).anyMatch(one -> one.contains("'school' is not defined"));
        assertThat(SCHEMAS.violations(event, example.replace("\"awardId\": \"", "\"awardId\": \"x"))).singleElement().asString().contains("/awardId", "uuid");
    }

    @Test
    void everyEventThatIsPublishedKeepsToItsSchema() {
        Scene scene = Scene.with(480_000L, 2 * 480_000L);
        Scene.School paid = scene.school().payable();
        Scene.School returned = scene.school().payable();
        Scene.School cancelled = scene.school().activated().becomes("WAITING_FOR_BUDGET").withdrawn(TODAY).becomes("CANCELLED");
        String run = scene.releasedRun();
        Scene.sendResults("penny", run, "endToEndId,status,reason\n%s,PAID,\n%s,RETURNED,AC04\n".formatted(paid.endToEndId(), returned.endToEndId())).then().statusCode(200);
        approver("april").header("If-Match", returned.etag()).post("/v1/awards/" + returned.awardId() + "/release").then().statusCode(200);

        var types = new TreeSet<String>();
        for (Scene.School school : List.of(paid, returned, cancelled)) {
            for (Facts.Published fact : Facts.published("grants.v1", school.application)) {
                types.add(fact.type());
                assertThat(SCHEMAS.violations(fact.type(), fact.payload())).as(fact.type() + " " + fact.payload()).isEmpty();
            }
        }
        assertThat(types).containsExactlyElementsOf(events());
    }
}
