package org.schoolhubs.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** A committed journal row reaches its topic as a CloudEvent, whatever is killed on the way. Real processes only. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class JournalDeliveryTest {

  private static final Service HUBS = Service.HUBS;
  private static final String TOPIC = "hubs.v1";
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final String TRACEPARENT = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

  private static final String MIGRATION =
      """
      create table journal (
        id                uuid primary key default uuidv7(),
        topic             text,
        event_key         text        not null,
        event_type        text        not null,
        payload           jsonb,
        ce_specversion    text        not null default '1.0',
        ce_source         text        not null,
        occurred_at       timestamptz not null,
        correlation_id    text        not null,
        traceparent       text,
        aggregate_type    text        not null,
        aggregate_id      text        not null,
        aggregate_version bigint      not null,
        actor_id          text        not null,
        actor_roles       text[]      not null,
        changed_fields    text[]      not null default '{}',
        reason_code       text
      );
      create publication journal_public for table journal
        (id, topic, event_key, event_type, payload, ce_specversion, ce_source, occurred_at, correlation_id, traceparent)
        where (topic is not null) with (publish = 'insert');
      grant usage on schema public to hubs_connector;
      grant select (id, topic, event_key, event_type, payload, ce_specversion, ce_source, occurred_at, correlation_id,
        traceparent) on journal to hubs_connector;
      """;

  /** Kept after the test, for its logs. */
  private static final Path DATA = Path.of("target", "journal-delivery-test").toAbsolutePath();

  private static LocalStack stack;
  private static KafkaConsumer<String, String> consumer;
  private static final List<ConsumerRecord<String, String>> received = new ArrayList<>();

  @BeforeAll
  static void startStack() throws IOException {
    OsProcess.deleteTree(DATA);
    StackConfig config =
        StackConfig.builder()
            .dataDir(DATA)
            .freePorts()
            .parts(EnumSet.of(Part.POSTGRES, Part.BROKER, Part.CONNECT))
            .build();
    stack = new LocalStack(config, JournalDeliveryTest::print);
    stack.closeOnExit();
    timed("PostgreSQL, broker and Connect from nothing to ready", stack::start);
    consumer =
        new KafkaConsumer<>(
            Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, config.address(Port.BROKER),
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest",
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false"),
            new StringDeserializer(),
            new StringDeserializer());
    List<TopicPartition> partitions = consumer.partitionsFor(TOPIC).stream()
        .map(partition -> new TopicPartition(TOPIC, partition.partition()))
        .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
  }

  @AfterAll
  static void stopStack() {
    if (consumer != null) {
      consumer.close();
    }
    if (stack != null) {
      List<Component> components = stack.components();
      timed("everything stopped", stack::close);
      assertThat(components).noneMatch(Component::isAlive);
    }
  }

  @Test
  @Order(1)
  void rowsFromBeforeTheSlotArriveAndHistoryStaysPrivate() throws Exception {
    String before;
    String history;
    try (Connection owner = stack.postgres().connect(HUBS.id(), HUBS.ownerRole())) {
      // One transaction: the publication must not be seen before the rows that the test wants to be older than the slot.
      owner.setAutoCommit(false);
      execute(owner, MIGRATION);
      before = insert(owner, TOPIC, "key-1", "'{\"name\": \"Héron\", \"places\": 12}'", "'" + TRACEPARENT + "'");
      history = insert(owner, null, "key-1", "null", "null");
      owner.commit();
    }

    timed("first delivery after the migration (snapshot)", () -> awaitEvent(before));

    ConsumerRecord<String, String> event = event(before);
    assertThat(event.topic()).isEqualTo(TOPIC);
    assertThat(event.key()).isEqualTo("key-1");
    assertThat(event.value()).isEqualTo("{\"name\": \"Héron\", \"places\": 12}");
    Map<String, String> headers = headers(event);
    assertThat(OffsetDateTime.parse(headers.remove("ce_time"))).isEqualTo(OffsetDateTime.parse("2026-11-21T09:30:00.123456Z"));
    assertThat(headers).containsExactlyInAnyOrderEntriesOf(Map.of(
        "ce_id", before,
        "ce_type", "org.schoolhubs.hubs.hub-opened.v1",
        "ce_specversion", "1.0",
        "ce_source", "/hubs-service",
        "ce_correlationid", "correlation-1",
        "ce_traceparent", TRACEPARENT,
        "content-type", "application/json"));

    stack.connect().awaitStreaming(Set.of(HUBS), LIMIT);
    String after = deliver("streamed", "key-2");
    assertThat(event(after).key()).isEqualTo("key-2");
    assertThat(headers(event(after))).containsKeys("ce_id", "ce_time").containsEntry("ce_specversion", "1.0");
    assertThat(received).extracting(JournalDeliveryTest::id).doesNotContain(history).doesNotHaveDuplicates();
    assertThat(event(after).headers().headers("ce_traceparent")).as("an attribute without a value is absent").isEmpty();
    List<Long> millis = latencies();
    print("delivery when warm: p50 %d ms, p95 %d ms, p99 %d ms".formatted(millis.get(50), millis.get(95), millis.get(99)));
  }

  @Test
  @Order(2)
  void anIdleDatabaseDoesNotHoldBackTheLogOfTheOthers() throws Exception {
    String written;
    try (Connection busy = stack.postgres().connect(Service.GRANTS.id(), Service.GRANTS.ownerRole())) {
      execute(busy, "create table busy as select generate_series(1, 1000) as n");
      written = query(busy, "select pg_current_wal_lsn()");
    }
    try (Connection server = stack.postgres().connect("postgres", PostgresComponent.SUPERUSER)) {
      String confirmed = "select confirmed_flush_lsn >= '%s' from pg_replication_slots where slot_name = '%s'"
          .formatted(written, HUBS.slot());
      timed("an idle slot follows", () -> Await.until("the slot follows", LIMIT, () -> query(server, confirmed).equals("t"), () -> null));
    }
  }

  @Test
  @Order(3)
  void arrivesAfterPostgresWasKilled() throws Exception {
    killAndRestart(Part.POSTGRES);
  }

  @Test
  @Order(4)
  void arrivesAfterConnectWasKilled() throws Exception {
    killAndRestart(Part.CONNECT);
  }

  @Test
  @Order(5)
  void arrivesAfterTheBrokerWasKilled() throws Exception {
    killAndRestart(Part.BROKER);
  }

  private static void killAndRestart(Part part) throws SQLException {
    String last = insert("key-3");
    Component component = stack.component(part);
    component.kill();
    assertThat(component.isAlive()).isFalse();
    if (part != Part.POSTGRES) {
      last = insert("key-3");
    }
    String pending = last;
    timed(part.id() + " ready again after kill -9", () -> {
      component.start();
      component.awaitReady();
    });
    timed("then the event committed just before, or while it was gone", () -> awaitEvent(pending));
    deliver("then the event committed after the restart", "key-3");
  }

  private static String deliver(String what, String key) throws SQLException {
    String id = insert(key);
    timed(what, () -> awaitEvent(id));
    return id;
  }

  private static List<Long> latencies() throws SQLException {
    List<Long> millis = new ArrayList<>();
    try (Connection owner = stack.postgres().connect(HUBS.id(), HUBS.ownerRole())) {
      for (int i = 0; i < 100; i++) {
        String id = insert(owner, TOPIC, "key-" + i, "'{}'", "null");
        long committed = System.nanoTime();
        awaitEvent(id);
        millis.add((System.nanoTime() - committed) / 1_000_000);
      }
    }
    millis.sort(null);
    return millis;
  }

  private static String insert(String key) throws SQLException {
    try (Connection owner = stack.postgres().connect(HUBS.id(), HUBS.ownerRole())) {
      return insert(owner, TOPIC, key, "'{\"places\": 1}'", "null");
    }
  }

  private static String insert(Connection owner, String topic, String key, String payload, String traceparent)
      throws SQLException {
    String sql =
        """
        insert into journal (topic, event_key, event_type, payload, ce_source, occurred_at, correlation_id, traceparent,
          aggregate_type, aggregate_id, aggregate_version, actor_id, actor_roles)
        values (%s, '%s', 'org.schoolhubs.hubs.hub-opened.v1', %s, '/hubs-service', '2026-11-21T09:30:00.123456Z',
          'correlation-1', %s, 'Hub', 'h-1', 1, 'person-1', '{dfe}')
        returning id
        """
            .formatted(topic == null ? "null" : "'" + topic + "'", key, payload, traceparent);
    try (Statement statement = owner.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String query(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }

  private static void awaitEvent(String id) {
    long deadline = System.nanoTime() + LIMIT.toNanos();
    while (received.stream().noneMatch(record -> id(record).equals(id))) {
      assertThat(System.nanoTime()).as("event %s within %s", id, LIMIT).isLessThan(deadline);
      consumer.poll(Duration.ofMillis(100)).forEach(received::add);
    }
  }

  private static ConsumerRecord<String, String> event(String id) {
    return received.stream().filter(record -> id(record).equals(id)).findFirst().orElseThrow();
  }

  private static String id(ConsumerRecord<String, String> record) {
    return headers(record).get("ce_id");
  }

  private static Map<String, String> headers(ConsumerRecord<String, String> record) {
    Map<String, String> headers = new TreeMap<>();
    for (Header header : record.headers()) {
      headers.put(header.key(), header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8));
    }
    return headers;
  }

  private static void timed(String what, Runnable work) {
    long begin = System.nanoTime();
    work.run();
    print("%s: %d ms".formatted(what, (System.nanoTime() - begin) / 1_000_000));
  }

  private static void print(String line) {
    System.out.println("[local-stack] " + line);
  }
}
