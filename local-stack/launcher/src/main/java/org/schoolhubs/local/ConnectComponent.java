package org.schoolhubs.local;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Kafka Connect (standalone) with the Debezium connectors of {@code deploy/connect}. While it runs, a supervisor in the
 * launcher registers each connector as soon as its database has the publication, and restarts what has failed.
 */
public final class ConnectComponent extends ProcessComponent {

  private final Secrets secrets;
  private final Http http = new Http();
  private final ConnectorSupervisor supervisor;

  ConnectComponent(StackConfig config, PostgresComponent postgres, Secrets secrets, Consumer<String> progress) {
    super(config, Part.CONNECT.id(), List.of(Port.CONNECT));
    this.secrets = secrets;
    this.supervisor = new ConnectorSupervisor(config, postgres, http, progress);
  }

  @Override
  public synchronized void start() {
    super.start();
    supervisor.start();
  }

  @Override
  public synchronized void stop() {
    supervisor.stop();
    super.stop();
  }

  @Override
  public synchronized void kill() {
    supervisor.stop();
    super.kill();
  }

  /**
   * Waits until the connectors of these services run. Their migrations must have made the publication, or be about to.
   *
   * @throws LocalStackException when they do not within the limit, or Connect ends
   */
  public void awaitStreaming(Set<Service> services, Duration limit) {
    Set<Service> wanted = services.isEmpty() ? EnumSet.noneOf(Service.class) : EnumSet.copyOf(services);
    Await.until(
        "the connectors of " + wanted + " stream",
        limit,
        () -> supervisor.streaming().containsAll(wanted),
        () -> isAlive() ? null : "connect ended, see " + logFile());
  }

  @Override
  protected List<String> command() throws IOException {
    Path worker = config.root().resolve("deploy/connect/worker.properties");
    return java(
        config.heaps().connect(),
        partOptions("-Dorg.slf4j.simpleLogger.log.io.debezium.connector.postgresql=info"),
        "-jar",
        siblingJar("connect").toString(),
        worker.toString());
  }

  @Override
  protected Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>();
    environment.put("KAFKA_BOOTSTRAP_SERVERS", config.address(Port.BROKER));
    environment.put("CONNECT_LISTENER", config.url(Port.CONNECT));
    environment.put("CONNECT_OFFSET_FILE", config.dataDir().resolve("connect/offsets").toString());
    for (Service service : Service.values()) {
      environment.put(service.name() + "_DB_HOST", "127.0.0.1");
      environment.put(service.name() + "_DB_PORT", Integer.toString(config.port(Port.POSTGRES)));
      environment.put(service.name() + "_DB_CONNECTOR_USER", service.connectorRole());
      environment.put(service.name() + "_DB_CONNECTOR_PASSWORD", secrets.password(service.connectorRole()));
    }
    return environment;
  }

  @Override
  protected void prepare() throws IOException {
    folder();
  }

  @Override
  protected boolean ready() throws Exception {
    return http.answersOk(config.url(Port.CONNECT) + "/connectors");
  }
}
