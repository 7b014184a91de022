package org.schoolhubs.applications.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.schoolhubs.testkit.OpenApiSnapshot;
import org.schoolhubs.testkit.SharedInfrastructure;

/**
 * No one in where they do not belong: every operation of the OpenAPI document is tried without a token, by every role, and by a stranger's school, trust and
 * authority. What each gets stands in contracts/access; what must hold whatever stands there is checked besides.
 */
@QuarkusTest
@QuarkusTestResource(SharedInfrastructure.class)
class AccessMatrixTest {
    /** Whose answers name the people of an application or expression of interest. */
    private static final Set<String> NAMING = Set.of("getLeaders", "getContactOfInterest", "searchContacts", "listRecordedEmails");
    /** Nothing is there to be read by the owner, either: nobody has asked for one. */
    private static final Set<String> NOT_THERE = Set.of("getReconsideration");
    private static final String PEOPLE = " people";
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<String> faults = new ArrayList<>();
    @TestHTTPResource
    URI service;
    private Scene scene;
    private ExampleBody examples;

    @Test
    void everyOperationAnswersEverybodyAsTheMatrixSays() throws Exception {
        JsonNode document = new ObjectMapper().readTree(RestAssured.given().queryParam("format", "json").get("/openapi").asString());
        scene = new Scene();
        examples = new ExampleBody(document);
        List<Asker> askers = scene.askers();
        List<String> matrix = new ArrayList<>();
        matrix.add("operation,method,path," + askers.stream().map(Asker::name).collect(Collectors.joining(",")));
        Map<String, String> bodies = scene.bodies();
        for (Operation operation : Operation.of(document)) {
            List<String> row = new ArrayList<>(List.of(operation.id(), operation.method(), operation.path()));
            for (Asker asker : askers) {
                HttpResponse<String> answer = ask(operation, asker, bodies);
                row.add(said(answer));
                judge(operation, asker, answer);
            }
            matrix.add(String.join(",", row));
        }
        assertThat(faults).isEmpty();
        compare(matrix);
    }

    /** Changes nothing where it can be helped: what takes If-Match gets that of no version. */
    private HttpResponse<String> ask(Operation operation, Asker asker, Map<String, String> bodies) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(service.resolve(scene.path(operation, asker)));
        if (asker.token() != null) {
            request.header("Authorization", "Bearer " + asker.token());
        }
        if (operation.ifMatch()) {
            request.header("If-Match", "\"999999\"");
        }
        if (operation.method().equals("POST")) {
            request.header("Idempotency-Key", UUID.randomUUID().toString());
        }
        if (operation.type() == null) {
            return http.send(request.method(operation.method(), HttpRequest.BodyPublishers.noBody()).build(), HttpResponse.BodyHandlers.ofString());
        }
        String body = bodies.containsKey(operation.id()) ? bodies.get(operation.id()) : examples.of(operation.schema());
        request.header("Content-Type", operation.type());
        return http.send(request.method(operation.method(), HttpRequest.BodyPublishers.ofString(body)).build(), HttpResponse.BodyHandlers.ofString());
    }

    /** The status that keeps one out, or yes for one who is let in, whatever comes of it then. */
    private static String said(HttpResponse<String> answer) {
        return switch (answer.statusCode()) {
            case 401, 403, 404 -> String.valueOf(answer.statusCode());
            default -> "yes" + (answer.body().contains(Scene.PERSON) ? PEOPLE : "");
        };
    }

    /** What holds whatever stands in the matrix. */
    private void judge(Operation operation, Asker asker, HttpResponse<String> answer) {
        int status = answer.statusCode();
        check(status < 500, operation, asker, answer, "fails");
        check(!said(answer).endsWith(PEOPLE) || NAMING.contains(operation.id()) && operation.roles().contains(asker.role()), operation, asker, answer, "names people");
        if (asker.token() == null) {
            check((status == 401) == !operation.isPublic(), operation, asker, answer, "needs a token unless it is public");
        } else {
            check((status == 403) == !operation.isOpenTo(asker.role()), operation, asker, answer, "is refused to other roles, and to those alone");
            check(status != 401, operation, asker, answer, "takes the token");
        }
        if (asker.role() != null && operation.isOwned() && operation.isOpenTo(asker.role()) && !NOT_THERE.contains(operation.id())) {
            check((status == 404) == asker.stranger() || isOfTeam(operation), operation, asker, answer, "is the owner's alone");
        }
        if (status < 300 && asker.isOutside()) {
            check(scene.secrets().stream().noneMatch(answer.body()::contains), operation, asker, answer, "tells strangers nothing");
        }
    }

    /** Acts of the team on what is not there: there is neither an owner nor a stranger. */
    private static boolean isOfTeam(Operation operation) {
        return operation.path().contains("{amendmentId}");
    }

    private void check(boolean holds, Operation operation, Asker asker, HttpResponse<String> answer, String what) {
        if (!holds) {
            faults.add("%s by %s: %d; %s. %s".formatted(operation.id(), asker.name(), answer.statusCode(), what,
                    answer.body().substring(0, Math.min(300, answer.body().length()))));
        }
    }

    private static void compare(List<String> matrix) throws IOException {
        Path file = OpenApiSnapshot.projectRoot().resolve("contracts/access/applications.v1.csv");
        String said = String.join("\n", matrix) + "\n";
        if (Boolean.getBoolean("contracts.update")) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, said);
            return;
        }
        assertThat(said).as("Who may do what differs from %s. If the change is meant: ./mvnw test -Dcontracts.update=true", file.getFileName())
                .isEqualTo(Files.readString(file));
    }
}
