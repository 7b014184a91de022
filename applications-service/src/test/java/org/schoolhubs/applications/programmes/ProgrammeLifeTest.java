package org.schoolhubs.applications.programmes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.schoolhubs.applications.Given.as;
import static org.schoolhubs.applications.Given.team;
import static org.schoolhubs.applications.programmes.Catalogue.AUTHOR;
import static org.schoolhubs.applications.programmes.Catalogue.CHECKER;
import static org.schoolhubs.applications.programmes.Catalogue.act;
import static org.schoolhubs.applications.programmes.Catalogue.inDays;
import static org.schoolhubs.applications.programmes.Catalogue.openCohort;
import static org.schoolhubs.applications.programmes.Catalogue.pathway;
import static org.schoolhubs.applications.programmes.Catalogue.publicly;
import static org.schoolhubs.applications.programmes.Catalogue.put;
import static org.schoolhubs.applications.programmes.Catalogue.settle;
import static org.schoolhubs.applications.programmes.Catalogue.terms;
import static org.schoolhubs.applications.programmes.Catalogue.with;
import static org.schoolhubs.testkit.ProblemMatcher.problem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.schoolhubs.applications.Given;
import org.schoolhubs.kernel.Roles;
import org.schoolhubs.kit.problem.Problem;
import org.schoolhubs.kit.security.Caller;
import org.schoolhubs.kit.time.LondonDates;
import org.schoolhubs.kit.web.RequestContext;
import org.schoolhubs.testkit.Facts;
import org.schoolhubs.testkit.SharedInfrastructure;
import org.schoolhubs.testkit.Tokens;

/** The life of a programme: versions and their days, closure, replacement, and what other features are told of it. */
@QuarkusTest
@QuarkusTestResource(SharedInfrastructure.class)
class ProgrammeLifeTest {
    private static final LocalDate TODAY = LondonDates.today(Clock.systemUTC());

    @Inject
    ProgrammeCatalogue catalogue;
    @Inject
    ProgrammeRepository programmes;
    @Inject
    CataloguePublication publication;
    @Inject
    Caller caller;
    @Inject
    RequestContext request;

    /** What the service does by itself, as it will be some days from now. */
    private void tickInDays(int days) {
        new CatalogueCalendar(programmes, publication, caller, request, Clock.offset(Clock.systemUTC(), Duration.ofDays(days))).tick();
    }

    // ---- versions

    @Test
    @ActivateRequestContext
    void termsFromALaterDayAreReadAsOnThatDayAndToldWhenItComes() {
        String code = Catalogue.published();
        String path = "/v1/programmes/" + code;
        LocalDate day = TODAY.plusDays(30);
        int before = types(code).size();
        put(AUTHOR, path, with(terms(with(pathway("core"), "places", 60)), "validFrom", day.toString())).then().statusCode(200)
                .body("pathways[0].places", equalTo(40)).body("terms.number", equalTo(1)).body("scheduled.number", equalTo(2))
                .body("scheduled.validFrom", equalTo(day.atStartOfDay(LondonDates.LONDON).toInstant().toString()));
        publicly(path + "?asOn=" + day.minusDays(1)).then().body("pathways[0].places", equalTo(40)).body("terms.number", equalTo(1));
        publicly(path + "?asOn=" + day).then().body("pathways[0].places", equalTo(60)).body("terms.number", equalTo(2));
        publicly(path + "?asOn=" + TODAY).then().body("terms.number", equalTo(1));
        publicly(path + "?asOn=2020-01-01").then().spec(problem(404, "not-found"));
        publicly(path + "?asOn=soon").then().spec(problem(400, "parameter-invalid"));
        put(AUTHOR, path, terms(with(pathway("core"), "places", 70))).then().spec(problem(409, "version-scheduled"));
        assertThat(types(code)).as("nothing is in force yet").hasSize(before);

        tickInDays(29);
        assertThat(types(code)).hasSize(before);
        tickInDays(31);
        tickInDays(31);
        assertThat(types(code)).as("told once").hasSize(before + 1);
        assertThat(JsonPath.from(last(code)).getInt("pathways[0].places")).isEqualTo(60);
        assertThat(Given.one("select actor_id || ' ' || reason_code from journal where event_key = '%s' order by id desc limit 1".formatted(code)))
                .isEqualTo("system:applications-service terms-begun");
    }

