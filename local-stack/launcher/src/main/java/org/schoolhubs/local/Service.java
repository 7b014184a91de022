package org.schoolhubs.local;

import java.util.Locale;

/** The services that own a database of the same name and publish the facts of its journal. */
public enum Service {
  APPLICATIONS(Port.APPLICATIONS),
  HUBS(Port.HUBS),
  SUPPORT(Port.SUPPORT),
  GRANTS(Port.GRANTS);

  private final Port port;

  Service(Port port) {
    this.port = port;
  }

  /** The name of the service and of its database, such as {@code hubs}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Where the service listens. */
  public Port port() {
    return port;
  }

  /** The role that owns the database and its schema; migrations run as it. */
  public String ownerRole() {
    return id() + "_owner";
  }

  /** The role the service works as. */
  public String appRole() {
    return id() + "_app";
  }

  /** The role Connect reads the journal as. */
  public String connectorRole() {
    return id() + "_connector";
  }

  /** The connector that publishes the journal. */
  public String connector() {
    return id() + "-journal";
  }

  /** The replication slot of the connector. */
  public String slot() {
    return id() + "_journal";
  }
}
