package org.schoolhubs.applications.programmes;

import static io.restassured.RestAssured.given;
import static org.schoolhubs.applications.Given.as;
import static org.schoolhubs.applications.Given.team;

import io.restassured.response.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.schoolhubs.applications.Given;

/** Programmes of the tests, made through the API alone. Documents are maps, so that a test changes the one field it speaks of. */
public final class Catalogue {
    static final String AUTHOR = "catalogue-author";
    static final String CHECKER = "catalogue-checker";
    private static final AtomicInteger NEXT = new AtomicInteger();

    private Catalogue() {
    }

    static String newCode() {
        return "reading-hubs-" + NEXT.incrementAndGet() + "-" + System.nanoTime() % 1_000_000;
    }

    // ---- documents

    static Map<String, Object> terms(Map<?, ?>... pathways) {
        Map<String, Object> terms = new LinkedHashMap<>();
        terms.put("name", "Reading hubs");
        terms.put("description", "Schools that teach reading well share how they do it.");
        terms.put("subjects", List.of("reading"));
        terms.put("pathways", new ArrayList<>(Arrays.asList(pathways)));
        terms.put("reason", "Agreed with the Department");
        return terms;
    }

    public static Map<String, Object> pathway(String code) {
        Map<String, Object> pathway = new LinkedHashMap<>();
        pathway.put("code", code);
        pathway.put("name", "Pathway " + code);
        pathway.put("partnerKind", "SCHOOL");
        pathway.put("entry", "EXPRESSION_OF_INTEREST");
        pathway.put("lengthMonths", 12);
        pathway.put("extensionMonths", 6);
        pathway.put("timeCommitmentDays", Map.of("from", 5, "to", 10));
        pathway.put("supportDays", 4);
        pathway.put("grantCap", Map.of("pence", 300_000, "currency", "GBP"));
        pathway.put("places", 40);
        pathway.put("leadersRequired", 1);
        pathway.put("statementRequired", false);
        pathway.put("automaticAcceptance", true);
        pathway.put("secondPerson", false);
        pathway.put("expressionsOfInterest", true);
        return pathway;
    }

    public static Map<String, Object> with(Map<String, Object> document, String field, Object value) {
        Map<String, Object> other = new LinkedHashMap<>(document);
        other.put(field, value);
        return other;
    }

    static Map<String, Object> cohort(Instant opens, Instant closes, String... pathways) {
        Map<String, Object> cohort = new LinkedHashMap<>();
        cohort.put("name", "A cohort");
        cohort.put("startsOn", LocalDate.now().plusMonths(1).toString());
        cohort.put("windowOpensAt", opens.toString());
        cohort.put("windowClosesAt", closes.toString());
        cohort.put("pathways", Arrays.stream(pathways).map(code -> Map.of("code", code)).toList());
        return cohort;
    }

    static Map<String, Object> openCohort(String... pathways) {
        return cohort(inDays(-10), inDays(20), pathways);
    }

    static Instant inDays(int days) {
        return Instant.now().plus(days, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
    }

    // ---- acts

    /** A draft with one pathway, {@code core}, and published rules. */
    static String draft() {
        String code = newCode();
        as(team(AUTHOR)).body(with(terms(pathway("core")), "code", code)).post("/v1/programmes").then().statusCode(201);
        Given.ruled(code);
        return code;
    }

    /** A published programme with these pathways. */
    @SafeVarargs
    public static String published(Map<String, Object>... pathways) {
        String code = newCode();
        as(team(AUTHOR)).body(with(terms(pathways), "code", code)).post("/v1/programmes").then().statusCode(201);
        act(AUTHOR, code, "publication", null).then().statusCode(200);
        return code;
    }

    static String published() {
        String code = draft();
        act(AUTHOR, code, "publication", null).then().statusCode(200);
        return code;
    }

    /** Published, with a cohort {@code c1} whose window is open. */
    static String open() {
        String code = published();
        as(team(AUTHOR)).body(with(openCohort("core"), "code", "c1")).post("/v1/programmes/" + code + "/cohorts").then().statusCode(201);
        return code;
    }

    static Response act(String who, String code, String noun, Object body) {
        var request = as(team(who)).header("If-Match", etag("/v1/programmes/" + code));
        return (body == null ? request : request.body(body)).post("/v1/programmes/" + code + "/" + noun);
    }

    static Response put(String who, String path, Object body) {
        return as(team(who)).header("If-Match", etag(path)).body(body).put(path);
    }

    static Response settle(String who, String change, String noun) {
        return as(team(who)).header("If-Match", etag("/v1/programme-changes/" + change)).body(Map.of("reason", "Looked at it"))
                .post("/v1/programme-changes/" + change + "/" + noun);
    }

    static String etag(String path) {
        return as(team("reader")).get(path).header("ETag");
    }

    static Response publicly(String path) {
        return given().get(path);
    }
}