    @Test
    void termsThatAreToComeCanBeCancelledAndThoseInForceCannot() {
        String code = Catalogue.published();
        String path = "/v1/programmes/" + code;
        put(AUTHOR, path, with(terms(with(pathway("core"), "places", 60)), "validFrom", TODAY.plusDays(30).toString())).then().statusCode(200);
        act(CHECKER, code, "versions/1/cancellation", null).then().spec(problem(409, "version-in-force"));
        act(CHECKER, code, "versions/9/cancellation", null).then().spec(problem(404, "not-found"));
        act(CHECKER, code, "versions/2/cancellation", null).then().statusCode(200).body("scheduled", nullValue());
        act(CHECKER, code, "versions/2/cancellation", null).then().spec(problem(409, "version-in-force"));
        publicly(path + "?asOn=" + TODAY.plusDays(30)).then().body("terms.number", equalTo(1));
        put(AUTHOR, path, terms(with(pathway("core"), "places", 70))).then().statusCode(200).body("terms.number", equalTo(3));
        as(team("reader")).get(path + "/versions").then().body("items.standing", contains("PAST", "CANCELLED", "IN_FORCE"))
                .body("items[1].cancelledBy", equalTo(CHECKER))
                .body("items[1].validUntil", nullValue());
        put(AUTHOR, path, with(terms(pathway("core")), "validFrom", TODAY.minusDays(1).toString())).then().spec(problem(422, "valid-from-past"))
                .body("errors[0].pointer", equalTo("/validFrom"));
    }

    @Test
    void anOfferNamesTheVersionThatItWasMadeFromAndStaysWhatItWas() {
        String code = Catalogue.open();
        PathwayOffer then = catalogue.offer(code, "core", "c1");
        Instant submission = Instant.now();
        String change = put(AUTHOR, "/v1/programmes/" + code, terms(with(with(pathway("core"), "automaticAcceptance", false), "lengthMonths", 18))).then()
                .statusCode(202)
                .extract().path("id");
        assertThat(catalogue.offer(code, "core", "c1")).as("a proposal has no effect").isEqualTo(then);
        settle(CHECKER, change, "approval").then().statusCode(200);
        PathwayOffer now = catalogue.offer(code, "core", "c1");
        assertThat(now.automaticAcceptance()).isFalse();
        assertThat(now.cohortEndsOn()).isEqualTo(then.cohortEndsOn().plusDays(1).plusMonths(6).minusDays(1));
        assertThat(now.versionId()).isNotEqualTo(then.versionId());
        assertThat(catalogue.offerAt(code, "core", "c1", submission)).isEqualTo(then);
        as(team("reader")).get("/v1/programmes/" + code + "/versions").then()
                .body("items.id", contains(then.versionId().toString(), now.versionId().toString()));
    }

    // ---- what other features ask

    @Test
    void anExpressionOfInterestWaitsForTheCohortThatOpensFirst() {
        String code = Catalogue.published();
        String path = "/v1/programmes/" + code + "/cohorts";
        assertThat(catalogue.nextCohort(code, "core", Instant.now())).isEmpty();
        for (Object[] cohort : new Object[][] {{"over", -30, -1}, {"later", 40, 60}, {"next", 10, 80}}) {
            as(team(AUTHOR)).body(with(Catalogue.cohort(inDays((int) cohort[1]), inDays((int) cohort[2]), "core"), "code", cohort[0])).post(path).then()
                    .statusCode(201);
        }
        assertThat(catalogue.nextCohort(code, "core", Instant.now())).map(PathwayOffer::cohort).contains("next");
        assertThat(catalogue.nextCohort(code, "core", inDays(85))).isEmpty();
        assertThatThrownBy(() -> catalogue.nextCohort(code, "other", Instant.now())).isInstanceOfSatisfying(Problem.class,
                problem -> assertThat(problem.error().code()).isEqualTo("pathway-unknown"));
    }

