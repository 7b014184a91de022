package org.schoolhubs.hubs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.schoolhubs.hubs.World.SOON;
import static org.schoolhubs.hubs.World.accepted;
import static org.schoolhubs.hubs.World.act;
import static org.schoolhubs.hubs.World.active;
import static org.schoolhubs.hubs.World.awaitState;
import static org.schoolhubs.hubs.World.closed;
import static org.schoolhubs.hubs.World.confirmed;
import static org.schoolhubs.hubs.World.knownSchool;
import static org.schoolhubs.hubs.World.newProgramme;
import static org.schoolhubs.hubs.World.openHub;
import static org.schoolhubs.hubs.World.proposed;
import static org.schoolhubs.hubs.World.school;
import static org.schoolhubs.hubs.World.newUrn;
import static org.schoolhubs.hubs.World.sendPassedOn;
import static org.schoolhubs.hubs.World.sendPlanCompleted;
import static org.schoolhubs.hubs.World.sendWithdrawn;
import static org.schoolhubs.hubs.World.strings;
import static org.schoolhubs.hubs.World.team;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.schoolhubs.hubs.World.Applicant;
import org.schoolhubs.testkit.EventSchemas;
import org.schoolhubs.testkit.Facts;
import org.schoolhubs.testkit.OpenApiSnapshot;
import org.schoolhubs.testkit.SharedInfrastructure;

/** What is published keeps to contracts/: the OpenAPI document, and each event to its schema. */
@QuarkusTest
@QuarkusTestResource(SharedInfrastructure.class)
class ContractTest {
    private static final EventSchemas SCHEMAS = EventSchemas.of("hubs");

    static List<String> events() {
        return SCHEMAS.events();
    }

    @Test
    void theOpenApiDocumentIsTheSnapshot() {
        OpenApiSnapshot.check("hubs");
    }

    @ParameterizedTest
    @MethodSource("events")
    void theGoldenExampleKeepsToItsSchema(String event) {
        assertThat(SCHEMAS.violations(event, SCHEMAS.example(event))).isEmpty();
    }

    @Test
    void everyEventThatIsPublishedKeepsToItsSchema() {
        String programme = newProgramme();
        String lead = knownSchool(530_000, 184_000);
        String hub = openHub(programme, lead, 5);
        Applicant staying = accepted(programme, 528_000, 184_000);
        String proposed = proposed(staying);
        Applicant refused = accepted(programme, 528_000, 184_000);
        act("/v1/memberships/" + confirmed(refused), "lead-refusal", school(lead), "{\"reasonCode\": \"TOO_FAR\"}");
        Applicant withdrawn = accepted(programme, 528_000, 184_000);
        String ended = active(withdrawn, lead);
        sendWithdrawn(withdrawn.applicationId(), LocalDate.of(2026, 3, 31));
        awaitState(ended, "WITHDRAWN");
        Applicant finisher = accepted(programme, 528_000, 184_000);
        String membership = active(finisher, lead);
        sendPassedOn(finisher, newUrn());
        sendPlanCompleted(finisher, membership, LocalDate.of(2026, 11, 20));
        awaitState(membership, "COMPLETED");
        closed(lead, knownSchool(530_000, 184_000));
        await().atMost(SOON).until(() -> strings("select lead_urn from hub where id = '%s' and lead_urn <> '%s'".formatted(hub, lead)).size() == 1);
        sendWithdrawn(staying.applicationId(), LocalDate.of(2026, 3, 31));
        awaitState(proposed, "WITHDRAWN");
        act("/v1/hubs/" + hub, "closure", team(), "{\"reasonCode\": \"OTHER\"}");

        var types = new TreeSet<String>();
        for (String key : List.of(hub, staying.applicationId(), refused.applicationId(), withdrawn.applicationId(), finisher.applicationId())) {
            for (var fact : Facts.published("hubs.v1", key)) {
                types.add(fact.type());
                assertThat(SCHEMAS.violations(fact.type(), fact.payload())).as(fact.type() + " " + fact.payload()).isEmpty();
            }
        }
        assertThat(types).containsExactlyElementsOf(SCHEMAS.events());
    }
}
