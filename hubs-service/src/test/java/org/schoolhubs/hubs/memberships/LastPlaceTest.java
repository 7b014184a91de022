package org.schoolhubs.hubs.memberships;

import static org.assertj.core.api.Assertions.assertThat;
import static org.schoolhubs.hubs.World.accepted;
import static org.schoolhubs.hubs.World.held;
import static org.schoolhubs.hubs.World.knownSchool;
import static org.schoolhubs.hubs.World.liveMemberships;
import static org.schoolhubs.hubs.World.newProgramme;
import static org.schoolhubs.hubs.World.openHub;
import static org.schoolhubs.hubs.World.strings;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.schoolhubs.hubs.World;
import org.schoolhubs.hubs.World.Applicant;
import org.schoolhubs.kernel.Roles;
import org.schoolhubs.testkit.SharedInfrastructure;
import org.schoolhubs.testkit.Tokens;

/** Many want the last place at once. */
@QuarkusTest
@QuarkusTestResource(SharedInfrastructure.class)
class LastPlaceTest {
    private static final int SCHOOLS = 200;
    private static final int ROUNDS = 3;
    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void twoHundredAtOnceOnOnePlaceHaveExactlyOneWinnerInEachRound() {
        String programme = newProgramme();
        List<Applicant> waiting = waiting(programme, SCHOOLS);
        for (int round = 1; round <= ROUNDS; round++) {
            String hub = openHub(programme, knownSchool(530_000, 184_000), 1);
            Map<Integer, Long> answers = placeAll(waiting);
            assertThat(answers).as("round %d", round).isEqualTo(Map.of(201, 1L, 409, (long) waiting.size() - 1));
            assertThat(held(hub)).isEqualTo(1);
            assertThat(liveMemberships(hub)).isEqualTo(1);
            waiting.removeIf(applicant -> strings("select state from pool_entry where application_id = '" + applicant.applicationId() + "'").equals(List.of("PLACED")));
            assertThat(waiting).hasSize(SCHOOLS - round);
        }
    }

    @Test
    void whoeverLosesTheLastPlaceIsPlacedWithTheNextBestHub() {
        String programme = newProgramme();
        String near = openHub(programme, knownSchool(530_000, 184_000), 3);
        String next = openHub(programme, knownSchool(540_000, 184_000), 4);
        String far = openHub(programme, knownSchool(550_000, 184_000), 5);
        List<Applicant> waiting = waiting(programme, 20);
        assertThat(placeAll(waiting)).isEqualTo(Map.of(201, 12L, 409, 8L));
        assertThat(List.of(held(near), held(next), held(far))).containsExactly(3, 4, 5);
        assertThat(List.of(liveMemberships(near), liveMemberships(next), liveMemberships(far))).containsExactly(3, 4, 5);
    }

    @Test
    void oneSchoolAskedForManyTimesAtOnceIsPlacedOnce() {
        String programme = newProgramme();
        String hub = openHub(programme, knownSchool(530_000, 184_000), 50);
        Applicant applicant = accepted(programme, 528_000, 184_000);
        assertThat(placeAll(Collections.nCopies(40, applicant))).isEqualTo(Map.of(201, 1L, 409, 39L));
        assertThat(held(hub)).isEqualTo(1);
        assertThat(liveMemberships(hub)).isEqualTo(1);
    }

    @Test
    void aHubThatClosesWhileSchoolsArePlacedEitherKeepsItsMembersOrHasNone() {
        for (int round = 0; round < 10; round++) {
            String programme = newProgramme();
            String hub = openHub(programme, knownSchool(530_000, 184_000), 1);
            Applicant applicant = accepted(programme, 528_000, 184_000);
            String etag = World.etag("/v1/hubs/" + hub);
            var closing = post("/v1/hubs/" + hub + "/closure", etag, "{\"reasonCode\": \"PROGRAMME_ENDED\"}");
            var placing = post("/v1/memberships", null, applicant.order());
            int closed = closing.join();
            int placed = placing.join();
            assertThat(List.of(closed, placed)).as("one of the two").isIn(List.of(200, 409), List.of(409, 201));
            assertThat(held(hub)).isEqualTo(liveMemberships(hub)).isEqualTo(placed == 201 ? 1 : 0);
        }
    }

    /** Answers by status. */
    private Map<Integer, Long> placeAll(List<Applicant> applicants) {
        var answers = applicants.stream().map(applicant -> post("/v1/memberships", null, applicant.order())).toList();
        return answers.stream().map(CompletableFuture::join).collect(Collectors.groupingBy(status -> status, Collectors.counting()));
    }

    private CompletableFuture<Integer> post(String path, String etag, String body) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
                .header("Authorization", "Bearer " + Tokens.person("tess").role(Roles.PROGRAMME_TEAM).token())
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofString(body));
        if (etag != null) {
            request.header("If-Match", etag);
        }
        return http.sendAsync(request.build(), BodyHandlers.ofString()).thenApply(HttpResponse::statusCode);
    }

    /** Accepted in bulk: sent one after the other, awaited once. */
    private static List<Applicant> waiting(String programme, int number) {
        var applicants = new ArrayList<Applicant>();
        IntStream.range(0, number).forEach(i -> {
            var applicant = new Applicant(UUID.randomUUID().toString(), World.newUrn());
            World.sendAccepted(applicant, "PARTNER_SCHOOL", programme, null, "H", 528_000, 184_000);
            applicants.add(applicant);
        });
        Awaitility.await().atMost(World.SOON.multipliedBy(3)).untilAsserted(() ->
                assertThat(strings("select count(*) from pool_entry where state = 'WAITING' and programme = '" + programme + "'")).containsExactly(String.valueOf(number)));
        return applicants;
    }
}
