package org.schoolhubs.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;

/** The topics declared in {@code deploy/topics/topics.csv}: made when missing, left as they are when there. */
final class Topics {

  private static final String HEADER = "topic,partitions,config";
  private static final short ONE_REPLICA = 1;
  private static final int LIMIT_SECONDS = 60;

  private final StackConfig config;

  Topics(StackConfig config) {
    this.config = config;
  }

  static Admin admin(StackConfig config) {
    return Admin.create(
        Map.of(
            AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, config.address(Port.BROKER),
            AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 100));
  }

  void ensure() {
    Path file = config.root().resolve("deploy/topics/topics.csv");
    try (Admin admin = admin(config)) {
      List<NewTopic> declared = read(file);
      Set<String> existing = admin.listTopics().names().get(LIMIT_SECONDS, TimeUnit.SECONDS);
      List<NewTopic> missing = declared.stream().filter(topic -> !existing.contains(topic.name())).toList();
      admin.createTopics(missing).all().get(LIMIT_SECONDS, TimeUnit.SECONDS);
    } catch (IOException | ExecutionException | TimeoutException e) {
      throw new LocalStackException("Cannot make the topics of " + file + ": " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LocalStackException("Interrupted while making topics.", e);
    }
  }

  private static List<NewTopic> read(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file).stream().filter(line -> !line.isBlank()).toList();
    if (lines.isEmpty() || !lines.get(0).equals(HEADER)) {
      throw new LocalStackException(file + " must begin with " + HEADER);
    }
    return lines.stream().skip(1).map(line -> topic(file, line)).toList();
  }

  private static NewTopic topic(Path file, String line) {
    String[] cells = line.split(",", 3);
    if (cells.length < 3) {
      throw new LocalStackException(file + " has a line without three columns: " + line);
    }
    Map<String, String> settings = new HashMap<>();
    for (String setting : cells[2].split(";")) {
      String[] pair = setting.split("=", 2);
      settings.put(pair[0].trim(), pair[1].trim());
    }
    return new NewTopic(cells[0].trim(), Integer.parseInt(cells[1].trim()), ONE_REPLICA).configs(settings);
  }
}
