package org.schoolhubs.grants;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.schoolhubs.kernel.FinancialYear;
import org.schoolhubs.kernel.Roles;
import org.schoolhubs.testkit.Facts;
import org.schoolhubs.testkit.SharedInfrastructure;
import org.schoolhubs.testkit.Tokens;

/** A programme of its own with a pathway, a tariff and a budget, and the words in which tests tell what happens in it. */
public final class Scene {
    public static final Duration SOON = Duration.ofSeconds(30);
    public static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/London"));
    private static final AtomicInteger URNS = new AtomicInteger(100_000 + (int) (System.nanoTime() % 100_000));

    public final String programme;
    public final LocalDate cohortEndsOn = TODAY.minusDays(1);
    public final String year = FinancialYear.of(TODAY).toString();

    private Scene(String programme) {
        this.programme = programme;
    }

    /** With a tariff and a budget in pence; no tariff or no budget for null. */
    public static Scene with(Long tariffPence, Long budgetPence) {
        Scene scene = new Scene("programme-" + UUID.randomUUID().toString().substring(0, 8));
        scene.cap(900_000L);
        if (tariffPence != null) {
            team().body(scene.tariff(tariffPence, "2020-01-01", null)).post("/v1/tariffs").then().statusCode(201);
        }
        if (budgetPence != null) {
            scene.budget(budgetPence);
        }
        return scene;
    }

    /** Tells of the programme with that cap for its pathway core, and waits until it is known. */
    public void cap(Long pence) {
        Facts.send("programmes.v1", programme, "ProgrammeUpdated", """
                {"code": "%s", "name": "A programme", "replacedBy": null, "cohorts": [], "pathways": [
                  {"code": "core", "name": "Core", "partnerKind": "SCHOOL", "lengthMonths": 12, "grantCapPence": %s, "places": null},
                  {"code": "free", "name": "Free", "partnerKind": "SCHOOL", "lengthMonths": 12, "grantCapPence": null, "places": null}]}""".formatted(programme, pence));
        await().atMost(SOON).until(() -> rows("select coalesce(cap_pence::text, '-') from grant_cap where programme = ? and pathway = 'core'", programme)
                .equals(List.of(pence == null ? "-" : pence.toString())));
    }

    public String tariff(long pence, String from, String to) {
        return """
                {"programme": "%s", "pathway": "core", "amount": {"pence": %d, "currency": "GBP"}, "effectiveFrom": "%s", "effectiveTo": %s}""".formatted(
                programme, pence, from, to == null ? null : "\"" + to + "\"");
    }

    public Response budget(long pence) {
        Response made = team().body("""
                {"programme": "%s", "financialYear": "%s", "amount": {"pence": %d, "currency": "GBP"}}""".formatted(programme, year, pence)).post("/v1/budgets");
        made.then().statusCode(201);
        return made;
    }

    /** committed, paid, amount */
    public List<Long> budgetUse() {
        return rows("select committed_pence || ',' || paid_pence || ',' || amount_pence from budget where programme = ?", programme).stream()
                .flatMap(row -> List.of(row.split(",")).stream()).map(Long::valueOf).toList();
    }

    /** A school of the scene with its application. */
    public School school() {
        return new School(UUID.randomUUID(), UUID.randomUUID(), String.valueOf(URNS.incrementAndGet()), null, "202");
    }

    public School academy(String trustUid) {
        return new School(UUID.randomUUID(), UUID.randomUUID(), String.valueOf(URNS.incrementAndGet()), trustUid, "202");
    }

    /** What happens to one school. */
    public final class School {
        public final UUID application;
        public final UUID membership;
        public final String urn;
        public final String trustUid;
        public final String laCode;

        School(UUID application, UUID membership, String urn, String trustUid, String laCode) {
            this.application = application;
            this.membership = membership;
            this.urn = urn;
            this.trustUid = trustUid;
            this.laCode = laCode;
        }

        public String membershipFact(UUID membershipId, String state, String pathway, LocalDate acceptedOn, LocalDate effectiveOn, String reason) {
            return """
                    {"membershipId": "%s", "applicationId": "%s", "hubId": "%s", "hubName": "A hub", "leadUrn": "100001", "state": "%s", "programme": "%s",
                     "pathway": "%s", "cohort": "2025-11", "cohortStartsOn": "2025-11-21", "cohortEndsOn": "%s", "urn": "%s", "schoolName": "A school",
                     "laCode": "%s", "trustUid": %s, "acceptedOn": "%s", "effectiveOn": "%s", "reasonCode": %s}""".formatted(membershipId, application,
                    UUID.randomUUID(), state, programme, pathway, cohortEndsOn, urn, laCode, trustUid == null ? null : "\"" + trustUid + "\"", acceptedOn, effectiveOn,
                    reason == null ? null : "\"" + reason + "\"");
        }

        public School activated() {
            return activated("core", LocalDate.of(2025, 10, 1));
        }

        public School activated(String pathway, LocalDate acceptedOn) {
            Facts.send("hubs.v1", application.toString(), "MembershipActivated", membershipFact(membership, "ACTIVE", pathway, acceptedOn, TODAY, null));
            return this;
        }

        public School withdrawn(LocalDate effectiveOn) {
            Facts.send("hubs.v1", application.toString(), "MembershipWithdrawn",
                    membershipFact(membership, "WITHDRAWN", "core", LocalDate.of(2025, 10, 1), effectiveOn, "school-request"));
            return this;
        }

