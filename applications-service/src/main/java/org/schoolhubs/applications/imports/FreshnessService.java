package org.schoolhubs.applications.imports;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.schoolhubs.applications.imports.FreshnessView.SourceFreshness;
import org.schoolhubs.kit.time.LondonDates;

/** Says how old each source of the register is; as the gauge {@code schoolhubs_register_source_age_days} as well. */
@ApplicationScoped
class FreshnessService {
    private static final String GAUGE = "schoolhubs.register.source.age.days";

    private final ImportRepository imports;
    private final ImportSettings settings;
    private final Clock clock;
    private final MeterRegistry metrics;
    private final Map<ImportKind, AtomicLong> ages = new EnumMap<>(ImportKind.class);

    FreshnessService(ImportRepository imports, ImportSettings settings, Clock clock, MeterRegistry metrics) {
        this.imports = imports;
        this.settings = settings;
        this.clock = clock;
        this.metrics = metrics;
    }

    /** Every kind of file with its newest import. */
    @Transactional
    public FreshnessView today() {
        return new FreshnessView(LondonDates.today(clock), Arrays.stream(ImportKind.values()).map(this::source).toList());
    }

    private SourceFreshness source(ImportKind kind) {
        int limit = settings.staleAfterDays().get(kind.parameter());
        return imports.findNewest(kind).map(newest -> {
            long age = ChronoUnit.DAYS.between(newest.asAt(), LondonDates.today(clock));
            var counts = newest.counts();
            return new SourceFreshness(kind, newest.id(), newest.fileName(), newest.asAt(), age, newest.finishedAt(), counts.read() - counts.rejected(), limit, age > limit);
        }).orElseGet(() -> new SourceFreshness(kind, null, null, null, null, null, null, limit, true));
    }

    /** A source that never came has no age and no gauge. */
    @Scheduled(every = "1m", delayed = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @ActivateRequestContext
    @Transactional
    void measure() {
        for (var source : today().sources()) {
            if (source.ageDays() != null) {
                ages.computeIfAbsent(source.kind(), kind -> metrics.gauge(GAUGE, Tags.of("source", kind.parameter()), new AtomicLong())).set(source.ageDays());
            }
        }
    }
}
