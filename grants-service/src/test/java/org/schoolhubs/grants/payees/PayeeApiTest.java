package org.schoolhubs.grants.payees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.nullValue;
import static org.schoolhubs.grants.Scene.approver;
import static org.schoolhubs.grants.Scene.as;
import static org.schoolhubs.grants.Scene.enterDetails;
import static org.schoolhubs.grants.Scene.payeeEtag;
import static org.schoolhubs.grants.Scene.preparer;
import static org.schoolhubs.grants.Scene.rows;
import static org.schoolhubs.grants.Scene.verifyDetails;
import static org.schoolhubs.testkit.ProblemMatcher.problem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.sql.Connection;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.schoolhubs.grants.Scene;
import org.schoolhubs.kernel.Roles;
import org.schoolhubs.testkit.SharedInfrastructure;
import org.schoolhubs.testkit.Tokens;

@QuarkusTest
@QuarkusTestResource(SharedInfrastructure.class)
class PayeeApiTest {
    private Scene.School school;
    private String payee;

    @BeforeEach
    void aPayee() {
        school = Scene.with(null, null).school();
        payee = school.payee();
    }

    @Test
    void anOrganisationIsAPayeeOnce() {
        school.head().body("""
                {"organisation": {"kind": "SCHOOL", "code": "%s"}, "name": "Again"}""".formatted(school.urn)).post("/v1/payees").then().spec(problem(409, "payee-exists"));
    }

    @Test
    void theFirstDetailsAreUsableOnceASecondPersonHasVerifiedThem() {
        enterDetails(school.head(), payee).then().statusCode(200).body("usability", equalTo("NOT_VERIFIED")).body("usableFrom", nullValue());
        verifyDetails(approver("vera"), payee).then().statusCode(200).body("usability", equalTo("USABLE"));
        verifyDetails(approver("vera"), payee).then().spec(problem(409, "already-verified"));
    }

    @Test
    void aChangeCoolsOff() {
        enterDetails(school.head(), payee);
        verifyDetails(approver("vera"), payee);
        enterDetails(preparer("penny"), payee).then().statusCode(200).body("usability", equalTo("NOT_VERIFIED"));
        verifyDetails(approver("vera"), payee).then().statusCode(200).body("usability", equalTo("COOLING_OFF"));
        school.head().get("/v1/payees/" + payee).then().body("usability", equalTo("COOLING_OFF"));
    }

    @Test
    void replacingDetailsThatNobodyVerifiedIsNoChange() {
        enterDetails(school.head(), payee);
        enterDetails(school.head(), payee).then().statusCode(200);
        verifyDetails(approver("vera"), payee).then().body("usability", equalTo("USABLE"));
    }

    @Test
    void whoEnteredThemNeverVerifiesThem() {
        var both = Tokens.person("both").role(Roles.FINANCE_PREPARER).role(Roles.FINANCE_APPROVER).token();
        RestAssured.given().auth().oauth2(both).contentType("application/json").header("If-Match", payeeEtag(payee)).body("""
                {"sortCode": "010203", "accountNumber": "12345678", "accountName": "X"}""").put("/v1/payees/" + payee + "/bank-details").then().statusCode(200);
        RestAssured.given().auth().oauth2(both).contentType("application/json").header("If-Match", payeeEtag(payee)).header("Idempotency-Key", UUID.randomUUID().toString())
                .post("/v1/payees/" + payee + "/bank-details/verification").then().spec(problem(409, "second-person-required"));
        assertThatThrownBy(() -> {
            try (Connection connection = SharedInfrastructure.asApplication()) {
                connection.createStatement().execute("update bank_details set verified_by = entered_by, verified_at = now(), usable_from = now() where payee_id = '" + payee + "'");
            }
        }).hasMessageContaining("bank_details_second_person");
    }

    @Test
    void detailsAreShownMaskedAndEveryReadingIsRecorded() {
        enterDetails(school.head(), payee).then().body("sortCode", equalTo("****03")).body("accountNumber", equalTo("****5678"));
        as("audrey", Roles.AUDITOR).get("/v1/payees/" + payee + "/bank-details").then().statusCode(200).body(not(containsString("12345678"))).body(not(containsString("010203")));
        school.head().get("/v1/payees/" + payee + "/history").then().body("type", hasItem("BankDetailsRead"))
                .body("find { it.type == 'BankDetailsRead' }.actor.id", equalTo("audrey"));
    }

