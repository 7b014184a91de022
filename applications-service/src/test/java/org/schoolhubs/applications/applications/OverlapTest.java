package org.schoolhubs.applications.applications;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.schoolhubs.applications.Given.as;
import static org.schoolhubs.applications.Given.head;
import static org.schoolhubs.testkit.ProblemMatcher.problem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.schoolhubs.applications.Given;
import org.schoolhubs.applications.Given.Draft;
import org.schoolhubs.applications.Given.GivenTrust;
import org.schoolhubs.testkit.SharedInfrastructure;
import org.schoolhubs.testkit.Tokens;

@QuarkusTest
@QuarkusTestResource(SharedInfrastructure.class)
class OverlapTest {

    @ParameterizedTest(name = "{0}/{1} beside behaviour-hubs/core: {2}")
    @CsvSource({"behaviour-hubs, extended, 409", "behaviour-and-attendance-hubs, regional, 409", "attendance-hubs, attendance, 200"})
    void aSchoolHasOneLiveApplicationInProgrammesThatOverlap(String programme, String pathway, int status) {
        String urn = Given.eligibleSchool();
        Given.submitted(urn);
        Draft other = Given.complete(Given.draft(urn, Given.openCohort(programme, pathway), programme, pathway));
        var answer = other.byHead().body(Given.DECLARATION).post(other.path("/submission"));
        answer.then().statusCode(status);
        if (status == 409) {
            answer.then().spec(problem(409, "overlapping-application"));
        }
    }

