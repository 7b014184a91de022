package org.schoolhubs.hubs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.schoolhubs.hubs.World.accepted;
import static org.schoolhubs.hubs.World.anonymous;
import static org.schoolhubs.hubs.World.etag;
import static org.schoolhubs.hubs.World.knownSchool;
import static org.schoolhubs.hubs.World.newProgramme;
import static org.schoolhubs.hubs.World.openHub;
import static org.schoolhubs.hubs.World.proposed;
import static org.schoolhubs.hubs.World.role;
import static org.schoolhubs.hubs.World.team;
import static org.schoolhubs.testkit.ProblemMatcher.problem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.schoolhubs.kernel.Roles;
import org.schoolhubs.testkit.SharedInfrastructure;
import org.schoolhubs.testkit.Tokens;

/** Requests that must be refused, each with its own problem, and change nothing. */
@QuarkusTest
@QuarkusTestResource(SharedInfrastructure.class)
class BadInputTest {
    private static String hub;
    private static String membership;
    private Map<String, String> before;

    @BeforeEach
    void somethingThatCouldBeDamaged() {
        if (hub == null) {
            String programme = newProgramme();
            hub = openHub(programme, knownSchool(530_000, 184_000), 2);
            membership = proposed(accepted(programme, 528_000, 184_000));
        }
        before = World.everything();
    }

    @AfterEach
    void nothingHasChanged() {
        assertThat(World.everything()).isEqualTo(before);
    }

    private static String resource(String path) {
        return path.replace("{hub}", "hubs/" + hub).replace("{membership}", "memberships/" + membership);
    }

