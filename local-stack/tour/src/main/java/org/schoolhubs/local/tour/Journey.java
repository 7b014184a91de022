package org.schoolhubs.local.tour;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * One school on the pathway {@code core}, step by step, each through the public API by the person whose step it is. Every step may be repeated: it looks where
 * the journey stands and does what is still to do.
 */
public final class Journey {
    /** Of the 12 to 20 that the pathway expects of a partner. */
    private static final int DAYS_SPENT = 14;
    private final Api api;
    private final People people;
    private final Consumer<String> tell;
    private final String urn;
    private final String cohort;
    private String application;
    private String membership;
    private String lead;
    private String plan;
    private String award;

    /**
     * @param urn    the school that applies
     * @param cohort code of a cohort of {@code behaviour-hubs} whose window is open
     * @param tell   is told in one line what was done
     */
    public Journey(Api api, People people, String urn, String cohort, Consumer<String> tell) {
        this.api = api;
        this.people = people;
        this.urn = urn;
        this.cohort = cohort;
        this.tell = tell;
    }

    public String application() {
        return application;
    }

    public String urn() {
        return urn;
    }

    public String award() {
        return award;
    }

    /** A draft. */
    public void begin() {
        Answer begun = api.post(school(), "/v1/applications",
                api.write(Map.of("kind", "PARTNER_SCHOOL", "programme", "behaviour-hubs", "pathway", "core", "cohort", cohort, "urn", urn))).orThrow("Beginning an application");
        application = begun.text("id");
        tell.accept("The school begins an application: %s".formatted(application));
    }

    /** Draft, answers, leaders, declaration. */
    public void apply() {
        begin();
        api.put(school(), resource(), resource() + "/answers", api.write(Map.of("motivation", "Lessons should start on time and corridors be calm.",
                "improvementFocus", "Routines at the start of lessons."))).orThrow("Saving the answers");
        api.put(school(), resource(), resource() + "/leaders", api.write(Map.of("leaders", List.of(
                leader("Asha Example", "head", "Headteacher"), leader("Ben Sample", "deputy", "Deputy headteacher"), leader("Cora Specimen", "behaviour", "Behaviour lead")))))
                .orThrow("Naming the leaders");
        Answer readiness = api.get(school(), resource() + "/readiness").orThrow("Asking what is missing");
        tell.accept("Ready to be submitted: %s".formatted(readiness.text()));
        Answer submitted = api.act(school(), resource(), resource() + "/submission", api.write(Map.of("declaration", Map.of("acceptedBy", "Headteacher", "confirmed", true)))).orThrow("Submitting");
        Answer eligibility = api.get(school(), resource() + "/eligibility").orThrow("Asking for the reasons");
        tell.accept("Submitted: %s, eligibility %s".formatted(submitted.text("state"), eligibility.text("outcome")));
        for (JsonNode rule : eligibility.body().path("results")) {
            tell.accept("    %-8s %s".formatted(rule.path("outcome").asText(), rule.path("sentence").asText(rule.path("explanation").asText())));
        }
    }

    private static Map<String, String> leader(String name, String mailbox, String title) {
        return Map.of("name", name, "email", mailbox + "@school.example", "roleTitle", title);
    }

    /** The programme team accepts. */
    public void accept() {
        Answer decided = api.act(people.programmeTeam(), resource(), resource() + "/decision", api.write(Map.of("outcome", "ACCEPT", "reasons", List.of(Map.of("code", "MEETS_CRITERIA"))))).orThrow("Deciding");
        tell.accept("The programme team accepts: %s".formatted(decided.text("state")));
    }

    /** The programme team places the school and confirms; the lead accepts. */
    public void place() {
        propose();
        confirm();
        lead();
    }

    /** Into the nearest fitting hub that has a place. */
    public void propose() {
        api.await("the school is in the pool", people.programmeTeam(), "/v1/journeys/" + application, journey -> has(journey, "membership"));
        Answer proposed = api.post(people.programmeTeam(), "/v1/memberships", api.write(Map.of("applicationId", application))).orThrow("Placing");
        membership = proposed.text("id");
        lead = proposed.text("leadUrn");
        tell.accept("Placed with %s (lead %s): %s".formatted(proposed.body().path("hubName").asText(), lead, proposed.body().path("explanation").path("sentence").asText("")));
    }

    private static boolean has(Answer journey, String part) {
        for (JsonNode present : journey.body().path("parts")) {
            if (part.equals(present.path("part").asText())) {
                return true;
            }
        }
        return false;
    }

    /** The programme team confirms. */
    public void confirm() {
        Answer confirmed = api.act(people.programmeTeam(), membershipPath(), membershipPath() + "/confirmation", null).orThrow("Confirming");
        tell.accept("The programme team confirms: %s".formatted(confirmed.text("state")));
    }

