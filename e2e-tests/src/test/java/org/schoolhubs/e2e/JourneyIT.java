package org.schoolhubs.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.schoolhubs.local.tour.Answer;
import org.schoolhubs.local.tour.Finance;
import org.schoolhubs.local.tour.Journey;

class JourneyIT {
    private final RunningSystem system = RunningSystem.get();

    @Test
    void aSchoolGoesFromApplicationToPaidGrant() {
        List<String> told = new ArrayList<>();
        Journey journey = new Journey(system.api, system.people, system.nextSchool(), system.cohort, told::add);
        journey.apply();
        journey.accept();
        journey.place();
        journey.awaitPlanAndAward();
        journey.offerAndAcceptAward();
        journey.followPlan();
        journey.completePlan();
        new Finance(system.api, system.people, told::add).payWhatIsPayable();
        journey.awaitPaid();

        JsonNode view = journey.view().body();
        assertThat(view.path("state").asText()).isEqualTo("PAID");
        assertThat(view.path("missing")).isEmpty();
        assertThat(view.path("happened")).extracting(entry -> entry.path("type").asText())
                .containsSubsequence("ApplicationSubmitted", "ApplicationAccepted", "MembershipProposed", "MembershipConfirmed", "MembershipActivated", "PlanOpened",
                        "PlanCompleted", "AwardPayable", "AwardPaid");
        assertThat(told).anyMatch(line -> line.contains("refused: mandatory") || line.contains("refused:"));
        Answer award = system.api.get(system.people.auditor(), "/v1/awards/" + journey.award());
        assertThat(award.body().path("amount").path("pence").asLong()).isEqualTo(480_000);
    }

    @Test
    void anotherSchoolsJourneyIsNotThereInAnyPart() {
        Journey journey = new Journey(system.api, system.people, system.nextSchool(), system.cohort, line -> { });
        journey.apply();
        journey.accept();
        journey.place();
        journey.awaitPlanAndAward();
        var stranger = system.people.school("999999");
        String id = journey.application();
        for (String path : List.of("/v1/applications/" + id, "/v1/applications/" + id + "/leaders", "/v1/applications/" + id + "/history", "/v1/applications/" + id + "/eligibility",
                "/v1/journeys/" + id, "/v1/awards/" + journey.award())) {
            Answer answer = system.api.get(stranger, path);
            assertThat(answer.status()).as(path).isEqualTo(404);
            assertThat(answer.code()).as(path).isEqualTo("not-found");
        }
        for (String list : List.of("/v1/applications", "/v1/memberships?applicationId=" + id, "/v1/plans?applicationId=" + id, "/v1/awards?applicationId=" + id)) {
            assertThat(system.api.get(stranger, list).body().path("items")).as(list).isEmpty();
        }
    }
}
