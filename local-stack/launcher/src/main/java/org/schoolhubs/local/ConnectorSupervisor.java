package org.schoolhubs.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Keeps every connector running: standalone Connect forgets its connectors when it ends and never restarts a failed task.
 * Works through Connect's REST interface in rounds; a round that cannot reach Connect or PostgreSQL is tried again.
 */
final class ConnectorSupervisor {

  private static final long ROUND_MILLIS = 250;
  private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);
  private static final String RUNNING = "RUNNING";
  private static final String FAILED = "FAILED";

  private final StackConfig config;
  private final PostgresComponent postgres;
  private final Http http;
  private final Consumer<String> progress;
  private final ObjectMapper json = new ObjectMapper();
  private final Map<Service, Pause> pauses = new EnumMap<>(Service.class);
  private volatile Set<Service> streaming = Set.of();
  private ScheduledExecutorService rounds;

  ConnectorSupervisor(StackConfig config, PostgresComponent postgres, Http http, Consumer<String> progress) {
    this.config = config;
    this.postgres = postgres;
    this.http = http;
    this.progress = progress;
  }

  void start() {
    rounds =
        Executors.newSingleThreadScheduledExecutor(
            work -> {
              Thread thread = new Thread(work, "connector-supervisor");
              thread.setDaemon(true);
              return thread;
            });
    rounds.scheduleWithFixedDelay(this::round, 0, ROUND_MILLIS, TimeUnit.MILLISECONDS);
  }

  void stop() {
    if (rounds != null) {
      rounds.shutdownNow();
    }
    streaming = Set.of();
  }

  /** The services whose connector and task were running in the last round. */
  Set<Service> streaming() {
    return streaming;
  }

  private void round() {
    try {
      JsonNode known = json.readTree(ok(http.get(connectors() + "?expand=status")));
      Set<Service> running = EnumSet.noneOf(Service.class);
      for (Service service : Service.values()) {
        JsonNode status = known.path(service.connector()).path("status");
        if (status.isMissingNode()) {
          register(service);
        } else if (hasFailed(status)) {
          restart(service, status);
        } else if (runs(status)) {
          running.add(service);
          pauses.remove(service);
        }
      }
      streaming = running;
    } catch (IOException e) {
      // Connect is starting, gone or busy; the next round asks again.
      streaming = Set.of();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      progress.accept("connect: " + e.getMessage());
    }
  }

  private void register(Service service) throws IOException, InterruptedException {
    if (!isPublished(service)) {
      return;
    }
    JsonNode file = json.readTree(Files.readString(config.root().resolve("deploy/connect/" + service.id() + ".json")));
    ok(http.put(connectors() + "/" + service.connector() + "/config", file.get("config").toString()));
  }

  /** A pause that doubles keeps a task that fails at once from doing nothing but failing. */
  private void restart(Service service, JsonNode status) throws IOException, InterruptedException {
    Pause pause = pauses.get(service);
    if (pause != null && System.nanoTime() < pause.untilNanos()) {
      return;
    }
    pauses.put(service, pause == null ? Pause.of(FIRST_PAUSE) : pause.doubled());
    progress.accept("connect: " + service.connector() + " failed and is restarted: " + firstTrace(status));
    ok(http.post(connectors() + "/" + service.connector() + "/restart?includeTasks=true&onlyFailed=true"));
  }

  private boolean isPublished(Service service) {
    try (Connection connection = postgres.connect(service.id(), service.connectorRole());
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select 1 from pg_publication where pubname = 'journal_public'")) {
      return row.next();
    } catch (SQLException e) {
      return false;
    }
  }

  private String connectors() {
    return config.url(Port.CONNECT) + "/connectors";
  }

  private static boolean hasFailed(JsonNode status) {
    return FAILED.equals(status.path("connector").path("state").asText())
        || status.path("tasks").findValuesAsText("state").contains(FAILED);
  }

  private static boolean runs(JsonNode status) {
    return RUNNING.equals(status.path("connector").path("state").asText())
        && status.path("tasks").findValuesAsText("state").contains(RUNNING);
  }

  private static String firstTrace(JsonNode status) {
    String trace = String.join("\n", status.findValuesAsText("trace"));
    return trace.lines().findFirst().orElse("no reason given");
  }

  private String ok(HttpResponse<String> response) throws IOException {
    if (response.statusCode() / 100 != 2) {
      throw new IOException("Connect answered " + response.statusCode() + ": " + response.body());
    }
    return response.body();
  }

  private record Pause(Duration length, long untilNanos) {

    static Pause of(Duration length) {
      return new Pause(length, System.nanoTime() + length.toNanos());
    }

    Pause doubled() {
      Duration twice = length.multipliedBy(2);
      return of(twice.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : twice);
    }
  }
}