    /** The lead accepts. */
    public void lead() {
        Answer active = api.act(people.school(lead), membershipPath(), membershipPath() + "/lead-acceptance", null).orThrow("Accepting as lead");
        tell.accept("The lead school accepts: %s".formatted(active.text("state")));
    }

    /** The plan and the award have been opened by what the other services heard. */
    public void awaitPlanAndAward() {
        plan = api.await("a support plan", school(), "/v1/plans?applicationId=" + application, page -> page.body().path("items").size() == 1)
                .body().path("items").path(0).path("id").asText();
        award = api.await("an award", school(), "/v1/awards?applicationId=" + application, page -> page.body().path("items").size() == 1)
                .body().path("items").path(0).path("id").asText();
        Answer reserved = api.get(school(), awardPath()).orThrow("Reading the award");
        tell.accept("A support plan is open, and a grant of £%,.2f is %s".formatted(reserved.body().path("amount").path("pence").asLong() / 100.0, reserved.text("state")));
    }

    /** The programme team offers, the school gives a bank account, a second person verifies it, the school accepts. */
    public void offerAndAcceptAward() {
        api.act(people.programmeTeam(), awardPath(), awardPath() + "/offer", api.write(Map.of(
                "conditions", List.of("The support plan is completed."), "permittedUse", "Travel, expenses, cover for staff and putting the new approaches in place.")))
                .orThrow("Offering");
        String payee = payee();
        api.act(school(), awardPath(), awardPath() + "/acceptance", api.write(Map.of("payeeId", payee))).orThrow("Accepting the offer");
        tell.accept("The grant is offered and accepted; the school's bank account is verified by a second person");
    }

    private String payee() {
        Answer made = api.post(school(), "/v1/payees", api.write(Map.of("organisation", Map.of("kind", "SCHOOL", "code", urn), "name", "School " + urn)));
        String payee = made.orThrow("Making the payee").text("id");
        String path = "/v1/payees/" + payee;
        api.put(school(), path, path + "/bank-details", api.write(Map.of("sortCode", "010203", "accountNumber", "12" + urn, "accountName", "SCHOOL " + urn)))
                .orThrow("Entering the bank details");
        api.act(people.financeApprover(), path, path + "/bank-details/verification", null).orThrow("Verifying the bank details");
        return payee;
    }

    /** Every mandatory activity is completed with evidence; before that, completing the plan is refused. */
    public void followPlan() {
        Answer early = api.act(people.programmeTeam(), planPath(), planPath() + "/completion", api.write(Map.of("completedOn", LocalDate.now().toString())));
        tell.accept("Completing the plan too early is refused: %s (%d activities open)".formatted(early.code(), early.body().path("errors").size()));
        int done = 0;
        for (JsonNode activity : api.get(school(), planPath()).orThrow("Reading the plan").body().path("activities")) {
            if (activity.path("mandatory").asBoolean() && "OPEN".equals(activity.path("state").asText())) {
                complete(activity);
                done++;
            }
        }
        tell.accept("The school completes %d mandatory activities with evidence".formatted(done));
    }

    private void complete(JsonNode activity) {
        LocalDate due = LocalDate.parse(activity.path("dueOn").asText());
        LocalDate day = due.isAfter(LocalDate.now()) ? LocalDate.now() : due;
        String path = planPath() + "/activities/" + activity.path("id").asText() + "/completion";
        Map<String, Object> completion = new HashMap<>(Map.of("completedOn", day.toString(),
                "evidence", Map.of("kind", "NOTE", "value", "Done as planned: " + activity.path("code").asText())));
        if ("TIME".equals(activity.path("kind").asText())) {
            completion.put("days", DAYS_SPENT);
        }
        api.act(school(), planPath(), path, api.write(completion)).orThrow("Completing " + activity.path("code").asText());
    }

    /** The programme team completes the plan; the award becomes payable. */
    public void completePlan() {
        LocalDate last = LocalDate.now();
        Answer completed = api.act(people.programmeTeam(), planPath(), planPath() + "/completion", api.write(Map.of("completedOn", last.toString())))
                .orThrow("Completing the plan");
        tell.accept("The plan is %s".formatted(completed.text("state")));
        api.await("the award is payable", school(), awardPath(), answer -> List.of("PAYABLE", "IN_RUN", "PAID").contains(answer.text("state")));
        tell.accept("The grant is payable");
    }

    /** Waits until the money has arrived. */
    public void awaitPaid() {
        api.await("the award is paid", school(), awardPath(), answer -> "PAID".equals(answer.text("state")));
    }

    /** The journey as the front ends see it. */
    public Answer view() {
        return api.get(school(), "/v1/journeys/" + application).orThrow("Reading the journey");
    }

    private Api.Caller school() {
        return people.school(urn);
    }

    private String resource() {
        return "/v1/applications/" + application;
    }

    private String membershipPath() {
        return "/v1/memberships/" + membership;
    }

    private String planPath() {
        return "/v1/plans/" + plan;
    }

    private String awardPath() {
        return "/v1/awards/" + award;
    }
}
