package org.schoolhubs.applications.eligibility;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.schoolhubs.applications.eligibility.rules.Assessment;
import org.schoolhubs.applications.eligibility.rules.Outcome;
import org.schoolhubs.applications.eligibility.rules.RuleOutcome;
import org.schoolhubs.applications.eligibility.rules.SchoolFacts;
import org.schoolhubs.applications.register.RegisteredSchool;
import org.schoolhubs.applications.register.SchoolBatches;
import org.schoolhubs.applications.register.rules.SpreadsheetText;
import org.schoolhubs.kernel.Urn;

/** Writes answers as CSV: one line a school, outcome and sentence of every rule. */
@ApplicationScoped
class EligibilityReport {
    private static final int BATCH = 1_000;

    private final SchoolBatches schools;
    private final FactsReader facts;

    EligibilityReport(SchoolBatches schools, FactsReader facts) {
        this.schools = schools;
        this.facts = facts;
    }

    /** Every school of the register, however many: a batch at a time, each in a transaction of its own. */
    void writeAll(EligibilityService.SchoolQuestion question, OutputStream out) {
        try (CsvWriter csv = writer(out)) {
            csv.writeRecord(header(question.rules().ruleIds()));
            Urn last = null;
            do {
                last = writeBatch(question, last, csv);
            } while (last != null);
        } catch (IOException readerLeft) {
            throw new UncheckedIOException(readerLeft);
        }
    }

    /** The answers of one question; a URN that the register does not know is a line without an outcome. */
    void write(BulkCheckView found, List<String> ruleIds, OutputStream out) {
        try (CsvWriter csv = writer(out)) {
            csv.writeRecord(header(ruleIds));
            for (EligibilityView one : found.items()) {
                Stream<Answer> answers = one.results().stream().map(result -> new Answer(result.outcome(), result.sentence()));
                csv.writeRecord(line(one.urn(), one.schoolName(), one.outcome(), one.ruleSet() + "/" + one.ruleSetVersion(), one.assessedOn().toString(), answers));
            }
            for (String unknown : found.unknownUrns()) {
                csv.writeRecord(line(unknown, "", null, "", "", ruleIds.stream().map(id -> new Answer(null, ""))));
            }
        } catch (IOException readerLeft) {
            throw new UncheckedIOException(readerLeft);
        }
    }

    /** What a rule said, as two fields. */
    private record Answer(RuleOutcome outcome, String sentence) {
    }

    private Urn writeBatch(EligibilityService.SchoolQuestion question, Urn last, CsvWriter csv) {
        List<SchoolFacts> batch = QuarkusTransaction.requiringNew().call(() -> {
            List<RegisteredSchool> rows = schools.after(last, BATCH);
            return rows.isEmpty() ? List.of() : facts.schoolsOf(rows, question.facts());
        });
        for (SchoolFacts school : batch) {
            Assessment found = question.assess(school);
            csv.writeRecord(line(school.urn(), school.name(), found.outcome(), found.ruleSet() + "/" + found.version(), found.on().toString(),
                    found.results().stream().map(result -> new Answer(result.outcome(), result.sentence()))));
        }
        return batch.isEmpty() ? null : new Urn(batch.get(batch.size() - 1).urn());
    }

    private static List<String> header(List<String> ruleIds) {
        List<String> header = new ArrayList<>(List.of("urn", "name", "outcome", "rule-set", "assessed-on"));
        ruleIds.forEach(id -> header.addAll(List.of(id, id + ":why")));
        return header;
    }

    private static List<String> line(String urn, String name, Outcome outcome, String ruleSet, String on, Stream<Answer> answers) {
        List<String> line = new ArrayList<>(List.of(urn, SpreadsheetText.neutralise(name), outcome == null ? "" : outcome.name(), ruleSet, on));
        answers.forEach(answer -> line.addAll(List.of(answer.outcome() == null ? "" : answer.outcome().name(), SpreadsheetText.neutralise(answer.sentence()))));
        return line;
    }

    private static CsvWriter writer(OutputStream out) {
        return CsvWriter.builder().build(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    }
}
