package org.schoolhubs.testkit;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.smallrye.reactive.messaging.kafka.companion.test.EmbeddedKafkaBroker;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/**
 * Starts a real PostgreSQL, a real Kafka broker and a real token issuer once for all tests of a module, with the three database roles of production, and gives
 * Quarkus the environment that production gives it. Needs no container engine.
 */
public final class SharedInfrastructure implements QuarkusTestResourceLifecycleManager {
    static final String ISSUER_ID = "school-hubs";
    private static final String APP = "service_app";
    private static final String OWNER = "service_owner";
    private static final String CONNECTOR = "service_connector";
    private static final String PASSWORD = "only-for-tests";
    private static final String[] TOPICS = {"applications.v1", "hubs.v1", "support.v1", "grants.v1", "schools.v1", "trusts.v1", "programmes.v1", "calendars.v1"};

    private static volatile SharedInfrastructure running;

    private EmbeddedPostgres postgres;
    private EmbeddedKafkaBroker broker;
    private MockOAuth2Server issuer;

    @Override
    public Map<String, String> start() {
        var database = CompletableFuture.runAsync(this::startPostgres);
        var kafka = CompletableFuture.runAsync(this::startBroker);
        issuer = new MockOAuth2Server();
        issuer.start(0);
        CompletableFuture.allOf(database, kafka).join();
        running = this;
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("DB_URL", url());
        environment.put("DB_APP_USER", APP);
        environment.put("DB_APP_PASSWORD", PASSWORD);
        environment.put("DB_OWNER_USER", OWNER);
        environment.put("DB_OWNER_PASSWORD", PASSWORD);
        environment.put("DB_CONNECTOR_USER", CONNECTOR);
        environment.put("KAFKA_BOOTSTRAP_SERVERS", broker.getAdvertisedListeners());
        environment.put("OIDC_ISSUER", issuer.issuerUrl(ISSUER_ID).toString());
        return environment;
    }

    @Override
    public void stop() {
        try {
            if (issuer != null) {
                issuer.shutdown();
            }
            if (broker != null) {
                broker.close();
            }
            if (postgres != null) {
                postgres.close();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void startPostgres() {
        try {
            postgres = EmbeddedPostgres.builder().setServerConfig("wal_level", "logical").setServerConfig("max_connections", "200").start();
            try (Connection connection = postgres.getPostgresDatabase().getConnection(); Statement statement = connection.createStatement()) {
                statement.execute("create role %s login password '%s'".formatted(OWNER, PASSWORD));
                statement.execute("create role %s login password '%s'".formatted(APP, PASSWORD));
                statement.execute("create role %s login replication password '%s'".formatted(CONNECTOR, PASSWORD));
                statement.execute("create database service owner %s".formatted(OWNER));
            }
            try (Connection connection = postgres.getDatabase("postgres", "service").getConnection(); Statement statement = connection.createStatement()) {
                statement.execute("alter schema public owner to %s".formatted(OWNER));
            }
        } catch (IOException | SQLException failure) {
            throw new IllegalStateException("PostgreSQL did not start", failure);
        }
    }

    private void startBroker() {
        broker = new EmbeddedKafkaBroker().withNodeId(1).withDeleteLogDirsOnClose(true).start();
        Properties client = new Properties();
        client.put("bootstrap.servers", broker.getAdvertisedListeners());
        try (Admin admin = Admin.create(client)) {
            admin.createTopics(java.util.Arrays.stream(TOPICS).map(topic -> new NewTopic(topic, 3, (short) 1)).toList()).all().get();
        } catch (java.util.concurrent.ExecutionException failure) {
            throw new IllegalStateException("The topics could not be made", failure.getCause());
        } catch (InterruptedException failure) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(failure);
        }
    }

    private String url() {
        return postgres.getJdbcUrl("postgres", "service").replaceFirst("\\?.*", "");
    }

    private static SharedInfrastructure running() {
        if (running == null) {
            throw new IllegalStateException("Annotate the test with @QuarkusTestResource(SharedInfrastructure.class)");
        }
        return running;
    }

    /** Bootstrap servers of the broker. */
    public static String kafka() {
        return running().broker.getAdvertisedListeners();
    }

    static MockOAuth2Server issuer() {
        return running().issuer;
    }

    /** A connection as the application role, the one that the service itself uses. */
    public static Connection asApplication() throws SQLException {
        return java.sql.DriverManager.getConnection(running().url(), APP, PASSWORD);
    }

    /** A connection as the connector's role, which reads the published columns only. */
    public static Connection asConnector() throws SQLException {
        return java.sql.DriverManager.getConnection(running().url(), CONNECTOR, PASSWORD);
    }

    /** A connection as the owner of the schema. */
    public static Connection asOwner() throws SQLException {
        return java.sql.DriverManager.getConnection(running().url(), OWNER, PASSWORD);
    }
}
