package org.schoolhubs.applications.managementinformation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.schoolhubs.applications.Given.as;
import static org.schoolhubs.testkit.ProblemMatcher.problem;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.schoolhubs.applications.Given;
import org.schoolhubs.applications.applications.ApplicationKind;
import org.schoolhubs.applications.applications.ApplicationState;
import org.schoolhubs.applications.register.Phase;
import org.schoolhubs.kernel.Roles;
import org.schoolhubs.testkit.SharedInfrastructure;
import org.schoolhubs.testkit.Tokens;

@QuarkusTest
@QuarkusTestResource(SharedInfrastructure.class)
class ManagementInformationTest {
    private static final String FIGURES = "/v1/management-information/applications";
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("yyyy-MM").withZone(ZoneId.of("Europe/London"));

    /** An application as the model knows it. */
    private record Known(String id, String pathway, String region, String phase, String state, Instant submittedAt, String eligibility, String outcome, boolean automatic,
            Instant decidedAt) {
        String month() {
            return submittedAt == null ? "NONE" : MONTH.format(submittedAt);
        }

        Double days() {
            return decidedAt == null || automatic ? null : (decidedAt.toEpochMilli() - submittedAt.toEpochMilli()) / 86_400_000d;
        }
    }

    private static final Map<String, Function<Known, String>> DIMENSIONS = Map.of("PROGRAMME", one -> "behaviour-hubs", "PATHWAY", Known::pathway, "REGION", Known::region,
            "PHASE", Known::phase, "STATE", Known::state, "MONTH", Known::month, "KIND", one -> "PARTNER_SCHOOL");

    private static RequestSpecification auditor() {
        return as(Tokens.person("auditor").role(Roles.AUDITOR));
    }

