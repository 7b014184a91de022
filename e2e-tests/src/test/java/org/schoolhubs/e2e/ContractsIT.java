package org.schoolhubs.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.schoolhubs.local.tour.Finance;
import org.schoolhubs.local.tour.Journey;

/** What the tests of the module have seen so far, and a whole journey at least, compared with the published contract. */
class ContractsIT {
    private final RunningSystem system = RunningSystem.get();

    @Test
    void noAnswerBreaksItsOpenApiSchema() {
        Journey journey = new Journey(system.api, system.people, system.nextSchool(), system.cohort, line -> { });
        journey.apply();
        journey.accept();
        journey.place();
        journey.awaitPlanAndAward();
        journey.offerAndAcceptAward();
        journey.followPlan();
        journey.completePlan();
        new Finance(system.api, system.people, line -> { }).payWhatIsPayable();
        journey.awaitPaid();
        journey.view();

        System.out.println("[contracts] operations and statuses seen: " + system.conformance.seen().size());
        assertThat(system.conformance.seen()).isNotEmpty();
        assertThat(system.conformance.breaches()).isEmpty();
    }
}
