package org.schoolhubs.applications.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.writer.CsvWriter;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.schoolhubs.kit.security.Caller;
import org.schoolhubs.sample.GiasFormat;
import org.schoolhubs.sample.SampleRegister;
import org.schoolhubs.testkit.SharedInfrastructure;

/**
 * How fast and with how much memory a GIAS file goes in, beside psql's \copy of the same file into a table of the same rows with the same indexes. No test: run
 * it with {@code benchmarks/import/run}.
 */
@QuarkusTest
@QuarkusTestResource(SharedInfrastructure.class)
@TestProfile(ImportBenchmark.WorkerByHand.class)
class ImportBenchmark {
    /** The worker runs when it is told to, so that waiting for it is not measured; nothing is held by the guard. */
    public static final class WorkerByHand implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("schoolhubs.imports.every", "off", "schoolhubs.imports.max-bytes", "4294967296");
        }
    }

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final LocalDate FIRST_DAY = LocalDate.of(2020, 1, 1);
    private static final double MEGABYTE = 1024.0 * 1024.0;
    private static final int HEAP_SAMPLE_MILLIS = 1_000;

    @Inject
    ImportService imports;
    @Inject
    ImportWorker worker;
    @Inject
    Caller caller;

    /** Those of {@code school}, on the file's columns. */
    private static final String[] INDEXES = {
        "create index on copied (changed_at, \"URN\")",
        "create index on copied (\"LA (code)\", \"URN\")",
        "create index on copied (\"Trusts (code)\", \"URN\") where \"Trusts (code)\" is not null",
        "create index on copied (\"GOR (code)\", \"URN\")",
        "create index on copied using gin (school_search_words(lower(\"EstablishmentName\")))",
        "create index on copied (postcode_outward(\"Postcode\"), \"URN\") where \"Postcode\" is not null",
        "create index on copied using gist (point(\"Easting\"::float, \"Northing\"::float)) where \"Easting\" is not null",
        "create index on copied (\"TypeOfEstablishment (code)\", \"URN\")",
        "create index on copied (\"PhaseOfEducation (code)\", \"URN\")",
        "create index on copied (\"PhaseOfEducation (name)\", \"URN\")",
        "create index on copied (\"EstablishmentStatus (code)\", \"URN\")",
        "create index on copied (\"UKPRN\") where \"UKPRN\" is not null",
    };

    private int day;

    @Test
    @ActivateRequestContext
    void measure() throws Exception {
        caller.actAsSystem();
        int rows = Integer.getInteger("benchmark.rows", 52_000);
        int rounds = Integer.getInteger("benchmark.rounds", 5);
        var folder = Files.createTempDirectory("school-hubs-import-benchmark");
        var file = folder.resolve("gias.csv");
        var changed = folder.resolve("gias-changed.csv");
        try (var out = Files.newOutputStream(file)) {
            SampleRegister.streamGias(2026, rows, LocalDate.of(2026, 8, 1), out);
        }
        otherPupils(file, changed);
        copyTable();

        var seconds = new LinkedHashMap<String, List<Double>>();
        for (int round = -1; round < rounds; round++) {
            boolean counts = round >= 0 || rounds == 1;
            note(seconds, counts, "copy", timed(() -> copy(file)));
            emptyRegister();
            note(seconds, counts, "first fill, an event for each school", timed(() -> bringIn(file, rows, 0)));
            note(seconds, counts, "unchanged again", timed(() -> bringIn(file, 0, 0)));
            note(seconds, counts, "every school changed, an event for each", timed(() -> bringIn(changed, 0, rows)));
            if (rounds == 1) {
                break;
            }
        }
        write(rows, seconds, heap(file, rows), folder);
    }

    /** What is timed. */
    private interface Act {
        void run() throws Exception;
    }

    private static double timed(Act act) throws Exception {
        long start = System.nanoTime();
        act.run();
        return (System.nanoTime() - start) / 1e9;
    }

    private static void note(Map<String, List<Double>> seconds, boolean counts, String what, double took) {
        System.out.printf("%-45s %8.2f s%s%n", what, took, counts ? "" : " (warm-up)");
        if (counts) {
            seconds.computeIfAbsent(what, any -> new ArrayList<>()).add(took);
        }
    }

    // ---- A: psql

    private static void copyTable() throws SQLException {
        var columns = GiasFormat.HEADER.stream().map(name -> '"' + name + "\" text").collect(Collectors.joining(", "));
        owner("create table copied (changed_at timestamptz not null default clock_timestamp(), " + columns + ", primary key (\"URN\"))");
        owner(INDEXES);
        assertThat(indexesOf("copied")).as("both tables have the same indexes").isEqualTo(indexesOf("school"));
    }

    private static long indexesOf(String table) throws SQLException {
        try (var connection = SharedInfrastructure.asOwner()) {
            return Sql.number(connection, "select count(*) from pg_indexes where tablename = '" + table + "'");
        }
    }

    private static void copy(Path file) throws Exception {
        owner("truncate copied");
        var columns = GiasFormat.HEADER.stream().map(name -> '"' + name + '"').collect(Collectors.joining(", "));
        var statement = "copied (" + columns + ") from %s with (format csv, header true, encoding 'WIN1252')";
        try (var connection = SharedInfrastructure.asOwner()) {
            if (hasPsql()) {
                var url = connection.getMetaData().getURL().replaceFirst("^jdbc:", "").replace("postgresql://", "postgresql://" + connection.getMetaData().getUserName() + "@");
                var psql = new ProcessBuilder("psql", url, "-q", "-v", "ON_ERROR_STOP=1", "-c", "\\copy " + statement.formatted("'" + file + "'"));
                psql.environment().put("PGPASSWORD", "only-for-tests");
                assertThat(psql.inheritIO().start().waitFor()).isZero();
            } else {
                try (var in = Files.newInputStream(file)) {
                    connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy " + statement.formatted("stdin"), in);
                }
            }
        }
    }

    private static boolean hasPsql() {
        return Files.isExecutable(Path.of("/usr/bin/psql")) || Files.isExecutable(Path.of("/usr/local/bin/psql"));
    }

    // ---- B: the import

    private static void emptyRegister() throws SQLException {
        owner("truncate school, school_fingerprint, school_version, establishment_group, import_change, import_rejection, register_change, register_import cascade");
    }

    private void bringIn(Path file, long created, long changed) throws IOException {
        ImportService.Received received;
        try (var in = Files.newInputStream(file)) {
            received = imports.receive(new ImportOrder(ImportKind.GIAS_ESTABLISHMENTS, FIRST_DAY.plusDays(day++), "gias.csv", null), false, -1, in);
        }
        worker.tick();
        var done = imports.get(received.view().id());
        assertThat(done.state()).as(done.toString()).isEqualTo(ImportState.COMPLETED);
        assertThat(done.counts().created()).isEqualTo(created);
        assertThat(done.counts().changed()).isEqualTo(changed);
        assertThat(done.counts().rejected()).isZero();
    }

    /** The same file with another number of pupils for each school. */
    private static void otherPupils(Path file, Path changed) throws IOException {
        int pupils = GiasFormat.HEADER.indexOf("NumberOfPupils");
        try (var in = CsvReader.builder().ofCsvRecord(file, WINDOWS_1252); var out = CsvWriter.builder().build(changed, WINDOWS_1252)) {
            for (var row : in) {
                var fields = new ArrayList<>(row.getFields());
                if (row.getStartingLineNumber() > 1) {
                    fields.set(pupils, "12345");
                }
                out.writeRecord(fields);
            }
        }
    }

    // ---- memory

    /** Live heap above what was live before, while a file goes into an empty register; every sample collects first. */
    private List<Map<String, Object>> heap(Path file, int rows) throws Exception {
        emptyRegister();
        double before = live();
        var samples = new ArrayList<Map<String, Object>>();
        var over = new AtomicBoolean();
        long start = System.nanoTime();
        var sampler = new Thread(() -> {
            while (!over.get()) {
                samples.add(Map.of("second", Math.round((System.nanoTime() - start) / 1e9), "liveMegabytes", Math.round((live() - before) * 10) / 10.0));
                java.util.concurrent.locks.LockSupport.parkNanos(HEAP_SAMPLE_MILLIS * 1_000_000L);
            }
        });
        sampler.start();
        bringIn(file, rows, 0);
        over.set(true);
        sampler.join();
        return samples;
    }

    private static double live() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / MEGABYTE;
    }

    // ---- results

    private static void write(int rows, Map<String, List<Double>> seconds, List<Map<String, Object>> heap, Path folder) throws IOException {
        double copy = median(seconds.get("copy"));
        var results = new LinkedHashMap<String, Object>();
        results.put("benchmark", "import");
        results.put("date", Instant.now().toString());
        results.put("commit", System.getProperty("benchmark.commit", "unknown"));
        results.put("machine", Map.of("processors", Runtime.getRuntime().availableProcessors(), "os", System.getProperty("os.name") + " " + System.getProperty("os.version"),
                "java", System.getProperty("java.version"), "loadAverage", ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage()));
        results.put("rows", rows);
        results.put("copiedBy", hasPsql() ? "psql \\copy" : "the driver's CopyManager: psql was not found");
        seconds.forEach((what, took) -> results.put(what, Map.of("seconds", took, "medianSeconds", median(took), "rowsPerSecond", Math.round(rows / median(took)),
                "ratioToCopy", Math.round(copy / median(took) * 100) / 100.0)));
        results.put("mostLiveHeapMegabytes", heap.stream().mapToDouble(sample -> (double) sample.get("liveMegabytes")).max().orElse(0));
        results.put("liveHeap", heap);
        var text = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(results);
        System.out.println(text);
        var out = System.getProperty("benchmark.out");
        if (out != null) {
            Files.writeString(Path.of(out), text + "\n");
        }
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    private static double median(List<Double> values) {
        var sorted = values.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }

    private static void owner(String... statements) throws SQLException {
        try (Connection connection = SharedInfrastructure.asOwner(); var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
