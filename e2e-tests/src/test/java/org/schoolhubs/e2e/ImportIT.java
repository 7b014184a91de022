package org.schoolhubs.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.schoolhubs.local.Component;
import org.schoolhubs.local.Part;
import org.schoolhubs.local.Service;
import org.schoolhubs.local.tour.Answer;
import org.schoolhubs.sample.SampleRegister;

/** Files on their way into the register of the running system, through the gateway. */
class ImportIT {
    private static final int MANY = 12_000;
    private static final Set<String> OVER = Set.of("COMPLETED", "REFUSED", "FAILED", "DRY_RUN_COMPLETED", "AWAITING_CONFIRMATION", "CANCELLED");
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private final RunningSystem system = RunningSystem.get();
    @TempDir
    private Path folder;

    @Test
    void anImportThatIsKilledInItsMiddleChangesNothingAndIsDoneAfterwardsOnce() throws Exception {
        long before = schools();
        Path file = folder.resolve("many.csv");
        try (OutputStream out = Files.newOutputStream(file)) {
            SampleRegister.streamGias(RunningSystem.SEED, MANY, LocalDate.now(), out);
        }
        Answer received = send(file, "");
        system.api.await("rows to be read", system.people.dataCollector(), received.location(),
                answer -> answer.body().path("counts").path("read").asLong() > 0 || OVER.contains(answer.text("state")));
        Component service = system.stack.component(Part.APPLICATIONS);
        service.kill();
        assertThat(schools()).as("schools while the service is dead").isEqualTo(before);
        service.start();
        service.awaitReady();

        Answer done = awaitEnd(received);
        assertThat(done.text("state")).as(done.text()).isEqualTo("COMPLETED");
        assertThat(done.body().path("counts").path("created").asLong()).isEqualTo(MANY - before);
        assertThat(schools()).isEqualTo(MANY);
        assertThat(system.query(Service.APPLICATIONS, """
                select aggregate_id from journal where event_type = 'SchoolUpdated' and aggregate_version = 0 group by aggregate_id having count(*) > 1 limit 5"""))
                .as("schools that were told twice").isEmpty();
        assertThat(system.query(Service.APPLICATIONS, "select count(distinct aggregate_id) from journal where event_type = 'SchoolUpdated'"))
                .containsExactly(String.valueOf(MANY));
    }

    @Test
    void aFileThatClosesVeryManySchoolsIsReportedAndWaitsForAPerson() throws IOException {
        Path file = folder.resolve("closing.csv");
        int closed = closeEveryFourth(file);
        String open = open();

        Answer tried = awaitEnd(send(file, "&dryRun=true"));
        assertThat(tried.text("state")).as(tried.text()).isEqualTo("DRY_RUN_COMPLETED");
        assertThat(tried.body().path("report").path("closed").asInt()).isEqualTo(closed);
        assertThat(open()).isEqualTo(open);

        Answer held = send(file, "");
        assertThat(awaitEnd(held).text("state")).isEqualTo("AWAITING_CONFIRMATION");
        assertThat(system.api.act(system.people.dataCollector(), held.location(), held.location() + "/confirmation", null).status()).as("a machine confirms nothing").isEqualTo(403);
        assertThat(system.api.act(system.people.programmeTeam(), held.location(), held.location() + "/cancellation", null).orThrow("Cancelling").text("state")).isEqualTo("CANCELLED");
        assertThat(open()).isEqualTo(open);
    }

    private int closeEveryFourth(Path file) throws IOException {
        var plain = new ByteArrayOutputStream();
        SampleRegister.generate(RunningSystem.SEED, RunningSystem.SCHOOLS, LocalDate.now()).writeGias(plain);
        int closed = 0;
        try (var csv = CsvReader.builder().ofCsvRecord(plain.toString(WINDOWS_1252)); var out = CsvWriter.builder().build(file, WINDOWS_1252)) {
            List<String> header = null;
            int line = 0;
            for (CsvRecord record : csv) {
                List<String> fields = new ArrayList<>(record.getFields());
                if (header == null) {
                    header = fields;
                } else if (line++ % 4 == 0 && Set.of("1", "3").contains(fields.get(header.indexOf("EstablishmentStatus (code)")))) {
                    fields.set(header.indexOf("EstablishmentStatus (code)"), "2");
                    fields.set(header.indexOf("EstablishmentStatus (name)"), "Closed");
                    fields.set(header.indexOf("CloseDate"), "31-08-2026");
                    closed++;
                }
                out.writeRecord(fields);
            }
        }
        return closed;
    }

    private Answer send(Path file, String more) {
        return system.api.post(system.people.dataCollector(), "/v1/imports?kind=gias-establishments&asAt=%s&fileName=%s%s".formatted(LocalDate.now(), file.getFileName(), more), file,
                "text/csv").orThrow("Sending " + file.getFileName());
    }

    private Answer awaitEnd(Answer received) {
        return system.api.await("the end of the import", system.people.dataCollector(), received.location(), answer -> OVER.contains(answer.text("state")));
    }

    private long schools() {
        return Long.parseLong(system.query(Service.APPLICATIONS, "select count(*) from school").get(0));
    }

    private String open() {
        return system.query(Service.APPLICATIONS, "select count(*) from school where status in ('OPEN', 'OPEN_PROPOSED_TO_CLOSE')").get(0);
    }
}