    @Test
    void figuresAgreeWithAModelAndAddUp() {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        String cohort = Given.openCohort("behaviour-hubs", "core", "extended");
        String cohortId = Given.one("select id from cohort where code = '%s'".formatted(cohort));
        List<Known> model = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            model.add(make(random, cohort, cohortId));
        }
        List<String> all = DIMENSIONS.keySet().stream().sorted().toList();
        for (int round = 0; round < 25; round++) {
            List<String> groupBy = all.stream().filter(any -> random.nextInt(3) == 0).toList();
            Map<String, String> filter = random.nextBoolean() ? Map.of() : filter(random, all, model);
            check("seed %d, round %d, by %s, only %s".formatted(seed, round, groupBy, filter), cohort, groupBy, filter, model);
        }
        rowsAgree(cohort, model);
    }

    private static Map<String, String> filter(Random random, List<String> all, List<Known> model) {
        String dimension = all.get(random.nextInt(all.size()));
        return Map.of(dimension, DIMENSIONS.get(dimension).apply(model.get(random.nextInt(model.size()))));
    }

    private static Known make(Random random, String cohort, String cohortId) {
        String urn = Given.eligibleSchool();
        String region = pick(random, "A", "H", "NONE");
        String phase = pick(random, "PRIMARY", "SECONDARY");
        Given.update("update school set region = %s, phase = '%s' where urn = '%s'".formatted(region.equals("NONE") ? "null" : "'" + region + "'", phase, urn));
        String state = pick(random, "DRAFT", "SUBMITTED", "ACCEPTED", "DECLINED", "WITHDRAWN");
        boolean submitted = !state.equals("DRAFT");
        boolean decided = state.equals("ACCEPTED") || state.equals("DECLINED");
        boolean automatic = state.equals("ACCEPTED") && random.nextInt(3) == 0;
        Instant at = submitted ? Instant.parse("2026-01-01T00:00:00Z").plusSeconds(random.nextInt(200 * 86_400)) : null;
        Instant decidedAt = decided ? at.plusSeconds(automatic ? 0 : random.nextInt(60 * 86_400)) : null;
        String eligibility = !submitted ? null : state.equals("ACCEPTED") ? pick(random, "ELIGIBLE", "MANUAL_REVIEW") : pick(random, "ELIGIBLE", "MANUAL_REVIEW", "NOT_ELIGIBLE");
        Known known = new Known(UUID.randomUUID().toString(), pick(random, "core", "extended"), region, phase, state, at, eligibility,
                decided ? state.equals("ACCEPTED") ? "ACCEPT" : "DECLINE" : null, automatic, decidedAt);
        insert(known, urn, cohort, cohortId);
        return known;
    }

    private static void insert(Known known, String urn, String cohort, String cohortId) {
        Given.update("""
                insert into application (id, version, created_at, kind, programme, pathway, cohort, cohort_id, urn, school_name, state, submitted_at, eligibility, declared_by)
                values ('%s', 0, now(), 'PARTNER_SCHOOL', 'behaviour-hubs', '%s', '%s', '%s', '%s', '=School', '%s', %s, %s, %s)"""
                .formatted(known.id(), known.pathway(), cohort, cohortId, urn, known.submittedAt() == null ? "DRAFT" : "SUBMITTED", quoted(known.submittedAt()),
                        quoted(known.eligibility()), known.submittedAt() == null ? "null" : "'Head'"));
        if (known.outcome() != null) {
            String decision = UUID.randomUUID().toString();
            Given.update("""
                    insert into application_decision (id, application_id, outcome, state, second_person, reasons, proposed_by, proposed_at, origin)
                    values ('%s', '%s', '%s', 'FINAL', false, '[{"code":"OTHER"}]', 'x', '%s', '%s')"""
                    .formatted(decision, known.id(), known.outcome(), known.decidedAt(), known.automatic() ? "AUTOMATIC" : "PERSON"));
            Given.update("update application set state = '%s', decision_id = '%s', accepted_on = %s, ended_on = %s where id = '%s'".formatted(known.state(), decision,
                    known.outcome().equals("ACCEPT") ? "'2026-05-01'" : "null", known.outcome().equals("ACCEPT") ? "null" : "'2026-05-01'", known.id()));
        } else if (known.state().equals("WITHDRAWN")) {
            Given.update("update application set state = 'WITHDRAWN', ended_on = '2026-05-01' where id = '%s'".formatted(known.id()));
        }
    }

    private static void check(String what, String cohort, List<String> groupBy, Map<String, String> filter, List<Known> model) {
        RequestSpecification request = auditor().queryParam("cohort", cohort);
        groupBy.forEach(dimension -> request.queryParam("groupBy", dimension));
        filter.forEach((dimension, value) -> request.queryParam(dimension.toLowerCase(Locale.ROOT), value));
        Response response = request.get(FIGURES);
        assertThat(response.statusCode()).as(what + response.asString()).isEqualTo(200);
        JsonPath found = response.jsonPath();
        List<Known> counted = model.stream().filter(one -> filter.entrySet().stream().allMatch(by -> DIMENSIONS.get(by.getKey()).apply(one).equals(by.getValue()))).toList();
        Map<Map<String, String>, List<Known>> expected = new HashMap<>();
        if (!groupBy.isEmpty()) {
            counted.forEach(one -> expected.computeIfAbsent(groupBy.stream()
                    .collect(Collectors.toMap(by -> by.toLowerCase(Locale.ROOT), by -> DIMENSIONS.get(by).apply(one))), any -> new ArrayList<>()).add(one));
        }
        List<Map<String, Object>> groups = found.getList("groups");
        assertThat(groups).as(what).hasSize(expected.size());
        groups.forEach(group -> assertThat(text(group)).as(what).isEqualTo(figures(expected.get(group.get("group")))));
        assertThat(text(found.getMap("total"))).as(what).isEqualTo(figures(counted));
        if (!groupBy.isEmpty()) {
            for (String measure : List.of("applications", "submitted", "eligible", "manualReview", "notEligible", "decided", "accepted", "declined", "acceptedAutomatically")) {
                assertThat(groups.stream().mapToInt(group -> (int) group.get(measure)).sum()).as(what + " sum of " + measure).isEqualTo(found.getInt("total." + measure));
            }
        }
    }

    /** The figures of some applications, found by counting them. */
    private static Map<String, String> figures(List<Known> some) {
        long submitted = count(some, one -> one.submittedAt() != null);
        Map<String, String> figures = new HashMap<>();
        figures.put("applications", String.valueOf(some.size()));
        figures.put("submitted", String.valueOf(submitted));
        for (Map.Entry<String, String> outcome : Map.of("eligible", "ELIGIBLE", "manualReview", "MANUAL_REVIEW", "notEligible", "NOT_ELIGIBLE").entrySet()) {
            long counted = count(some, one -> outcome.getValue().equals(one.eligibility()));
            figures.put(outcome.getKey(), String.valueOf(counted));
            figures.put("share" + outcome.getKey().substring(0, 1).toUpperCase(Locale.ROOT) + outcome.getKey().substring(1),
                    submitted == 0 ? "null" : number(counted / (double) submitted, 4));
        }
        figures.put("accepted", String.valueOf(count(some, one -> "ACCEPT".equals(one.outcome()))));
        figures.put("declined", String.valueOf(count(some, one -> "DECLINE".equals(one.outcome()))));
        figures.put("decided", String.valueOf(count(some, one -> one.outcome() != null)));
        figures.put("acceptedAutomatically", String.valueOf(count(some, Known::automatic)));
        figures.put("reconsidered", "0");
        List<Double> days = some.stream().map(Known::days).filter(Objects::nonNull).sorted().toList();
        figures.put("medianDaysToDecision", percentile(days, 0.5));
        figures.put("ninetiethPercentileDaysToDecision", percentile(days, 0.9));
        return figures;
    }

    private static long count(List<Known> some, Predicate<Known> which) {
        return some.stream().filter(which).count();
    }

    private static String percentile(List<Double> sorted, double fraction) {
        if (sorted.isEmpty()) {
            return "null";
        }
        double place = fraction * (sorted.size() - 1);
        double low = sorted.get((int) Math.floor(place));
        double high = sorted.get((int) Math.ceil(place));
        return number(low + (high - low) * (place - Math.floor(place)), 2);
    }

    /** To the precision that both ways of computing share. */
    private static String number(double number, int scale) {
        return BigDecimal.valueOf(number).setScale(scale, RoundingMode.HALF_UP).setScale(Math.min(scale, 1), RoundingMode.HALF_EVEN).toPlainString();
    }

    private static Map<String, String> text(Map<String, Object> figures) {
        Map<String, String> text = new HashMap<>();
        for (String measure : List.of("applications", "submitted", "eligible", "manualReview", "notEligible", "decided", "accepted", "declined", "acceptedAutomatically", "reconsidered")) {
            text.put(measure, String.valueOf(figures.get(measure)));
        }
        for (String measure : List.of("shareEligible", "shareManualReview", "shareNotEligible", "medianDaysToDecision", "ninetiethPercentileDaysToDecision")) {
            Object value = figures.get(measure);
            text.put(measure, value == null ? "null" : new BigDecimal(value.toString()).setScale(1, RoundingMode.HALF_EVEN).toPlainString());
        }
        return text;
    }

    private static void rowsAgree(String cohort, List<Known> model) {
        Response csv = auditor().queryParam("cohort", cohort).accept("text/csv").get(FIGURES + "/rows");
        csv.then().statusCode(200).header("Content-Type", containsString("text/csv")).header("Content-Disposition", containsString("applications.csv"));
        List<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(csv.asString()).stream().toList();
        assertThat(rows).hasSize(model.size());
        Map<String, NamedCsvRecord> byId = rows.stream().collect(Collectors.toMap(row -> row.getField("applicationId"), row -> row));
        for (Known known : model) {
            NamedCsvRecord row = byId.get(known.id());
            assertThat(row.getField("state")).isEqualTo(known.state());
            assertThat(row.getField("schoolName")).isEqualTo("'=School");
            assertThat(row.getField("firstDecision")).isEqualTo(known.outcome() == null ? "" : known.outcome());
            assertThat(row.getField("region")).isEqualTo(known.region().equals("NONE") ? "" : known.region());
            assertThat(row.getField("submittedAt")).isEqualTo(known.submittedAt() == null ? "" : known.submittedAt().toString());
        }
        List<String> columns = auditor().get(FIGURES + "/dictionary").then().statusCode(200).extract().path("column");
        assertThat(rows.get(0).getHeader()).isEqualTo(columns);
    }

    @Test
    void figuresAreGivenAsCsvWithTheTotalLast() {
        String cohort = Given.openCohort("behaviour-hubs", "core");
        Given.draft(Given.eligibleSchool(), cohort, "behaviour-hubs", "core");
        String csv = auditor().accept("text/csv").queryParam("cohort", cohort).queryParam("groupBy", "REGION").queryParam("groupBy", "STATE").get(FIGURES).then().statusCode(200)
                .header("Content-Type", containsString("text/csv")).extract().asString();
        assertThat(csv.lines().toList()).hasSize(3).element(0).asString().startsWith("region,state,applications,submitted");
        assertThat(csv.lines().toList()).element(1).asString().startsWith("H,DRAFT,1,0,0,0,0,,,,0,0,0,0,0,,");
        assertThat(csv.lines().toList()).element(2).asString().startsWith("TOTAL,TOTAL,1,0");
    }

    @Test
    void nothingCountedIsAlsoAnAnswer() {
        auditor().queryParam("cohort", "no-such-cohort").queryParam("groupBy", "STATE").get(FIGURES).then().statusCode(200).body("groups", hasSize(0)).body("total.applications", equalTo(0));
        auditor().queryParam("cohort", "no-such-cohort").get(FIGURES).then().body("groups", hasSize(0)).body("total.applications", equalTo(0));
        auditor().queryParam("submittedFrom", LocalDate.now().plusDays(2).toString()).queryParam("submittedTo", "2099-01-01").get(FIGURES).then().body("total.applications", equalTo(0));
    }

    @ParameterizedTest(name = "{0}={1}")
    @CsvSource({"groupBy, COLOUR, parameter-invalid", "region, london, invalid", "month, 2026-13, invalid", "submittedFrom, soon, parameter-invalid",
            "kind, SCHOOL, invalid", "state, APPROVED, invalid", "phase, secondary, invalid",
            "programme, 1234567890123456789012345678901234567890123456789012345678901, invalid"})
    void aQueryThatCannotBeReadIsRefused(String parameter, String value, String code) {
        auditor().queryParam(parameter, value).get(FIGURES).then().spec(problem(400, code)).body("errors.parameter", hasItem(parameter));
    }

    @Test
    void everyKindStateAndPhaseCanBeAskedFor() {
        for (ApplicationKind kind : ApplicationKind.values()) {
            auditor().queryParam("kind", kind).get(FIGURES).then().statusCode(200);
        }
        for (ApplicationState state : ApplicationState.values()) {
            auditor().queryParam("state", state).get(FIGURES).then().statusCode(200);
        }
        for (Phase phase : Phase.values()) {
            auditor().queryParam("phase", phase).get(FIGURES).then().statusCode(200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/rows", "/dictionary"})
    void itIsForThoseWhoOverseeTheProgrammes(String what) {
        for (String role : List.of(Roles.SCHOOL, Roles.TRUST, Roles.LOCAL_AUTHORITY, Roles.FINANCE_PREPARER)) {
            as(Tokens.person("p").role(role)).accept("*/*").get(FIGURES + what).then().spec(problem(403, "forbidden"));
        }
        for (String role : List.of(Roles.PROGRAMME_TEAM, Roles.DFE, Roles.AUDITOR)) {
            as(Tokens.person("p").role(role)).accept("*/*").get(FIGURES + what).then().statusCode(200);
        }
    }

    private static String pick(Random random, String... options) {
        return options[random.nextInt(options.length)];
    }

    private static String quoted(Object value) {
        return value == null ? "null" : "'" + value + "'";
    }
}
