package org.schoolhubs.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;

/** A Kafka broker and controller in one process, KRaft mode. Topics are never made by mention. */
public final class BrokerComponent extends ProcessComponent {

  /** The same for every data directory: it only keeps a client of another cluster from mistaking this one for its own. */
  private static final String CLUSTER_ID = "c2Nob29sLWh1YnMtMDAwMQ";

  BrokerComponent(StackConfig config) {
    super(config, Part.BROKER.id(), List.of(Port.BROKER, Port.BROKER_CONTROLLER));
  }

  @Override
  protected void prepare() throws IOException {
    String properties =
        """
        process.roles=broker,controller
        node.id=1
        controller.quorum.voters=1@%2$s
        listeners=PLAINTEXT://%1$s,CONTROLLER://%2$s
        advertised.listeners=PLAINTEXT://%1$s
        controller.listener.names=CONTROLLER
        inter.broker.listener.name=PLAINTEXT
        listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
        log.dirs=%3$s
        auto.create.topics.enable=false
        offsets.topic.replication.factor=1
        offsets.topic.num.partitions=4
        transaction.state.log.replication.factor=1
        transaction.state.log.min.isr=1
        transaction.state.log.num.partitions=4
        share.coordinator.state.topic.replication.factor=1
        share.coordinator.state.topic.min.isr=1
        share.coordinator.state.topic.num.partitions=1
        group.initial.rebalance.delay.ms=0
        # A killed broker is let in again only when its old session has ended.
        broker.session.timeout.ms=3000
        broker.heartbeat.interval.ms=500
        """
            .formatted(config.address(Port.BROKER), config.address(Port.BROKER_CONTROLLER), folder().resolve("log"));
    Files.writeString(serverProperties(), properties);
  }

  @Override
  protected List<String> command() throws IOException {
    return java(
        config.heaps().broker(),
        partOptions(),
        "-jar",
        siblingJar("broker").toString(),
        serverProperties().toString(),
        CLUSTER_ID);
  }

  @Override
  protected Map<String, String> environment() {
    return Map.of();
  }

  @Override
  protected boolean ready() throws Exception {
    try (Admin admin = Topics.admin(config)) {
      DescribeClusterOptions options = new DescribeClusterOptions().timeoutMs(2_000);
      return admin.describeCluster(options).nodes().get(2, TimeUnit.SECONDS).size() == 1;
    }
  }

  private Path serverProperties() throws IOException {
    return folder().resolve("server.properties");
  }
}