    @Test
    void aDraftIsOfferedToNobodyButItsRulesCanBeWritten() {
        String code = Catalogue.draft();
        assertThat(catalogue.access(code, "core")).isEqualTo(new PathwayAccess(PartnerKind.SCHOOL, EntryRoute.EXPRESSION_OF_INTEREST));
        assertThatThrownBy(() -> catalogue.leadOffer(code)).isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.error().code()).isEqualTo("programme-unknown"));
        publicly("/v1/programmes/" + code + "/cohorts").then().spec(problem(404, "not-found"));
    }

    @Test
    void thoseWhoWantToLeadAreToldTheirWindow() {
        String code = Catalogue.draft();
        Instant opens = inDays(-1);
        Instant closes = inDays(9);
        Map<String, Object> window = Map.of("opensAt", opens.toString(), "closesAt", closes.toString(), "leadersRequired", 2);
        put(AUTHOR, "/v1/programmes/" + code, with(terms(pathway("core")), "leadApplications", window)).then().statusCode(200)
                .body("leadApplications.leadersRequired", equalTo(2));
        act(AUTHOR, code, "publication", null).then().statusCode(200);
        assertThat(catalogue.leadOffer(code)).isEqualTo(new LeadOffer(code, null, Set.of("reading"), opens, closes, 2));
        put(AUTHOR, "/v1/programmes/" + code, terms(pathway("core"))).then().spec(problem(409, "change-refused"))
                .body("errors.code", hasItem("window-closes-in-past"));
    }

    // ---- closure and replacement

    @Test
    void aClosedProgrammeTakesNobodyAndItsCohortsShowIt() {
        String code = Catalogue.open();
        String path = "/v1/programmes/" + code;
        String change = act(AUTHOR, code, "closure", Map.of("reason", "No money")).then().statusCode(202).body("kind", equalTo("CLOSURE"))
                .body("changes.field", contains("state"))
                .extract().path("id");
        publicly(path).then().body("takesApplications", equalTo(true));
        settle(CHECKER, change, "approval").then().statusCode(200);
        publicly(path).then().body("state", equalTo("CLOSED")).body("takesApplications", equalTo(false));
        publicly(path + "/cohorts/c1").then().body("windowOpen", equalTo(false));
        publicly(path + "/cohorts?windowOpen=true").then().body("items", equalTo(List.of()));
        publicly(path + "/cohorts?windowOpen=false").then().body("items.code", contains("c1"));
        assertThat(catalogue.offer(code, "core", "c1").takesApplicationsUntil()).isEqualTo(TODAY.minusDays(1));
        assertThat(catalogue.nextCohort(code, "core", Instant.now())).isEmpty();
        as(team(AUTHOR)).body(with(openCohort("core"), "code", "c2")).post(path + "/cohorts").then().spec(problem(409, "programme-closed"));
        act(AUTHOR, code, "closure", Map.of("reason", "Again")).then().spec(problem(409, "transition-impossible"));
        act(AUTHOR, code, "publication", null).then().spec(problem(409, "transition-impossible"));
    }

    @Test
    @ActivateRequestContext
    void onTheDayAnotherProgrammeTakesItsPlaceAndWhatWaitsHasASuccessor() {
        String old = Catalogue.published();
        String successor = Catalogue.published();
        assertThat(catalogue.successor(old)).isEmpty();
        LocalDate day = TODAY.plusDays(5);
        replace(old, successor, day).then().statusCode(200).body("state", equalTo("PUBLISHED")).body("replacedBy", equalTo(successor))
                .body("replacedOn", equalTo(day.toString()))
                .body("takesApplications", equalTo(true));
        publicly("/v1/programmes/" + successor).then().body("replaces", contains(old));
        assertThat(catalogue.successor(old)).contains(new Successor(successor, day, false));
        assertThat(types(old)).doesNotContain("ProgrammeReplaced");

        tickInDays(6);
        tickInDays(6);
        publicly("/v1/programmes/" + old).then().body("state", equalTo("REPLACED")).body("takesApplications", equalTo(false));
        assertThat(types(old)).endsWith("ProgrammeReplaced", "ProgrammeUpdated").containsOnlyOnce("ProgrammeReplaced");
        assertThat(JsonPath.from(last(old)).getString("state")).as("what compaction keeps").isEqualTo("REPLACED");
        assertThat(catalogue.successor(old)).contains(new Successor(successor, day, true));
        act(AUTHOR, old, "replacement", Map.of("successor", successor, "on", TODAY.toString(), "reason", "x"))
                .then().spec(problem(409, "transition-impossible"));
        put(AUTHOR, "/v1/programmes/" + old, terms(with(pathway("core"), "places", 2))).then().spec(problem(409, "transition-impossible"));
    }

    @Test
    void aRowOfReplacementsLeadsToItsEndAndNeverInACircle() {
        String first = Catalogue.published();
        String second = Catalogue.published();
        String third = Catalogue.published();
        replace(first, second, TODAY).then().statusCode(200).body("state", equalTo("REPLACED"));
        replace(second, first, TODAY).then().spec(problem(422, "successor-invalid")).body("errors[0].code", equalTo("successor-unknown"));
        replace(second, third, TODAY.plusDays(9)).then().statusCode(200);
        replace(third, second, TODAY.plusDays(9)).then().spec(problem(422, "successor-invalid")).body("errors[0].code", equalTo("successor-circle"));
        replace(third, third, TODAY).then().spec(problem(422, "successor-invalid")).body("errors[0].pointer", equalTo("/successor"));
        assertThat(catalogue.successor(first)).contains(new Successor(second, TODAY, true));
        replace(second, third, TODAY).then().statusCode(200);
        assertThat(catalogue.successor(first)).contains(new Successor(third, TODAY, true));
    }

    @Test
    void theSuccessorIsAPublishedProgrammeAndTheDayIsToCome() {
        String code = Catalogue.published();
        replace(code, "nothing", TODAY).then().spec(problem(422, "successor-invalid"));
        replace(code, Catalogue.draft(), TODAY).then().spec(problem(422, "successor-invalid"));
        replace(code, Catalogue.published(), TODAY.minusDays(1)).then().spec(problem(422, "replacement-past")).body("errors[0].pointer", equalTo("/on"));
        replace(Catalogue.draft(), code, TODAY).then().spec(problem(409, "transition-impossible"));
    }

    // ---- bad input

    @ParameterizedTest(name = "{2} at {3}")
    @CsvSource(delimiter = '|', textBlock = """
            code                | UPPER                                        | 400 invalid           | /code
            code                | behaviour-hubs                               | 409 programme-exists  | /code
            name                | null                                         | 400 invalid           | /name
            reason              | null                                         | 400 invalid           | /reason
            subjects            | []                                           | 400 invalid           | /subjects
            subjects            | ["Reading"]                                  | 400 invalid           | /subjects/0
            colour              | "red"                                        | 400 unknown-field     | /colour
            takesApplicationsUntil | "31/12/2027"                              | 400 wrong-type        | /takesApplicationsUntil
            leadApplications    | {"opensAt":"2027-01-01T00:00:00Z","closesAt":"2027-02-01T00:00:00Z","leadersRequired":4} | 400 invalid | /leadApplications/leadersRequired
            leadApplications    | {"opensAt":"2027-02-01T00:00:00Z","closesAt":"2027-01-01T00:00:00Z","leadersRequired":3} | 422 programme-invalid | /leadApplications/closesAt
            pathways            | []                                           | 400 invalid           | /pathways
            +places             | 0                                            | 400 invalid           | /pathways/0/places
            +places             | -1                                           | 400 invalid           | /pathways/0/places
            +leadersRequired    | 4                                            | 400 invalid           | /pathways/0/leadersRequired
            +supportDays        | 0                                            | 400 invalid           | /pathways/0/supportDays
            +lengthMonths       | 0                                            | 400 invalid           | /pathways/0/lengthMonths
            +partnerKind        | "LOCAL_AUTHORITY"                            | 400 wrong-type        | /pathways/0/partnerKind
            +secondPerson       | null                                         | 400 invalid           | /pathways/0/secondPerson
            +secondPerson       | true                                         | 422 programme-invalid | /pathways/0/automaticAcceptance
            +extensionMonths    | 13                                           | 422 programme-invalid | /pathways/0/extensionMonths
            +timeCommitmentDays | {"from":9,"to":8}                            | 422 programme-invalid | /pathways/0/timeCommitmentDays/to
            +grantCap           | {"pence":0,"currency":"GBP"}                 | 422 programme-invalid | /pathways/0/grantCap
            +entry              | "SELECTION"                                  | 422 programme-invalid | /pathways/0/expressionsOfInterest
            """)
    void aProgrammeThatIsNotWholeIsRefusedNamingThePlace(String field, String value, String answer, String pointer) {
        Object parsed = value.matches("[A-Za-z-]+") && !value.matches("null|true|false") ? value : JsonPath.from("{\"v\":" + value + "}").get("v");
        Map<String, Object> body = with(terms(pathway("core")), "code", Catalogue.newCode());
        body = field.startsWith("+") ? with(body, "pathways", List.of(with(pathway("core"), field.substring(1), parsed))) : with(body, field, parsed);
        as(team(AUTHOR)).body(body).post("/v1/programmes").then().spec(problem(Integer.parseInt(answer.substring(0, 3)), answer.substring(4)))
                .body("errors.pointer", hasItem(pointer));
    }

    @Test
    void moreThanTwentyPathwaysOrTheSameTwiceAreRefused() {
        Map<String, Object> body = with(terms(pathway("core"), pathway("core")), "code", Catalogue.newCode());
        as(team(AUTHOR)).body(body).post("/v1/programmes").then().spec(problem(422, "programme-invalid")).body("errors[0].code", equalTo("pathway-twice"))
                .body("errors[0].pointer", equalTo("/pathways/1/code"));
        List<Map<String, Object>> many = IntStream.range(0, 21).mapToObj(i -> pathway("p" + i)).toList();
        as(team(AUTHOR)).body(with(body, "pathways", many)).post("/v1/programmes").then().spec(problem(400, "invalid"))
                .body("errors[0].pointer", equalTo("/pathways"));
        as(team(AUTHOR)).body(with(body, "pathways", many.subList(0, 20))).post("/v1/programmes").then().statusCode(201);
        as(team(AUTHOR)).body("{\"code\":").post("/v1/programmes").then().spec(problem(400, "malformed-json"));
    }

    @ParameterizedTest
    @ValueSource(strings = {Roles.SCHOOL, Roles.TRUST, Roles.LOCAL_AUTHORITY, Roles.DFE, Roles.AUDITOR, Roles.FINANCE_APPROVER, Roles.OPERATOR, Roles.DATA_COLLECTOR})
    void onlyTheProgrammeTeamChangesTheCatalogue(String role) {
        var body = Map.of("reason", "x");
        for (String path : List.of("", "/behaviour-hubs/publication", "/behaviour-hubs/closure", "/behaviour-hubs/replacement", "/behaviour-hubs/versions/1/cancellation")) {
            as(Tokens.person("somebody").role(role)).header("If-Match", "\"0\"").body(body).post("/v1/programmes" + path)
                    .then().spec(problem(403, "forbidden"));
        }
        for (String path : List.of("/behaviour-hubs", "/behaviour-hubs/cohorts/x")) {
            as(Tokens.person("somebody").role(role)).header("If-Match", "\"0\"").body(body).put("/v1/programmes" + path).then().spec(problem(403, "forbidden"));
        }
        String change = "/v1/programme-changes/" + UUID.randomUUID();
        for (String noun : List.of("approval", "rejection", "withdrawal")) {
            as(Tokens.person("somebody").role(role)).header("If-Match", "\"0\"").body(body).post(change + "/" + noun).then().spec(problem(403, "forbidden"));
        }
        boolean reads = role.equals(Roles.DFE) || role.equals(Roles.AUDITOR);
        for (String path : List.of("/v1/programme-changes", "/v1/programmes/behaviour-hubs/versions", "/v1/programmes/behaviour-hubs/versions/1", "/v1/programmes/behaviour-hubs/history")) {
            as(Tokens.person("somebody").role(role)).get(path).then().statusCode(reads ? 200 : 403);
            publicly(path).then().spec(problem(401, "unauthenticated"));
        }
    }

    private static Response replace(String code, String successor, LocalDate on) {
        return act(AUTHOR, code, "replacement", Map.of("successor", successor, "on", on.toString(), "reason", "One offer"));
    }

    private static List<String> types(String code) {
        return Facts.types("programmes.v1", code);
    }

    private static String last(String code) {
        List<Facts.Published> facts = Facts.published("programmes.v1", code);
        return facts.get(facts.size() - 1).payload();
    }
}
