package org.schoolhubs.hubs.leads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.schoolhubs.hubs.World.SOON;
import static org.schoolhubs.hubs.World.knownSchool;
import static org.schoolhubs.hubs.World.newUrn;
import static org.schoolhubs.hubs.World.registerSays;
import static org.schoolhubs.hubs.World.strings;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.schoolhubs.testkit.Facts;
import org.schoolhubs.testkit.SharedInfrastructure;

@QuarkusTest
@QuarkusTestResource(SharedInfrastructure.class)
class LeadConsumerTest {
    @Inject
    LeadService leads;

    @Test
    void aSchoolIsKeptAsTheRegisterLastDescribedIt() {
        String urn = knownSchool(newUrn(), "OPEN", null, "H", 528_159, 184_498);
        registerSays(urn, "New Name", "CLOSED", "2854", null, null, null);
        await().atMost(SOON).untilAsserted(() -> assertThat(leads.find(urn))
                .contains(new Lead(urn, "New Name", false, Phase.SECONDARY, Provision.MAINSTREAM, null, "2854", null)));
    }

    @Test
    void halfACoordinateIsNone() {
        String urn = knownSchool(newUrn(), "OPEN", null, "H", 528_159, null);
        assertThat(leads.find(urn).orElseThrow().place()).isNull();
    }

    @Test
    void aDescriptionThatCannotBeUnderstoodGoesToTheDeadLetters() {
        String urn = newUrn();
        Facts.send("schools.v1", urn, "SchoolUpdated", "{\"urn\": \"%s\", \"name\": \"X\", \"status\": \"OPEN\", \"phase\": \"KINDERGARTEN\", \"provision\": \"MAINSTREAM\"}".formatted(urn));
        await().atMost(SOON).untilAsserted(() ->
                assertThat(strings("select state from dead_letter where consumer = 'leads' and event_key = '" + urn + "'")).containsExactly("DEAD"));
        assertThat(leads.find(urn)).isEmpty();
    }
}
