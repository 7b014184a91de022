package org.schoolhubs.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** The loopback ports of the stack, their defaults, and the option and environment variable that change each. */
public enum Port {
  GATEWAY("the gateway", 8080),
  GATEWAY_MANAGEMENT("the gateway's metrics", 8085),
  APPLICATIONS("the applications service", 8081),
  HUBS("the hubs service", 8082),
  SUPPORT("the support service", 8083),
  GRANTS("the grants service", 8084),
  ISSUER("the token issuer", 8090),
  POSTGRES("PostgreSQL", 15432),
  BROKER("the Kafka broker", 19092),
  BROKER_CONTROLLER("the Kafka broker's controller", 19093),
  CONNECT("Kafka Connect", 18083);

  private final String owner;
  private final int defaultNumber;

  Port(String owner, int defaultNumber) {
    this.owner = owner;
    this.defaultNumber = defaultNumber;
  }

  /** The number used unless another is chosen. */
  public int defaultNumber() {
    return defaultNumber;
  }

  /** The component that listens on it, in plain English. */
  public String owner() {
    return owner;
  }

  /** The command-line option, such as {@code --broker-port}. */
  public String option() {
    return "--" + name().toLowerCase().replace('_', '-') + "-port";
  }

  /** The environment variable, such as {@code SCHOOL_HUBS_BROKER_PORT}. */
  public String variable() {
    return "SCHOOL_HUBS_" + name() + "_PORT";
  }

  void requireFree(int number) {
    if (!isFree(number)) {
      throw new PortTakenException(this, number);
    }
  }

  static boolean isFree(int number) {
    try (ServerSocket socket = new ServerSocket()) {
      // Without it the connections that a killed component left in TIME_WAIT would look like a taken port.
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), number));
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
