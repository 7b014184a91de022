package org.schoolhubs.local.tour;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** The finance team: one prepares a payment run, another approves and releases it, the bank's result is brought back. */
public final class Finance {
    private final Api api;
    private final People people;
    private final Consumer<String> tell;

    public Finance(Api api, People people, Consumer<String> tell) {
        this.api = api;
        this.people = people;
        this.tell = tell;
    }

    /**
     * Pays whatever is payable; a run that an earlier call left half done is finished first.
     *
     * @return how many payments the bank confirmed; 0 if nothing was payable
     */
    public int payWhatIsPayable() {
        int paid = 0;
        for (JsonNode unfinished : api.get(people.financePreparer(), "/v1/payment-runs?limit=500").orThrow("Listing the payment runs").body().path("items")) {
            if (!List.of("COMPLETED", "CANCELLED").contains(unfinished.path("state").asText())) {
                paid += finish(unfinished.path("id").asText());
            }
        }
        Answer prepared = api.post(people.financePreparer(), "/v1/payment-runs",
                api.write(Map.of("programme", "behaviour-hubs", "paymentDate", nextWorkingDay().toString())));
        if (prepared.ok()) {
            String run = prepared.text("id");
            tell.accept("Finance prepares payment run %s; the preparer may not approve it: %s".formatted(run, api.act(people.with("fran-preparer", "person",
                    List.of("finance-preparer", "finance-approver"), List.of()), path(run), path(run) + "/approval", null).code()));
            paid += finish(run);
        }
        return paid;
    }

    private int finish(String run) {
        String state = state(run);
        if ("PREPARED".equals(state)) {
            api.act(people.financeApprover(), path(run), path(run) + "/approval", null).orThrow("Approving");
            state = state(run);
        }
        if ("APPROVED".equals(state)) {
            api.act(people.financeApprover(), path(run), path(run) + "/release", null).orThrow("Releasing");
        }
        String file = api.get(people.financeApprover(), path(run) + "/files/pain.001").orThrow("Fetching the payment file").text();
        List<String> payments = endToEndIds(file);
        tell.accept("Another person approves and releases it: pain.001 with %d payment(s), %d bytes".formatted(payments.size(), file.length()));
        StringBuilder result = new StringBuilder("endToEndId,status,reason\n");
        payments.forEach(id -> result.append(id).append(",PAID,\n"));
        String etag = api.get(people.financePreparer(), path(run)).orThrow("Reading the run").etag();
        api.postText(people.financePreparer(), path(run) + "/results", etag, result.toString(), "text/csv").orThrow("Bringing back the bank's result");
        tell.accept("The bank's result is matched line by line: run %s".formatted(state(run)));
        return payments.size();
    }

    private String state(String run) {
        return api.get(people.financePreparer(), path(run)).orThrow("Reading the run").text("state");
    }

    private static String path(String run) {
        return "/v1/payment-runs/" + run;
    }

    private static LocalDate nextWorkingDay() {
        LocalDate day = LocalDate.now().plusDays(3);
        while (day.getDayOfWeek().getValue() > 5) {
            day = day.plusDays(1);
        }
        return day;
    }

    private static List<String> endToEndIds(String xml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setNamespaceAware(true);
            Document document = factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
            NodeList found = document.getElementsByTagNameNS("*", "EndToEndId");
            List<String> ids = new ArrayList<>();
            for (int i = 0; i < found.getLength(); i++) {
                ids.add(found.item(i).getTextContent());
            }
            return ids;
        } catch (ParserConfigurationException | org.xml.sax.SAXException | java.io.IOException unreadable) {
            throw new ApiException("The payment file cannot be read: " + unreadable.getMessage(), null);
        }
    }
}