    @Test
    void theDatabaseHoldsNoReadableNumber() {
        enterDetails(school.head(), payee);
        assertThat(rows("select encode(sealed, 'escape') from bank_details where payee_id = '" + payee + "'")).singleElement().asString()
                .doesNotContain("12345678").doesNotContain("010203").doesNotContain("A SCHOOL");
        assertThat(rows("select j::text from journal j where aggregate_id = ?", payee)).isNotEmpty().noneMatch(row -> row.contains("12345678") || row.contains("010203"));
        assertThat(rows("select coalesce(body::text, '') from idempotency_key")).noneMatch(row -> row.contains("12345678"));
    }

    @Test
    void verificationIsATaskUntilItIsDone() {
        enterDetails(school.head(), payee);
        assertThat(rows("select state from task where kind = 'bank-details-verification' and subject_id = ?", payee)).containsExactly("OPEN");
        verifyDetails(approver("vera"), payee);
        assertThat(rows("select state from task where kind = 'bank-details-verification' and subject_id = ?", payee)).containsExactly("SETTLED");
    }

    @Test
    void anotherOrganisationSeesNothingOfIt() {
        var stranger = "urn:100999";
        as("stranger", Roles.SCHOOL, stranger).get("/v1/payees/" + payee).then().spec(problem(404, "not-found"));
        as("stranger", Roles.SCHOOL, stranger).get("/v1/payees/" + payee + "/bank-details").then().spec(problem(404, "not-found"));
        as("stranger", Roles.SCHOOL, stranger).get("/v1/payees/" + payee + "/history").then().spec(problem(404, "not-found"));
        enterDetails(as("stranger", Roles.SCHOOL, stranger), payee).then().spec(problem(404, "not-found"));
        as("stranger", Roles.SCHOOL, stranger).get("/v1/payees").then().statusCode(200).body("items.id", not(hasItem(payee)));
        // A school's organisation in the token of somebody who is not there as a school.
        as("trustee", Roles.TRUST, "urn:" + school.urn).get("/v1/payees/" + payee).then().spec(problem(404, "not-found"));
        school.head().get("/v1/payees").then().body("items.id", hasItem(payee));
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource({"01020, 12345678, X, /sortCode", "01-02-03, 12345678, X, /sortCode", "010203, 1234567, X, /accountNumber", "010203, 12345678, <X>, /accountName"})
    void numbersOfAnotherFormAreRefused(String sortCode, String account, String name, String pointer) {
        school.head().header("If-Match", payeeEtag(payee)).body("""
                {"sortCode": "%s", "accountNumber": "%s", "accountName": "%s"}""".formatted(sortCode, account, name)).put("/v1/payees/" + payee + "/bank-details")
                .then().spec(problem(400, "invalid")).body("errors.pointer", hasItem(pointer)).body(not(containsString("12345678")));
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({"SCHOOL,12", "TRUST,012345", "LOCAL_AUTHORITY,2020"})
    void aCodeHasTheFormOfItsKind(String kind, String code) {
        preparer("penny").body("""
                {"organisation": {"kind": "%s", "code": "%s"}, "name": "X"}""".formatted(kind, code)).post("/v1/payees")
                .then().spec(problem(422, "organisation-code-invalid")).body("errors.pointer", hasItem("/organisation/code"));
    }

    @Test
    void aPersonIsNeededAndTheEtagThatWasRead() {
        String machine = Tokens.client("machine").role(Roles.FINANCE_PREPARER).token();
        RestAssured.given().auth().oauth2(machine).contentType("application/json").header("If-Match", payeeEtag(payee)).body("""
                {"sortCode": "010203", "accountNumber": "12345678", "accountName": "X"}""").put("/v1/payees/" + payee + "/bank-details").then().spec(problem(403, "person-required"));
        school.head().body("""
                {"sortCode": "010203", "accountNumber": "12345678", "accountName": "X"}""").put("/v1/payees/" + payee + "/bank-details").then().spec(problem(428, "if-match-required"));
        enterDetails(school.head(), payee);
        school.head().header("If-Match", "\"0\"").body("""
                {"sortCode": "010203", "accountNumber": "12345678", "accountName": "X"}""").put("/v1/payees/" + payee + "/bank-details").then().spec(problem(412, "stale"));
        approver("vera").header("If-Match", "\"0\"").post("/v1/payees/" + payee + "/bank-details/verification").then().spec(problem(412, "stale"));
    }

    @Test
    void thereIsNothingToVerifyBeforeTheyAreEntered() {
        verifyDetails(approver("vera"), payee).then().spec(problem(409, "no-bank-details"));
        preparer("penny").get("/v1/payees/" + payee + "/bank-details").then().spec(problem(404, "not-found"));
        verifyDetails(preparer("penny"), payee).then().spec(problem(403, "forbidden"));
    }
}
