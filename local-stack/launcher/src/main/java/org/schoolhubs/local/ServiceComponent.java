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

  private ServiceComponent(StackConfig config, String name, String module, List<Port> ports, Map<String, String> environment) {
    super(config, name, ports);
    this.module = module;
    this.port = ports.get(0);
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
    if (service == Service.APPLICATIONS) {
      environment.put("SCHOOLHUBS_IMPORTS_SPOOL", config.dataDir().resolve("imports").toString());
    }
    if (service == Service.GRANTS) {
      environment.put("BANK_DETAILS_KEY", secrets.key("bank_details_key"));
      // Nobody's account: 00-00-00 is no bank's sort code.
      environment.put("PAYING_ACCOUNT_NAME", "SCHOOL HUBS LOCAL");
      environment.put("PAYING_ACCOUNT_SORT_CODE", "000000");
      environment.put("PAYING_ACCOUNT_NUMBER", "00000000");
    }
    environment.putAll(config.serviceEnvironment());
    return new ServiceComponent(config, service.id(), service.id() + "-service", List.of(service.port()), environment);
  }

  static ServiceComponent gateway(StackConfig config) {
    Map<String, String> environment = common(config, Port.GATEWAY);
    for (Service service : Service.values()) {
      environment.put(service.name() + "_URL", config.url(service.port()));
    }
    environment.put("MANAGEMENT_PORT", Integer.toString(config.port(Port.GATEWAY_MANAGEMENT)));
    environment.put("PUBLIC_URL", config.url(Port.GATEWAY));
    environment.putAll(config.serviceEnvironment());
    return new ServiceComponent(config, Part.GATEWAY.id(), "gateway", List.of(Port.GATEWAY, Port.GATEWAY_MANAGEMENT), environment);
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
