package org.schoolhubs.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How a stack is run.
 *
 * @param root the checkout: where {@code local-stack}, {@code deploy} and the packaged services are
 * @param dataDir databases, topics, offsets, passwords and logs; kept between starts
 * @param parts what is started
 * @param ports the number of every port
 * @param heaps memory of the Java processes
 * @param serviceJvmOptions options of the services' and the gateway's JVMs besides the heap
 * @param serviceEnvironment variables given to every service and the gateway over those the launcher sets
 * @param readyWithin how long any one component may take until it is ready
 */
public record StackConfig(
    Path root,
    Path dataDir,
    Set<Part> parts,
    Map<Port, Integer> ports,
    Heaps heaps,
    List<String> serviceJvmOptions,
    Map<String, String> serviceEnvironment,
    Duration readyWithin) {

  /** Environment variable of the data directory. */
  public static final String DATA_VARIABLE = "SCHOOL_HUBS_DATA";

  /** Environment variable of the services' heap in MiB. */
  public static final String HEAP_VARIABLE = "SCHOOL_HUBS_SERVICE_HEAP";

  private static final int LOWEST_CHOSEN_PORT = 16_384;
  private static final int LOWEST_EPHEMERAL_PORT = 32_768;

  /** Makes the values immutable. */
  public StackConfig {
    root = root.toAbsolutePath().normalize();
    dataDir = dataDir.toAbsolutePath().normalize();
    parts = Set.copyOf(parts);
    ports = Map.copyOf(ports);
    serviceJvmOptions = List.copyOf(serviceJvmOptions);
    serviceEnvironment = Map.copyOf(serviceEnvironment);
  }

  /**
   * Largest heaps in MiB.
   *
   * @param service of each service and the gateway
   * @param broker of the Kafka broker
   * @param connect of Kafka Connect
   * @param issuer of the token issuer
   */
  public record Heaps(int service, int broker, int connect, int issuer) {}

  /** The number of a port. */
  public int port(Port port) {
    return ports.get(port);
  }

  /** The loopback address of a port, such as {@code 127.0.0.1:19092}. */
  public String address(Port port) {
    return "127.0.0.1:" + port(port);
  }

  /** The loopback URL of a port, without a slash at the end. */
  public String url(Port port) {
    return "http://" + address(port);
  }

  /** The issuer's URL as it stands in tokens. */
  public String issuerUrl() {
    return url(Port.ISSUER) + "/school-hubs";
  }

  /** The JDBC URL of a service's database. */
  public String jdbcUrl(Service service) {
    return jdbcUrl(service.id());
  }

  String jdbcUrl(String database) {
    return "jdbc:postgresql://" + address(Port.POSTGRES) + "/" + database;
  }

  /** The defaults: everything, on the default ports, data in {@code .local} of the checkout. */
  public static Builder builder() {
    return new Builder();
  }

  /** Collects what differs from the defaults. */
  public static final class Builder {

    private Path root;
    private Path dataDir;
    private Set<Part> parts = Part.all();
    private final Map<Port, Integer> ports = new EnumMap<>(Port.class);
    private Heaps heaps = new Heaps(256, 384, 320, 96);
    // Measured on two cores: C1 alone halves the CPU time of a start; a tour or a test never repays C2.
    private List<String> serviceJvmOptions = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
    private Map<String, String> serviceEnvironment = Map.of();
    private Duration readyWithin = Duration.ofSeconds(120);

    private Builder() {
      for (Port port : Port.values()) {
        ports.put(port, port.defaultNumber());
      }
    }

    /** The checkout; else the system property {@code project.root}, else the nearest parent folder that is one. */
    public Builder root(Path value) {
      root = value;
      return this;
    }

    /** Where data are kept. */
    public Builder dataDir(Path value) {
      dataDir = value;
      return this;
    }

    /** What to start. */
    public Builder parts(Set<Part> value) {
      parts = value;
      return this;
    }

    /** One port. */
    public Builder port(Port port, int number) {
      ports.put(port, number);
      return this;
    }

    /**
     * Free ports chosen now, all different, for a stack beside others. They lie below the range from which the operating
     * system numbers outgoing connections (Linux from 32768, macOS from 49152): a port of that range may be given to a
     * connection while its component is down for a moment.
     */
    public Builder freePorts() {
      Iterator<Integer> candidates =
          ThreadLocalRandom.current().ints(LOWEST_CHOSEN_PORT, LOWEST_EPHEMERAL_PORT).distinct().filter(Port::isFree).iterator();
      for (Port port : Port.values()) {
        ports.put(port, candidates.next());
      }
      return this;
    }

    /** Memory of the Java processes. */
    public Builder heaps(Heaps value) {
      heaps = value;
      return this;
    }

    /** JVM options of the services besides the heap. */
    public Builder serviceJvmOptions(List<String> value) {
      serviceJvmOptions = value;
      return this;
    }

    /** Variables for every service and the gateway. */
    public Builder serviceEnvironment(Map<String, String> value) {
      serviceEnvironment = value;
      return this;
    }

    /** How long one component may take until it is ready. */
    public Builder readyWithin(Duration value) {
      readyWithin = value;
      return this;
    }

    /**
     * Takes {@code SCHOOL_HUBS_DATA}, {@code SCHOOL_HUBS_SERVICE_HEAP} and every {@link Port#variable()} that is set.
     *
     * @throws IllegalArgumentException when a value is not a usable number; the message names the variable
     */
    public Builder environment(Map<String, String> variables) {
      if (variables.containsKey(DATA_VARIABLE)) {
        dataDir(Path.of(variables.get(DATA_VARIABLE)));
      }
      if (variables.containsKey(HEAP_VARIABLE)) {
        serviceHeap(HEAP_VARIABLE, variables.get(HEAP_VARIABLE));
      }
      for (Port port : Port.values()) {
        if (variables.containsKey(port.variable())) {
          port(port, number(port.variable(), variables.get(port.variable()), 65_535));
        }
      }
      return this;
    }

    /**
     * Takes {@code --data=<folder>}, {@code --service-heap=<MiB>}, {@code --parts=<part>,<part>} (as {@link Part#id()}, or
     * {@code infrastructure}) and every {@link Port#option()}.
     *
     * @throws IllegalArgumentException for an unknown option or a value that is not a usable number
     */
    public Builder options(List<String> options) {
      for (String option : options) {
        int equals = option.indexOf('=');
        String name = equals < 0 ? option : option.substring(0, equals);
        String value = option.substring(equals + 1);
        if (equals < 0) {
          throw new IllegalArgumentException("Write " + option + " as <option>=<value>.");
        } else if (name.equals("--data")) {
          dataDir(Path.of(value));
        } else if (name.equals("--service-heap")) {
          serviceHeap(name, value);
        } else if (name.equals("--parts")) {
          parts(Part.parse(value));
        } else {
          port(portOf(name), number(name, value, 65_535));
        }
      }
      return this;
    }

    /**
     * The finished configuration.
     *
     * @throws IllegalStateException when no checkout is given or found
     */
    public StackConfig build() {
      Path checkout = root != null ? root : findRoot();
      Path data = dataDir != null ? dataDir : checkout.resolve(".local");
      return new StackConfig(
          checkout,
          data,
          parts,
          ports,
          heaps,
          serviceJvmOptions,
          serviceEnvironment,
          readyWithin);
    }

    private void serviceHeap(String name, String value) {
      heaps = new Heaps(number(name, value, 65_536), heaps.broker(), heaps.connect(), heaps.issuer());
    }

    private static Port portOf(String option) {
      for (Port port : Port.values()) {
        if (port.option().equals(option)) {
          return port;
        }
      }
      throw new IllegalArgumentException("Unknown option " + option + ".");
    }

    private static int number(String name, String value, int most) {
      try {
        int number = Integer.parseInt(value.trim());
        if (number >= 1 && number <= most) {
          return number;
        }
      } catch (NumberFormatException e) {
        // falls through to the same refusal
      }
      throw new IllegalArgumentException("%s must be a number from 1 to %d, not \"%s\".".formatted(name, most, value));
    }

    private static Path findRoot() {
      String property = System.getProperty("project.root");
      Path start = Path.of(property != null ? property : "").toAbsolutePath();
      for (Path folder = start; folder != null; folder = folder.getParent()) {
        if (Files.isDirectory(folder.resolve("local-stack")) && Files.isDirectory(folder.resolve("deploy"))) {
          return folder;
        }
      }
      throw new IllegalStateException("No School Hubs checkout at or above " + start + ": set the root.");
    }
  }
}
