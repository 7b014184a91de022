package org.schoolhubs.kit.ops;

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

/**
 * Gauges that operators watch: how far the connector is behind the journal (bytes of write-ahead log not yet confirmed), dead letters by state, open tasks.
 * Read every few seconds, not at each scrape.
 */
@ApplicationScoped
class JournalMetrics {
    private static final Logger LOG = Logger.getLogger(JournalMetrics.class);
    private static final String MEASURE = """
            select 'schoolhubs.journal.lag.bytes' as gauge,
                   coalesce((select max(pg_wal_lsn_diff(pg_current_wal_lsn(), confirmed_flush_lsn)) from pg_replication_slots
                             where database = current_database()), -1)::bigint as value
            union all select 'schoolhubs.dead.letters.' || lower(s), (select count(*) from dead_letter where state = s)
              from unnest(array['WAITING', 'DEAD', 'PARKED']) s
            union all select 'schoolhubs.tasks.open', (select count(*) from task where state = 'OPEN')""";
    private final DataSource database;
    private final MeterRegistry metrics;
    private final Map<String, AtomicLong> values = new ConcurrentHashMap<>();

    JournalMetrics(DataSource database, MeterRegistry metrics) {
        this.database = database;
        this.metrics = metrics;
    }

    @Scheduled(every = "10s", delayed = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void measure() {
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(MEASURE)) {
            while (row.next()) {
                values.computeIfAbsent(row.getString(1), name -> metrics.gauge(name, new AtomicLong())).set(row.getLong(2));
            }
        } catch (SQLException away) {
            LOG.debugf("Not measured: %s", away.getMessage());
        }
    }
}
