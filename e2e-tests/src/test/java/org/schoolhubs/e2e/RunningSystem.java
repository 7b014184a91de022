package org.schoolhubs.e2e;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.schoolhubs.local.LocalStack;
import org.schoolhubs.local.Port;
import org.schoolhubs.local.Service;
import org.schoolhubs.local.StackConfig;
import org.schoolhubs.local.tour.Api;
import org.schoolhubs.local.tour.People;
import org.schoolhubs.local.tour.SampleLoad;
import org.schoolhubs.sample.SampleRegister;

/** The packaged system, started once for all tests of the module on free ports and an empty folder, with a register, a cohort and hubs. */
final class RunningSystem {
    static final long SEED = 4711;
    static final int SCHOOLS = Integer.getInteger("e2e.schools", 900);
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static RunningSystem instance;

    final LocalStack stack;
    final Api api;
    final People people;
    final SampleLoad load;
    final String cohort;
    final List<String> leads;
    final OpenApiConformance conformance;
    private final Deque<String> candidates = new ArrayDeque<>();

    private RunningSystem() {
        try {
            Path data = Files.createTempDirectory("school-hubs-e2e");
            stack = new LocalStack(StackConfig.builder().freePorts().dataDir(data).build(), line -> System.out.println("[stack] " + line));
            stack.closeOnExit();
            stack.start();
            conformance = new OpenApiConformance(stack.config().root());
            api = new Api(stack.config().url(Port.GATEWAY), PATIENCE, conformance::check);
            people = new People(stack.issuer());
            load = new SampleLoad(api, people, line -> System.out.println("[load] " + line));
            LocalDate today = LocalDate.now();
            SampleRegister register = SampleRegister.generate(SEED, SCHOOLS, today);
            load.bring("gias-establishments", file(data, "gias.csv", register::writeGias), today);
            load.bring("ofsted-inspections", file(data, "ofsted.csv", register::writeOfsted), today);
            cohort = load.cohort(today);
            leads = load.hubs(cohort, 1_000);
            candidates.addAll(load.eligible(SCHOOLS, leads));
            System.out.println("[load] " + candidates.size() + " eligible schools");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static synchronized RunningSystem get() {
        if (instance == null) {
            instance = new RunningSystem();
        }
        return instance;
    }

    /** An eligible school that no test has taken yet, or null when all are taken. */
    synchronized String nextSchool() {
        return candidates.poll();
    }

    /** URL of a service itself, past the gateway. */
    String direct(Port service) {
        return stack.config().url(service);
    }

    /** The first column of a query on a service's database, asked as the role that the service works as. */
    List<String> query(Service service, String sql) {
        try (Connection connection = connect(service); ResultSet row = connection.createStatement().executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (row.next()) {
                values.add(row.getString(1));
            }
            return values;
        } catch (SQLException failure) {
            throw new IllegalStateException(sql, failure);
        }
    }

    /** A connection as the application role of a service. */
    Connection connect(Service service) throws SQLException {
        return DriverManager.getConnection(stack.config().jdbcUrl(service), service.appRole(), stack.secrets().password(service.appRole()));
    }

    private interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    private static Path file(Path folder, String name, Content content) throws IOException {
        Path file = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(file)) {
            content.writeTo(out);
        }
        return file;
    }
}
