package org.schoolhubs.applications.notifications;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/** Gauges that operators watch: how many notifications wait, for how long the oldest has, and how many were given up and not sent again. */
@ApplicationScoped
class NotificationMetrics {
    private static final Logger LOG = Logger.getLogger(NotificationMetrics.class);
    private static final String MEASURE = """
            select 'schoolhubs.notifications.waiting', (select count(*) from notification where state in ('QUEUED', 'SENDING'))
            union all select 'schoolhubs.notifications.oldest.seconds',
              (select coalesce(extract(epoch from now() - min(created_at)), 0)::bigint from notification where state in ('QUEUED', 'SENDING'))
            union all select 'schoolhubs.notifications.failed', (select count(*) from task where kind = 'notification-failed' and state = 'OPEN')""";
    private final DataSource database;
    private final MeterRegistry metrics;
    private final Map<String, AtomicLong> values = new ConcurrentHashMap<>();

    NotificationMetrics(DataSource database, MeterRegistry metrics) {
        this.database = database;
        this.metrics = metrics;
    }

    @Scheduled(every = "10s", delayed = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void measure() {
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(MEASURE)) {
            while (row.next()) {
                values.computeIfAbsent(row.getString(1), name -> metrics.gauge(name, new AtomicLong())).set(row.getLong(2));
            }
        } catch (SQLException away) {
            LOG.debugf("Not measured: %s", away.getMessage());
        }
    }
}
