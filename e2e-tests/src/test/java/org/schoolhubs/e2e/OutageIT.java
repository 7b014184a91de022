package org.schoolhubs.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.schoolhubs.local.Component;
import org.schoolhubs.local.Part;
import org.schoolhubs.local.Port;

/** What users and orchestrators see while the database or the broker is away, and that it passes without a hand. */
class OutageIT {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private final RunningSystem system = RunningSystem.get();
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Test
    void withTheDatabaseAwayItSaysWhenToComeBackAndIsWholeAgainByItself() throws Exception {
        Component database = system.stack.component(Part.POSTGRES);
        database.kill();
        try {
            HttpResponse<String> answer = awaitStatus(system.direct(Port.GATEWAY) + "/v1/programmes", 503);
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
            assertThat(answer.body()).contains("\"code\":\"unavailable\"");
            awaitStatus(system.direct(Port.APPLICATIONS) + "/q/health/ready", 503);
            assertThat(get(system.direct(Port.APPLICATIONS) + "/q/health/live").statusCode()).as("nobody restarts it for that").isEqualTo(200);
        } finally {
            database.start();
            database.awaitReady();
        }
        awaitStatus(system.direct(Port.GATEWAY) + "/v1/programmes", 200);
        awaitStatus(system.direct(Port.APPLICATIONS) + "/q/health/ready", 200);
    }

    @Test
    void withTheBrokerAwayRequestsAreServedAndItIsWholeAgainByItself() throws Exception {
        Component broker = system.stack.component(Part.BROKER);
        broker.kill();
        try {
            assertThat(get(system.direct(Port.GATEWAY) + "/v1/programmes").statusCode()).isEqualTo(200);
            awaitStatus(system.direct(Port.HUBS) + "/q/health/ready", 503);
        } finally {
            broker.start();
            broker.awaitReady();
        }
        awaitStatus(system.direct(Port.HUBS) + "/q/health/ready", 200);
    }

    private HttpResponse<String> awaitStatus(String url, int wanted) throws IOException, InterruptedException {
        Instant deadline = Instant.now().plus(PATIENCE);
        HttpResponse<String> last;
        do {
            last = get(url);
            if (last.statusCode() == wanted) {
                return last;
            }
            Thread.sleep(200);
        } while (Instant.now().isBefore(deadline));
        throw new AssertionError("%s answered %d, awaited %d: %s".formatted(url, last.statusCode(), wanted, last.body()));
    }

    private HttpResponse<String> get(String url) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofSeconds(20)).GET().build(), HttpResponse.BodyHandlers.ofString());
    }
}
