package org.schoolhubs.applications.managementinformation;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.schoolhubs.applications.register.rules.SpreadsheetText;

/** Writes figures as CSV: a line per group, the total last, its groups called TOTAL. */
final class FiguresCsv {
    private static final String TOTAL = "TOTAL";
    private static final List<String> MEASURES = List.of("applications", "submitted", "eligible", "manualReview", "notEligible", "shareEligible", "shareManualReview",
            "shareNotEligible", "decided", "accepted", "declined", "acceptedAutomatically", "reconsidered", "medianDaysToDecision", "ninetiethPercentileDaysToDecision");

    private FiguresCsv() {
    }

    static void write(FiguresView view, OutputStream out) {
        try (var csv = CsvWriter.builder().build(new OutputStreamWriter(out, StandardCharsets.UTF_8))) {
            csv.writeRecord(Stream.concat(view.groupBy().stream().map(Dimension::column), MEASURES.stream()).toList());
            for (Figures group : view.groups()) {
                csv.writeRecord(line(view, group, null));
            }
            csv.writeRecord(line(view, view.total(), TOTAL));
        } catch (IOException readerLeft) {
            throw new UncheckedIOException(readerLeft);
        }
    }

    private static List<String> line(FiguresView view, Figures figures, String label) {
        List<String> line = new ArrayList<>();
        view.groupBy().forEach(dimension -> line.add(label == null ? SpreadsheetText.neutralise(figures.group().get(dimension.column())) : label));
        Stream.of(figures.applications(), figures.submitted(), figures.eligible(), figures.manualReview(), figures.notEligible(), text(figures.shareEligible()),
                text(figures.shareManualReview()), text(figures.shareNotEligible()), figures.decided(), figures.accepted(), figures.declined(),
                figures.acceptedAutomatically(), figures.reconsidered(), text(figures.medianDaysToDecision()), text(figures.ninetiethPercentileDaysToDecision()))
                .map(String::valueOf).forEach(line::add);
        return line;
    }

    private static String text(BigDecimal number) {
        return number == null ? "" : number.toPlainString();
    }
}