        public School completed(LocalDate effectiveOn) {
            Facts.send("support.v1", application.toString(), "PlanCompleted", """
                    {"planId": "%s", "applicationId": "%s", "membershipId": "%s", "hubId": "%s", "urn": "%s", "programme": "%s", "pathway": "core",
                     "state": "COMPLETED", "startsOn": "2025-11-21", "endsOn": "2026-11-20", "effectiveOn": "%s", "reasonCode": null}""".formatted(
                    UUID.randomUUID(), application, membership, UUID.randomUUID(), urn, programme, effectiveOn));
            return this;
        }

        public School becomes(String state) {
            await().atMost(SOON).untilAsserted(() -> assertThat(state()).isEqualTo(state));
            return this;
        }

        public String state() {
            List<String> states = rows("select state from award where application_id = '" + application + "'");
            return states.isEmpty() ? null : states.get(0);
        }

        public String awardId() {
            return rows("select id from award where application_id = '" + application + "'").get(0);
        }

        public String endToEndId() {
            return awardId().replace("-", "");
        }

        public String etag() {
            return team().get("/v1/awards/" + awardId()).header("ETag");
        }

        public RequestSpecification head() {
            return as("head-" + urn, Roles.SCHOOL, "urn:" + urn);
        }

        public School offered() {
            team().header("If-Match", etag()).body("""
                    {"conditions": ["The plan is completed."], "permittedUse": "Travel and cover."}""").post("/v1/awards/" + awardId() + "/offer").then().statusCode(200);
            return this;
        }

        public School accepted(String payeeId) {
            head().header("If-Match", etag()).body("{\"payeeId\": \"" + payeeId + "\"}").post("/v1/awards/" + awardId() + "/acceptance").then().statusCode(200);
            return this;
        }

        /** The school's payee, without bank details. */
        public String payee() {
            return head().body("""
                    {"organisation": {"kind": "SCHOOL", "code": "%s"}, "name": "A school"}""".formatted(urn)).post("/v1/payees").then().statusCode(201).extract().path("id");
        }

        /** The school's payee with verified bank details. */
        public String usablePayee() {
            String payee = payee();
            enterDetails(head(), payee).then().statusCode(200);
            verifyDetails(approver("verifier"), payee).then().statusCode(200);
            return payee;
        }

        /** Through to PAYABLE. */
        public School payable() {
            activated().becomes("RESERVED").offered().accepted(usablePayee());
            return completed(TODAY.minusDays(2)).becomes("PAYABLE");
        }
    }

    public static Response enterDetails(RequestSpecification who, String payee) {
        return who.header("If-Match", payeeEtag(payee)).body("""
                {"sortCode": "010203", "accountNumber": "12345678", "accountName": "A SCHOOL & CO"}""").put("/v1/payees/" + payee + "/bank-details");
    }

    public static Response verifyDetails(RequestSpecification who, String payee) {
        return who.header("If-Match", payeeEtag(payee)).post("/v1/payees/" + payee + "/bank-details/verification");
    }

    public static String payeeEtag(String payee) {
        return team().get("/v1/payees/" + payee).header("ETag");
    }

    /** The next day on which banks pay, a bank holiday now and then excepted. */
    public static LocalDate paymentDay() {
        LocalDate day = TODAY.plusDays(1);
        while (day.getDayOfWeek().getValue() > 5 || day.getMonthValue() == 12 && day.getDayOfMonth() > 23 || day.getDayOfYear() == 1) {
            day = day.plusDays(1);
        }
        return day;
    }

    public Response prepare(String preparer) {
        return preparer(preparer).body("{\"programme\": \"%s\", \"paymentDate\": \"%s\"}".formatted(programme, paymentDay())).post("/v1/payment-runs");
    }

    public static Response actOnRun(RequestSpecification who, String run, String act) {
        return who.header("If-Match", preparer("anybody").get("/v1/payment-runs/" + run).header("ETag")).post("/v1/payment-runs/" + run + "/" + act);
    }

    public static Response sendResults(String preparer, String run, String csv) {
        String etag = preparer("anybody").get("/v1/payment-runs/" + run).header("ETag");
        return given().auth().oauth2(Tokens.person(preparer).role(Roles.FINANCE_PREPARER).token()).header("Idempotency-Key", UUID.randomUUID().toString())
                .header("If-Match", etag).contentType("text/csv").body(csv).post("/v1/payment-runs/" + run + "/results");
    }

    /** Prepared, approved and released. */
    public String releasedRun() {
        String run = prepare("penny").then().statusCode(201).extract().path("id");
        actOnRun(approver("april"), run, "approval").then().statusCode(200);
        actOnRun(approver("april"), run, "release").then().statusCode(200);
        return run;
    }

    public static RequestSpecification team() {
        return as("tess", Roles.PROGRAMME_TEAM);
    }

    public static RequestSpecification preparer(String subject) {
        return as(subject, Roles.FINANCE_PREPARER);
    }

    public static RequestSpecification approver(String subject) {
        return as(subject, Roles.FINANCE_APPROVER);
    }

    /** A person's request with a fresh Idempotency-Key. */
    public static RequestSpecification as(String subject, String role, String... organisations) {
        Tokens token = Tokens.person(subject).role(role);
        for (String organisation : organisations) {
            token.organisation(organisation);
        }
        return given().auth().oauth2(token.token()).contentType("application/json").header("Idempotency-Key", UUID.randomUUID().toString());
    }

    public static List<String> rows(String sql, Object... parameters) {
        try (Connection connection = SharedInfrastructure.asApplication(); var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            List<String> rows = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    rows.add(row.getString(1));
                }
            }
            return rows;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
