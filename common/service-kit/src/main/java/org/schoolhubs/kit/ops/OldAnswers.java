package org.schoolhubs.kit.ops;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Forgets the answers given under idempotency keys once nobody can be expected to repeat the request; never before 24 hours. */
@ApplicationScoped
class OldAnswers {
    private static final Logger LOG = Logger.getLogger(OldAnswers.class);
    private static final Duration AT_LEAST = Duration.ofHours(24);
    private final DataSource database;
    private final Duration keep;

    OldAnswers(DataSource database, @ConfigProperty(name = "schoolhubs.idempotency.keep") Duration keep) {
        this.database = database;
        this.keep = keep.compareTo(AT_LEAST) < 0 ? AT_LEAST : keep;
    }

    @Scheduled(every = "1h", delayed = "10m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void forget() {
        try (Connection connection = database.getConnection();
                PreparedStatement delete = connection.prepareStatement("delete from idempotency_key where created_at < now() - interval '1 second' * ?")) {
            delete.setLong(1, keep.toSeconds());
            delete.executeUpdate();
        } catch (SQLException away) {
            LOG.warnf("Old answers are forgotten later: %s", away.getMessage());
        }
    }
}
