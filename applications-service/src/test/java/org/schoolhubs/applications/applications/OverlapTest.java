package org.schoolhubs.applications.applications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.schoolhubs.testkit.ProblemMatcher.problem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.schoolhubs.applications.Given;
import org.schoolhubs.applications.Given.Draft;
import org.schoolhubs.testkit.SharedInfrastructure;

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
}
