package org.schoolhubs.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.schoolhubs.local.Service;
import org.schoolhubs.local.tour.Answer;
import org.schoolhubs.local.tour.Journey;

class LateCommitIT {
    private final RunningSystem system = RunningSystem.get();

    @Test
    void aTransactionThatCommitsAfterTheReaderLookedIsReadNextTime() throws Exception {
        Journey late = begun();
        Journey meanwhile = begun();
        String before = read("2020-01-01T00:00:00Z").body().path("watermark").asText();
        try (Connection held = system.connect(Service.APPLICATIONS)) {
            held.setAutoCommit(false);
            held.createStatement().execute("update application set version = version where id = '" + late.application() + "'");
            system.api.put(system.people.school(meanwhile.urn()), "/v1/applications/" + meanwhile.application(), "/v1/applications/" + meanwhile.application() + "/answers",
                    "{\"motivation\": \"Changed while another transaction was open.\"}").orThrow("Saving");

            Answer whileHeld = read(before);
            held.commit();

            List<String> seen = ids(whileHeld);
            seen.addAll(ids(read(whileHeld.body().path("watermark").asText())));
            assertThat(seen).contains(late.application(), meanwhile.application());
            assertThat(ids(whileHeld)).doesNotContain(late.application());
        }
    }

    private Journey begun() {
        String urn = system.nextSchool();
        Journey journey = new Journey(system.api, system.people, urn, system.cohort, line -> { });
        journey.begin();
        return journey;
    }

    private Answer read(String since) {
        return system.api.get(system.people.programmeTeam(), "/v1/applications?limit=500&updatedSince=" + since).orThrow("Reading changes");
    }

    private static List<String> ids(Answer page) {
        List<String> ids = new ArrayList<>();
        for (JsonNode item : page.body().path("items")) {
            ids.add(item.path("id").asText());
        }
        return ids;
    }
}