    private static Response send(RequestSpecification request, String method, String path) {
        return request.request(method, "/v1/" + resource(path));
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            POST | hubs | {"name":                                                                                                     | 400 | malformed-json
            POST | hubs | {"nom": "x"}                                                                                                 | 400 | unknown-field
            POST | hubs | {"name": {"a": 1}}                                                                                           | 400 | wrong-type
            POST | hubs | {}                                                                                                           | 400 | invalid
            POST | hubs | null                                                                                                         | 400 | invalid
            POST | hubs | {"name": "x", "programme": "Behaviour Hubs", "leadUrn": "100049", "phases": ["SECONDARY"]}                   | 400 | invalid
            POST | hubs | {"name": "x", "programme": "behaviour-hubs", "leadUrn": "1", "phases": ["SECONDARY"]}                        | 400 | invalid
            POST | hubs | {"name": "x", "programme": "behaviour-hubs", "leadUrn": "100049", "phases": []}                              | 400 | invalid
            POST | hubs | {"name": "x", "programme": "behaviour-hubs", "leadUrn": "100049", "phases": ["KINDERGARTEN"]}                | 400 | wrong-type
            POST | hubs | {"name": "  ", "programme": "behaviour-hubs", "leadUrn": "100049", "phases": ["PRIMARY"]}                    | 400 | invalid
            POST | hubs | {"name": "x", "programme": "behaviour-hubs", "leadUrn": "100049", "phases": ["PRIMARY"], "region": "London"} | 400 | invalid
            POST | {hub}/due-diligence | {"hasCapacityAndIsWilling": true, "noConflictOfInterest": true}                               | 400 | invalid
            POST | {hub}/due-diligence | {"hasCapacityAndIsWilling": "maybe", "noConflictOfInterest": true, "canBePaid": true}         | 400 | wrong-type
            POST | {hub}/closure | {"reasonCode": "BORED"}                                                                             | 400 | wrong-type
            POST | {hub}/closure | {}                                                                                                  | 400 | invalid
            PUT  | {hub}/places | {}                                                                                                   | 400 | invalid
            PUT  | {hub}/places | {"places": [null]}                                                                                   | 400 | invalid
            PUT  | {hub}/places | {"places": [{"pathway": "core", "cohort": "2025-11", "places": -1}]}                                 | 400 | invalid
            PUT  | {hub}/places | {"places": [{"pathway": "core", "cohort": "2025-11", "places": 10001}]}                              | 400 | invalid
            PUT  | {hub}/places | {"places": [{"pathway": "core", "cohort": "2025-11", "places": "many"}]}                             | 400 | wrong-type
            PUT  | {hub}/places | {"places": "six"}                                                                                    | 400 | wrong-type
            POST | memberships | {}                                                                                                    | 400 | invalid
            POST | memberships | {"applicationId": "12"}                                                                               | 400 | wrong-type
            POST | memberships | {"applicationId": "0199f0c8-0000-7000-8000-00000000dead", "urgent": true}                             | 400 | unknown-field
            POST | {membership}/withdrawal | {"reasonCode": "LEADERSHIP_CHANGE"}                                                       | 400 | invalid
            POST | {membership}/withdrawal | {"reasonCode": "LEADERSHIP_CHANGE", "effectiveOn": "31/03/2026"}                          | 400 | wrong-type
            POST | {membership}/withdrawal | {"reasonCode": "TIRED", "effectiveOn": "2026-03-31"}                                      | 400 | wrong-type
            """)
    void aBodyThatIsNotAsDescribedIsRefused(String method, String path, String body, int status, String code) {
        send(team().header("If-Match", "\"0\"").body(body), method, path).then().spec(problem(status, code));
    }

    @Test
    void theErrorsPointAtThePlacesInTheBody() {
        send(team().header("If-Match", "\"0\"").body("{\"places\": [{\"pathway\": \"core\", \"cohort\": \"2025-11\", \"places\": 1}, {\"pathway\": \"CORE\", \"cohort\": \"2025-11\", \"places\": 1}]}"),
                "PUT", "{hub}/places").then().spec(problem(400, "invalid")).body("errors.pointer", hasItem("/places/1/pathway"));
    }

    @Test
    void aTextBeyondItsLimitIsRefused() {
        String longText = "x".repeat(2001);
        send(team().body("{\"applicationId\": \"%s\", \"hubId\": \"%s\", \"reason\": \"%s\"}".formatted(membership, hub, longText)), "POST", "memberships")
                .then().spec(problem(400, "invalid")).body("errors.pointer", hasItem("/reason"));
        send(team().body("{\"name\": \"%s\", \"programme\": \"p\", \"leadUrn\": \"100049\", \"phases\": [\"PRIMARY\"]}".formatted(longText)), "POST", "hubs")
                .then().spec(problem(400, "invalid")).body("errors.pointer", hasItem("/name"));
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
            POST | {hub}/due-diligence          | {"hasCapacityAndIsWilling": true, "noConflictOfInterest": true, "canBePaid": true}
            POST | {hub}/announcement           |
            POST | {hub}/opening                |
            POST | {hub}/closure                | {"reasonCode": "OTHER"}
            PUT  | {hub}/places                 | {"places": []}
            POST | {membership}/confirmation    |
            POST | {membership}/withdrawal      | {"reasonCode": "OTHER", "effectiveOn": "2026-03-31"}
            """)
    void aChangeNeedsTheEtagThatWasRead(String method, String path, String body) {
        send(withBody(team(), body), method, path).then().spec(problem(428, "if-match-required"));
        send(withBody(team(), body).header("If-Match", "\"999\""), method, path).then().spec(problem(412, "stale"));
        send(withBody(team(), body).header("If-Match", "W/\"1\""), method, path).then().spec(problem(400, "if-match-invalid"));
        send(withBody(team(), body).header("If-Match", "*"), method, path).then().spec(problem(400, "if-match-invalid"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            hubs                       | {"name": "x", "programme": "p", "leadUrn": "100049", "phases": ["PRIMARY"]}
            {hub}/announcement         |
            memberships                | {"applicationId": "0199f0c8-0000-7000-8000-00000000dead"}
            {membership}/confirmation  |
            """)
    void aPostNeedsAnIdempotencyKey(String path, String body) {
        String token = Tokens.person("tess").role(Roles.PROGRAMME_TEAM).token();
        send(withBody(anonymous().auth().oauth2(token).header("If-Match", "\"0\""), body), "POST", path).then().spec(problem(400, "idempotency-key-missing"));
        send(withBody(anonymous().auth().oauth2(token).header("If-Match", "\"0\"").header("Idempotency-Key", "short"), body), "POST", path)
                .then().spec(problem(400, "idempotency-key-invalid"));
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
            POST | hubs                         | {"name": "x", "programme": "p", "leadUrn": "100049", "phases": ["PRIMARY"]}
            POST | {hub}/due-diligence          | {"hasCapacityAndIsWilling": true, "noConflictOfInterest": true, "canBePaid": true}
            POST | {hub}/announcement           |
            POST | {hub}/opening                |
            POST | {hub}/closure                | {"reasonCode": "OTHER"}
            PUT  | {hub}/places                 | {"places": []}
            POST | memberships                  | {"applicationId": "0199f0c8-0000-7000-8000-00000000dead"}
            POST | {membership}/confirmation    |
            """)
    void onlyTheProgrammeTeamDoesThese(String method, String path, String body) {
        for (String role : List.of(Roles.SCHOOL, Roles.TRUST, Roles.LOCAL_AUTHORITY, Roles.DFE, Roles.AUDITOR, Roles.OPERATOR, Roles.FINANCE_APPROVER, Roles.DATA_COLLECTOR)) {
            send(withBody(role(role).header("If-Match", "\"0\""), body), method, path).then().spec(problem(403, "forbidden"));
        }
        send(withBody(anonymous(), body), method, path).then().spec(problem(401, "unauthenticated"));
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
            GET  | hubs/{x}                     |
            GET  | hubs/{x}/history             |
            POST | hubs/{x}/announcement        |
            POST | hubs/{x}/opening             |
            POST | hubs/{x}/closure             | {"reasonCode": "OTHER"}
            PUT  | hubs/{x}/places              | {"places": []}
            GET  | memberships/{x}              |
            GET  | memberships/{x}/history      |
            POST | memberships/{x}/confirmation |
            POST | memberships/{x}/withdrawal   | {"reasonCode": "OTHER", "effectiveOn": "2026-03-31"}
            GET  | journeys/{x}/membership      |
            """)
    void anUnknownIdIsNotFound(String method, String path, String body) {
        for (String id : List.of("0199f0c8-0000-7000-8000-00000000dead", "not-a-uuid")) {
            send(withBody(team().header("If-Match", "\"0\""), body), method, path.replace("{x}", id)).then().spec(problem(404, "not-found"));
        }
    }

    @ParameterizedTest(name = "{0}?{1}={2}")
    @CsvSource({"hubs, limit, 501", "hubs, limit, 0", "hubs, state, SLEEPING", "hubs, programme, A B", "hubs, region, London", "hubs, leadUrn, x", "hubs, after, zzz",
            "hubs, updatedSince, yesterday", "pool, state, GONE", "pool, limit, 501", "pool, cohort, A B", "memberships, state, HAPPY", "memberships, urn, 1",
            "memberships, limit, -1"})
    void aParameterThatIsNotAsDescribedIsRefusedByName(String list, String parameter, String value) {
        team().queryParam(parameter, value).get("/v1/" + list).then().statusCode(400).body("errors.parameter", hasItem(parameter));
    }

    @Test
    void anotherMediaTypeIsRefused() {
        team().contentType("text/plain").body("x").post("/v1/hubs").then().spec(problem(415, "unsupported-media-type"));
        team().delete("/v1/hubs/" + hub).then().spec(problem(405, "method-not-allowed"));
    }

    @Test
    void theEtagOfAHubIsThatOfItsView() {
        assertThat(etag("/v1/hubs/" + hub)).isEqualTo("\"" + team().get("/v1/hubs/" + hub).path("version") + "\"");
    }

    private static RequestSpecification withBody(RequestSpecification request, String body) {
        return body == null ? request : request.body(body);
    }
}
