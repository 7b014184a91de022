package org.schoolhubs.local;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A packaged Quarkus application: one of the services, or the gateway. */
public final class ServiceComponent extends ProcessComponent {

  private final Http http = new Http();
  private final String module;
  private final Port port;
  private final Map<String, String> environment;

  private ServiceComponent(StackConfig config, String name, String module, Port port, Map<String, String> environment) {
    super(config, name, List.of(port));
    this.module = module;
    this.port = port;
    this.environment = environment;
  }

  static ServiceComponent of(StackConfig config, Secrets secrets, Service service) {
    Map<String, String> environment = common(config, service.port());
    environment.put("DB_URL", config.jdbcUrl(service));
    environment.put("DB_APP_USER", service.appRole());
    environment.put("DB_APP_PASSWORD", secrets.password(service.appRole()));
    environment.put("DB_OWNER_USER", service.ownerRole());
    environment.put("DB_OWNER_PASSWORD", secrets.password(service.ownerRole()));
    environment.put("DB_CONNECTOR_USER", service.connectorRole());
    environment.put("KAFKA_BOOTSTRAP_SERVERS", config.address(Port.BROKER));
    environment.putAll(config.serviceEnvironment());
    return new ServiceComponent(config, service.id(), service.id() + "-service", service.port(), environment);
  }

  static ServiceComponent gateway(StackConfig config) {
    Map<String, String> environment = common(config, Port.GATEWAY);
    for (Service service : Service.values()) {
      environment.put(service.name() + "_URL", config.url(service.port()));
    }
    environment.putAll(config.serviceEnvironment());
    return new ServiceComponent(config, Part.GATEWAY.id(), "gateway", Port.GATEWAY, environment);
  }

  @Override
  protected List<String> command() {
    Path jar = config.root().resolve(module).resolve("target/quarkus-app/quarkus-run.jar");
    return java(
        config.heaps().service(), config.serviceJvmOptions(), "-jar", requirePackaged(jar, module).toString());
  }

  @Override
  protected Map<String, String> environment() {
    return environment;
  }

  @Override
  protected boolean ready() throws Exception {
    return http.answersOk(config.url(port) + "/q/health/ready");
  }

  private static Map<String, String> common(StackConfig config, Port port) {
    Map<String, String> environment = new HashMap<>();
    environment.put("HTTP_HOST", "127.0.0.1");
    environment.put("HTTP_PORT", Integer.toString(config.port(port)));
    environment.put("OIDC_ISSUER", config.issuerUrl());
    return environment;
  }
}
