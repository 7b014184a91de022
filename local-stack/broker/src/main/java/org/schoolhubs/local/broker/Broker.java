package org.schoolhubs.local.broker;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * Runs one Kafka broker in KRaft mode: formats its log directory when that is new, then hands over to Kafka's own main.
 *
 * <p>Arguments: the server properties file and the cluster id. Formatting is skipped for a directory that is formatted
 * already, so a restart (also after a kill) keeps topics, offsets and the cluster id.
 */
public final class Broker {

  private Broker() {}

  /**
   * Formats when needed and runs until the process is ended.
   *
   * @param args {@code <server.properties> <cluster id>}
   * @throws IOException when the properties cannot be read
   */
  public static void main(String[] args) throws IOException {
    if (args.length != 2) {
      System.err.println("usage: <server.properties> <cluster id>");
      System.exit(2);
    }
    Path logDir = logDir(Path.of(args[0]));
    if (!Files.exists(logDir.resolve("meta.properties"))) {
      int status =
          kafka.tools.StorageTool.execute(
              new String[] {"format", "--config", args[0], "--cluster-id", args[1], "--ignore-formatted"}, System.out);
      if (status != 0) {
        System.exit(status);
      }
    }
    kafka.Kafka.main(new String[] {args[0]});
  }

  private static Path logDir(Path serverProperties) throws IOException {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(serverProperties)) {
      properties.load(reader);
    }
    return Path.of(properties.getProperty("log.dirs"));
  }
}
