package org.schoolhubs.local.tour;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Brings a register, an inspection file, a cohort and hubs into an empty system, through the public API. */
public final class SampleLoad {
    private static final List<String> REGIONS = List.of("A", "B", "D", "E", "F", "G", "H", "J", "K");
    private static final int HUBS = 12;
    private static final int LISTED = 500;
    private final Api api;
    private final People people;
    private final Consumer<String> tell;

    public SampleLoad(Api api, People people, Consumer<String> tell) {
        this.api = api;
        this.people = people;
        this.tell = tell;
    }

    /** Sends a file as an import and waits until it has gone in. Rejected rows are told. */
    public void bring(String kind, Path file, LocalDate asAt) {
        Answer received = api.post(people.dataCollector(), "/v1/imports?kind=%s&asAt=%s&fileName=%s".formatted(kind, asAt, file.getFileName()), file, "text/csv")
                .orThrow("Sending " + file.getFileName());
        Answer done = api.await("the import of " + file.getFileName(), people.dataCollector(), received.location(),
                answer -> Set.of("COMPLETED", "REFUSED", "FAILED", "AWAITING_CONFIRMATION").contains(answer.text("state")));
        tell.accept("%s: %s, %s".formatted(file.getFileName(), done.text("state"), done.body().path("counts")));
        if (!"COMPLETED".equals(done.text("state"))) {
            throw new ApiException("The import of %s was not completed: %s".formatted(file.getFileName(), done.text()), done);
        }
        if (done.body().path("counts").path("rejected").asLong() > 0) {
            tell.accept("    rejected rows: %s%s/rejected-rows".formatted(api.base(), received.location()));
        }
    }

    /** A cohort of Behaviour Hubs that began a year ago and still takes late joiners; the same one again if it is there already. */
    public String cohort(LocalDate today) {
        LocalDate starts = today.minusYears(1);
        String code = "%d-%02d-sample".formatted(starts.getYear(), starts.getMonthValue());
        Map<String, Object> cohort = new LinkedHashMap<>();
        cohort.put("code", code);
        cohort.put("name", "Sample cohort, began " + starts);
        cohort.put("startsOn", starts.toString());
        cohort.put("windowOpensAt", starts.minusMonths(3).atStartOfDay(ZoneId.of("Europe/London")).toInstant().toString());
        cohort.put("windowClosesAt", today.plusMonths(1).atStartOfDay(ZoneId.of("Europe/London")).toInstant().toString());
        cohort.put("pathways", List.of(Map.of("code", "core"), Map.of("code", "extended")));
        Answer made = api.post(people.programmeTeam(), "/v1/programmes/behaviour-hubs/cohorts", api.write(cohort));
        if (made.status() != 409) {
            made.orThrow("Making the cohort");
        }
        return code;
    }

    /**
     * A dozen open hubs over the regions, each led by an open secondary of its region.
     *
     * @return the leads' URNs
     */
    public List<String> hubs(String cohort, int placesEach) {
        List<String> leads = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (int i = 0; i < HUBS; i++) {
            String region = REGIONS.get(i % REGIONS.size());
            Optional<JsonNode> lead = schools(region, "SECONDARY").stream().filter(school -> taken.add(school.path("urn").asText())).findFirst();
            lead.ifPresent(school -> {
                hub(school, cohort, placesEach);
                leads.add(school.path("urn").asText());
            });
        }
        tell.accept("%d hubs are open with %d places each for %s".formatted(leads.size(), placesEach, cohort));
        return leads;
    }

    private void hub(JsonNode lead, String cohort, int places) {
        String urn = lead.path("urn").asText();
        Answer prepared = awaitLead(urn, lead.path("name").asText());
        String path = "/v1/hubs/" + prepared.text("id");
        api.put(people.programmeTeam(), path, path + "/places", api.write(Map.of("places", List.of(Map.of("pathway", "core", "cohort", cohort, "places", places)))))
                .orThrow("Setting the places");
        api.act(people.programmeTeam(), path, path + "/due-diligence", api.write(Map.of("hasCapacityAndIsWilling", true, "noConflictOfInterest", true, "canBePaid", true)))
                .orThrow("Due diligence");
        api.act(people.programmeTeam(), path, path + "/announcement", null).orThrow("Announcing");
        api.act(people.programmeTeam(), path, path + "/opening", null).orThrow("Opening");
    }

    /** The hubs service hears of schools through events: a lead it does not know yet is asked for again. */
    private Answer awaitLead(String urn, String name) {
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        String body = api.write(Map.of("name", name + " hub", "programme", "behaviour-hubs", "leadUrn", urn, "phases", List.of("PRIMARY", "SECONDARY", "ALL_THROUGH"),
                "virtual", false));
        while (true) {
            Answer answer = api.post(people.programmeTeam(), "/v1/hubs", body);
            if (answer.ok() || System.nanoTime() > deadline || answer.status() != 422) {
                return answer.orThrow("Preparing a hub");
            }
            Api.pause();
        }
    }

    /** Schools of a region and phase that are open. */
    public List<JsonNode> schools(String region, String phase) {
        List<JsonNode> found = new ArrayList<>();
        String after = "";
        do {
            Answer page = api.get(people.programmeTeam(), "/v1/schools?status=OPEN&region=%s&phase=%s&limit=%d%s".formatted(region, phase, LISTED, after))
                    .orThrow("Listing schools");
            page.body().path("items").forEach(found::add);
            after = page.body().path("next").isTextual() ? "&after=" + page.body().path("next").asText() : "";
        } while (!after.isEmpty());
        return found;
    }

    /** Schools that the rules call eligible for {@code core} and that lead no hub; as many as wanted or as there are. */
    public List<String> eligible(int wanted, List<String> leads) {
        List<String> urns = new ArrayList<>();
        for (String region : REGIONS) {
            for (JsonNode school : schools(region, "SECONDARY")) {
                String urn = school.path("urn").asText();
                if (urns.size() < wanted && !leads.contains(urn) && isEligible(urn)) {
                    urns.add(urn);
                }
            }
        }
        return urns;
    }

    private boolean isEligible(String urn) {
        return "ELIGIBLE".equals(api.post(people.programmeTeam(), "/v1/eligibility-checks",
                api.write(Map.of("urn", urn, "programme", "behaviour-hubs", "pathway", "core"))).orThrow("Checking eligibility").text("outcome"));
    }
}