    @Test
    void ofManySubmissionsAtOnceOneGoesThrough() throws Exception {
        String urn = Given.eligibleSchool();
        List<Draft> drafts = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            drafts.add(Given.complete(Given.draft(urn)));
        }
        CyclicBarrier together = new CyclicBarrier(drafts.size());
        ExecutorService pool = Executors.newFixedThreadPool(drafts.size());
        List<Callable<Integer>> submissions = drafts.stream().<Callable<Integer>>map(draft -> () -> {
            together.await();
            return draft.byHead().body(Given.DECLARATION).post(draft.path("/submission")).statusCode();
        }).toList();
        List<Integer> answers = new ArrayList<>();
        for (Future<Integer> answer : pool.invokeAll(submissions)) {
            answers.add(answer.get());
        }
        pool.shutdown();
        assertThat(answers).containsOnly(200, 409).containsOnlyOnce(200);
        assertThat(Given.one("select count(*) from application where urn = '%s' and state = 'SUBMITTED'".formatted(urn))).isEqualTo("1");
        assertThat(Given.one("select count(*) from journal j join application a on a.id::text = j.aggregate_id where a.urn = '%s' and event_type = 'ApplicationSubmitted'"
                .formatted(urn))).isEqualTo("1");
    }

    // ---- trusts and their schools

    @Test
    void aSchoolThatItsTrustNamedCannotApplyByItselfAndOneThatItDidNotNameCan() {
        GivenTrust trust = Given.trust(3);
        submitted(Given.completeTrust(trust, trustCohort(), trust.urns().subList(0, 2)), trust.officer()).then().statusCode(200);
        submit(Given.complete(Given.draft(trust.urns().get(0)))).then().spec(problem(409, "overlapping-application")).body("errors.pointer", equalTo(List.of("/urn")));
        submit(Given.complete(Given.draft(trust.urns().get(2)))).then().statusCode(200);
    }

    @Test
    void aTrustCannotNameASchoolThatTakesPartByItselfAndIsToldWhich() {
        GivenTrust trust = Given.trust(3);
        Given.submitted(trust.urns().get(1));
        Draft ofTrust = Given.completeTrust(trust, trustCohort(), trust.urns());
        submitted(ofTrust, trust.officer()).then().spec(problem(409, "overlapping-application")).body("errors.pointer", equalTo(List.of("/schools/1")));
        as(trust.officer()).get(ofTrust.path("")).then().body("state", equalTo("DRAFT"));
        assertThat(Given.one("select count(*) from application_claim where application_id = '%s'".formatted(ofTrust.id()))).isEqualTo("0");
    }

    @Test
    void aTrustTakesPartInOneOfSeveralThatOverlapEvenWithOtherSchools() {
        GivenTrust trust = Given.trust(2);
        submitted(Given.completeTrust(trust, trustCohort(), trust.urns().subList(0, 1)), trust.officer()).then().statusCode(200);
        submitted(Given.completeTrust(trust, trustCohort(), trust.urns().subList(1, 2)), trust.officer()).then().spec(problem(409, "overlapping-application"))
                .body("errors.pointer", equalTo(List.of("/trustUid")));
    }

    @Test
    void whatATrustHeldIsFreeOnceItWithdraws() {
        GivenTrust trust = Given.trust(1);
        Draft ofTrust = Given.completeTrust(trust, trustCohort(), trust.urns());
        Draft live = ofTrust.seen(submitted(ofTrust, trust.officer()));
        live.by(trust.officer()).body("{\"reasonCode\":\"OTHER_SUPPORT_FOUND\"}").post(live.path("/withdrawal")).then().statusCode(200);
        submit(Given.complete(Given.draft(trust.urns().get(0)))).then().statusCode(200);
    }

    // ---- leads

    @ParameterizedTest(name = "leads behaviour-hubs, then {0}/{1}: {2}")
    @CsvSource({"behaviour-hubs, core, 409", "attendance-hubs, attendance, 200", "behaviour-and-attendance-hubs, regional, 200"})
    void whoeverLeadsAProgrammeIsNoPartnerInIt(String programme, String pathway, int status) {
        String urn = Given.eligibleSchool();
        submit(Given.completeLead(head(urn), "LEAD_SCHOOL", urn, null)).then().statusCode(200);
        Draft partner = Given.complete(Given.draft(urn, Given.openCohort(programme, pathway), programme, pathway));
        Response answer = submit(partner);
        answer.then().statusCode(status);
        if (status == 409) {
            answer.then().spec(problem(409, "lead-and-partner"));
        }
    }

    @Test
    void aPartnerOfAProgrammeDoesNotLeadInItAndNobodyLeadsTwice() {
        String partner = Given.eligibleSchool();
        Given.submitted(partner);
        submit(Given.completeLead(head(partner), "LEAD_SCHOOL", partner, null)).then().spec(problem(409, "lead-and-partner"));
        GivenTrust trust = Given.trust(2);
        String lead = trust.urns().get(0);
        submitted(Given.completeLead(trust.officer(), "LEAD_TRUST", trust.uid(), lead), trust.officer()).then().statusCode(200);
        submitted(Given.completeLead(trust.officer(), "LEAD_SCHOOL", lead, null), trust.officer()).then().spec(problem(409, "overlapping-application"));
        submitted(Given.completeLead(trust.officer(), "LEAD_TRUST", trust.uid(), trust.urns().get(1)), trust.officer()).then().spec(problem(409, "overlapping-application"));
        submitted(Given.completeTrust(trust, trustCohort(), trust.urns().subList(1, 2)), trust.officer()).then().spec(problem(409, "lead-and-partner"));
    }

    /** Ten schools, four drafts each, and ten of their trust that name all of them or one half: whoever wins, each school takes part exactly once. */
    @Test
    void ofFiftySubmissionsOfATrustAndItsSchoolsOneConsistentSetGoesThrough() throws Exception {
        GivenTrust trust = Given.trust(10);
        List<String> cohorts = IntStream.range(0, 10).mapToObj(i -> Given.openCohort("behaviour-hubs", "core", "extended", "multi-school")).toList();
        List<Callable<Integer>> submissions = new ArrayList<>();
        CyclicBarrier together = new CyclicBarrier(50);
        for (int i = 0; i < 10; i++) {
            List<String> named = i % 3 == 0 ? trust.urns() : i % 3 == 1 ? trust.urns().subList(0, 5) : trust.urns().subList(5, 10);
            submissions.add(submission(Given.completeTrust(trust, cohorts.get(i), named), trust.officer(), together));
            String urn = trust.urns().get(i);
            for (int j = 0; j < 4; j++) {
                Draft draft = Given.complete(Given.draft(urn, cohorts.get(j / 2), "behaviour-hubs", j % 2 == 0 ? "core" : "extended"));
                submissions.add(submission(draft, head(urn), together));
            }
        }
        Collections.shuffle(submissions, new Random(42));
        ExecutorService pool = Executors.newFixedThreadPool(50);
        List<Integer> answers = new ArrayList<>();
        for (Future<Integer> answer : pool.invokeAll(submissions)) {
            answers.add(answer.get());
        }
        pool.shutdown();
        String all = trust.urns().stream().map(urn -> "'" + urn + "'").collect(Collectors.joining(","));
        String live = "(select a.id, a.urn from application a where a.state = 'SUBMITTED' and (a.urn in (%s) or a.trust_uid = '%s'))".formatted(all, trust.uid());
        assertThat(answers).containsOnly(200, 409);
        assertThat(Given.one("select count(*) from " + live + " l")).isEqualTo(String.valueOf(Collections.frequency(answers, 200)));
        assertThat(Given.one("select count(*) from " + live + " l where l.urn is null")).isIn("0", "1");
        assertThat(Given.one("select count(*) || ' ' || count(distinct urn) from (select l.urn from %1$s l where l.urn is not null union all select s.urn from %1$s l join application_school s on s.application_id = l.id) covered"
                .formatted(live))).isEqualTo("10 10");
        assertThat(Given.one("select count(*) from journal where event_type = 'ApplicationSubmitted' and aggregate_id in (select l.id::text from " + live + " l)"))
                .isEqualTo(String.valueOf(Collections.frequency(answers, 200)));
        assertThat(Given.one("select count(*) from application_claim c where c.application_id in (select l.id from %1$s l) and c.subject = 'behaviour' and c.organisation like 'urn:%%'"
                .formatted(live))).isEqualTo("10");
    }

    private static Callable<Integer> submission(Draft draft, Tokens who, CyclicBarrier together) {
        String key = UUID.randomUUID().toString();
        return () -> {
            together.await();
            int status = 503;
            // More requests than connections: one that had to wait too long for a connection is repeated, as its client would.
            while (status == 503) {
                status = given().auth().oauth2(who.token()).contentType("application/json").header("Idempotency-Key", key).header("If-Match", draft.etag())
                        .body(Given.DECLARATION).post(draft.path("/submission")).statusCode();
            }
            return status;
        };
    }

    private static String trustCohort() {
        return Given.openCohort("behaviour-hubs", "multi-school");
    }

    private static Response submit(Draft draft) {
        return draft.byHead().body(Given.DECLARATION).post(draft.path("/submission"));
    }

    private static Response submitted(Draft draft, Tokens who) {
        return draft.by(who).body(Given.DECLARATION).post(draft.path("/submission"));
    }
}
