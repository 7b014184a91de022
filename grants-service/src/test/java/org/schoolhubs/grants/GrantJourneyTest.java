package org.schoolhubs.grants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.schoolhubs.grants.Scene.TODAY;
import static org.schoolhubs.grants.Scene.actOnRun;
import static org.schoolhubs.grants.Scene.approver;
import static org.schoolhubs.grants.Scene.preparer;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.schoolhubs.testkit.Facts;
import org.schoolhubs.testkit.SharedInfrastructure;

@QuarkusTest
@QuarkusTestResource(SharedInfrastructure.class)
class GrantJourneyTest {
    @Test
    void aSchoolIsPaidItsGrantFromActivationToTheBanksConfirmation() {
        Scene scene = Scene.with(480_000L, 1_000_000L);
        Scene.School school = scene.school().activated().becomes("RESERVED");
        assertThat(scene.budgetUse()).containsExactly(480_000L, 0L, 1_000_000L);
        school.offered().accepted(school.usablePayee());
        school.completed(TODAY.minusDays(1)).becomes("PAYABLE");

        String run = scene.prepare("penny").then().statusCode(201).body("payments", equalTo(1)).body("total.pence", equalTo(480_000)).extract().path("id");
        actOnRun(approver("april"), run, "approval").then().statusCode(200).body("state", equalTo("APPROVED"));
        String file = preparer("penny").accept("application/xml").get("/v1/payment-runs/" + run + "/files/pain.001").then().statusCode(200).extract().asString();
        assertThat(file).contains(school.endToEndId(), "<CtrlSum>4800.00</CtrlSum>", "<MmbId>010203</MmbId>", "A SCHOOL &amp; CO");
        assertThat(preparer("penny").accept("application/xml").get("/v1/payment-runs/" + run + "/files/pain.001").asString()).isEqualTo(file);
        actOnRun(approver("april"), run, "release").then().statusCode(200).body("state", equalTo("RELEASED"));
        Scene.sendResults("penny", run, "endToEndId,status,reason\n" + school.endToEndId() + ",PAID,\n").then().statusCode(200).body("state", equalTo("COMPLETED"));

        assertThat(school.state()).isEqualTo("PAID");
        assertThat(scene.budgetUse()).containsExactly(0L, 480_000L, 1_000_000L);
        assertThat(Facts.types("grants.v1", school.application))
                .containsExactly("AwardReserved", "AwardOffered", "AwardAccepted", "AwardPayable", "AwardInRun", "AwardPaid");
        preparer("penny").queryParam("programme", scene.programme).get("/v1/ledger/balances").then().statusCode(200)
                .body("items.find { it.account == 'BANK' }.balance.pence", equalTo(480_000))
                .body("items.find { it.account == 'GRANT_EXPENDITURE' }.balance.pence", equalTo(480_000))
                .body("items.find { it.account == 'PAYMENTS_IN_TRANSIT' }.balance.pence", equalTo(0))
                .body("items.find { it.account == 'COMMITMENTS' }.balance.pence", equalTo(0));
        school.head().get("/v1/journeys/" + school.application + "/award").then().statusCode(200).body("part", equalTo("award")).body("state", equalTo("PAID"))
                .body("happened.size()", equalTo(6)).body("next.size()", equalTo(0));
    }
}
