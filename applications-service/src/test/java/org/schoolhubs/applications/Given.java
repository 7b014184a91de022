package org.schoolhubs.applications;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.schoolhubs.kernel.Roles;
import org.schoolhubs.testkit.SharedInfrastructure;
import org.schoolhubs.testkit.Tokens;

/** What the tests of applications begin with: schools in the register, open cohorts, people, and applications that have come some way. */
public final class Given {
    /** An import that schools and inspections of the tests hang on; of an early day, so that it makes no later file an older one. */
    private static final String IMPORT = "019a6f00-0000-7000-8000-0000000000aa";
    private static final AtomicInteger NEXT_URN = new AtomicInteger(890_000);
    private static final AtomicInteger NEXT_TRUST = new AtomicInteger(70_001);
    private static final AtomicInteger NEXT_COHORT = new AtomicInteger();

    private Given() {
    }

    // ---- the register

    /** An open maintained secondary school in London whose own overall grade is Good. */
    public static String eligibleSchool() {
        return school("1", null, "2");
    }

    /** As {@link #eligibleSchool}, but Outstanding. */
    public static String outstandingSchool() {
        return school("1", null, "1");
    }

    /** As {@link #eligibleSchool}, but inspected without an overall grade. */
    public static String notJudgedSchool() {
        return school("1", null, "Not judged");
    }

    /** An academy of a trust. */
    public static String schoolOfTrust(String uid) {
        return school("34", uid, "3");
    }

    private static String school(String typeCode, String trustUid, String grade) {
        String urn = String.valueOf(NEXT_URN.getAndIncrement());
        update("""
                insert into register_import (id, version, created_at, kind, as_at, file_name, sha256, bytes, requested_by, requester_roles, correlation_id, state, finished_at)
                values ('%s', 0, now(), 'GIAS_ESTABLISHMENTS', '2000-01-01', 'given-by-tests.csv', '%s', 1, 'tests', '{}', 'tests', 'COMPLETED', now())
                on conflict do nothing""".formatted(IMPORT, "a".repeat(64)));
        update("""
                insert into school (urn, version, name, search_name, status, type_code, type_group_code, phase_code, phase, provision, la_code, la_name, region, trust_uid,
                                    easting, northing, pupils, urban_rural, import_id, source_file, source_as_at)
                values ('%s', 0, 'School %1$s', 'school %1$s', 'OPEN', '%2$s', '4', '4', 'SECONDARY', 'MAINSTREAM', '202', 'Camden', 'H', %3$s,
                        528159, 184498, 878, 'UN1', '%4$s', 'given-by-tests.csv', '2026-11-01')"""
                .formatted(urn, typeCode, trustUid == null ? "null" : "'" + trustUid + "'", IMPORT));
        update("""
                insert into inspection (urn, kind, inspection_number, inspected_on, overall_effectiveness, grades, predecessor, urn_at_time, import_id, source_file, source_as_at)
                values ('%s', 'OEIF_GRADED', '10%1$s', '2019-03-01', '%s', '{}', false, '%1$s', '%s', 'given-by-tests.csv', '2026-10-31')"""
                .formatted(urn, grade, IMPORT));
        return urn;
    }

    /** A trust with some academies whose own overall grade is Requires improvement. */
    public record GivenTrust(String uid, List<String> urns) {
        /** Who acts for it. */
        public Tokens officer() {
            return Tokens.person("officer-" + uid).role(Roles.TRUST).organisation("uid:" + uid);
        }
    }

    public static GivenTrust trust(int schools) {
        String uid = String.valueOf(NEXT_TRUST.getAndIncrement());
        GivenTrust trust = new GivenTrust(uid, IntStream.range(0, schools).mapToObj(i -> schoolOfTrust(uid)).toList());
        update("""
                insert into establishment_group (uid, name, type_code, type_name, status, import_id, source_file, source_as_at)
                values ('%s', 'Trust %1$s', '6', 'Multi-academy trust', 'OPEN', '%s', 'given-by-tests.csv', '2026-11-01') on conflict do nothing""".formatted(uid, IMPORT));
        return trust;
    }

    /** A current selection list for a cohort of the enhanced pathway, its schools in the order of their rank; takes the place of an earlier one. */
    public static String selectionList(String cohort, List<String> urns) {
        String id = UUID.randomUUID().toString();
        update("update selection_list set current = false where programme = 'behaviour-and-attendance-hubs' and pathway = 'enhanced' and cohort = '%s'".formatted(cohort));
        update("""
                insert into selection_list (id, programme, pathway, cohort, list_number, dated_on, current, entries, import_id, source_file)
                select '%s', 'behaviour-and-attendance-hubs', 'enhanced', '%s', count(*) + 1, '2026-11-01', true, %d, '%s', 'selection.csv' from selection_list where cohort = '%2$s'"""
                .formatted(id, cohort, urns.size(), IMPORT));
        for (int i = 0; i < urns.size(); i++) {
            update("insert into selection_entry (list_id, urn, rank, reason, school_name) values ('%s', '%s', %d, 'High absence', 'School %2$s')".formatted(id, urns.get(i), i + 1));
        }
        return id;
    }

    // ---- people

    public static Tokens head(String urn) {
        return Tokens.person("head-" + urn).role(Roles.SCHOOL).organisation("urn:" + urn);
    }

    public static Tokens team(String subject) {
        return Tokens.person(subject).role(Roles.PROGRAMME_TEAM);
    }

    /** A request of that person or client, with a fresh Idempotency-Key. */
    public static RequestSpecification as(Tokens who) {
        return given().auth().oauth2(who.token()).contentType("application/json").header("Idempotency-Key", UUID.randomUUID().toString());
    }

    // ---- cohorts

    /** A cohort of a programme that began a year ago and still takes late joiners. */
    /** Published rules for the partners of a programme that every open school and trust meets, so that its cohorts can be opened. */
    public static void ruled(String programme) {
        ruled(programme, LocalDate.of(2021, 1, 1));
    }

    /** The same, in force from a day on. */
    public static void ruled(String programme, LocalDate from) {
        for (String role : List.of("PARTNER_SCHOOL", "PARTNER_TRUST")) {
            String code = programme + (role.equals("PARTNER_SCHOOL") ? "-schools" : "-trusts");
            update("insert into rule_set (code, programme, pathway, role) values ('%s', '%s', null, '%s')".formatted(code, programme, role));
            update("""
                    insert into rule_set_version (id, version, created_at, code, number, state, valid_from, description, rules, drafted_by, published_by, published_at)
                    values (gen_random_uuid(), 0, now(), '%s', 1, 'PUBLISHED', '%s', 'Open ones.', '[{"id": "open", "kind": "%s"}]', '{tests}', 'others', now())"""
                    .formatted(code, from, role.equals("PARTNER_SCHOOL") ? "open" : "trust-open"));
        }
    }

    public static String openCohort(String programme, String... pathways) {
        return cohort(programme, Instant.now().minus(400, ChronoUnit.DAYS), Instant.now().plus(30, ChronoUnit.DAYS), pathways);
    }

    public static String cohort(String programme, Instant opens, Instant closes, String... pathways) {
        String code = "test-" + NEXT_COHORT.incrementAndGet();
        StringBuilder offered = new StringBuilder();
        for (String pathway : pathways) {
            offered.append(offered.isEmpty() ? "" : ",").append("{\"code\":\"%s\",\"places\":null}".formatted(pathway));
        }
        as(team("cohort-maker")).body("""
                {"code":"%s","name":"Cohort %s","startsOn":"%s","windowOpensAt":"%s","windowClosesAt":"%s","pathways":[%s]}"""
                .formatted(code, code, LocalDate.now().minusYears(1), opens, closes, offered)).post("/v1/programmes/" + programme + "/cohorts").then().statusCode(201);
        return code;
    }

    // ---- applications

    /** An application as its school last saw it. */
    public record Draft(String id, String urn, String cohort, String etag) {
        public Draft seen(Response response) {
            response.then().statusCode(200);
            return new Draft(id, urn, cohort, response.header("ETag"));
        }

        /** A request of its head that changes it. */
        public RequestSpecification byHead() {
            return as(head(urn)).header("If-Match", etag);
        }

        /** A request of someone else that changes it. */
        public RequestSpecification by(Tokens who) {
            return as(who).header("If-Match", etag);
        }

        public String path(String rest) {
            return "/v1/applications/" + id + rest;
        }
    }

    public static Draft draft(String urn) {
        return draft(urn, openCohort("behaviour-hubs", "core", "extended"), "behaviour-hubs", "core");
    }

    public static Draft draft(String urn, String cohort, String programme, String pathway) {
        Response begun = as(head(urn)).body(newApplication(programme, pathway, cohort, urn)).post("/v1/applications");
        begun.then().statusCode(201);
        return new Draft(begun.path("id"), urn, cohort, begun.header("ETag"));
    }

    public static String newApplication(String programme, String pathway, String cohort, String urn) {
        return "{\"kind\":\"PARTNER_SCHOOL\",\"programme\":\"%s\",\"pathway\":\"%s\",\"cohort\":\"%s\",\"urn\":\"%s\"}".formatted(programme, pathway, cohort, urn);
    }

    /** A draft of any kind: of a trust by its officer, of a school by its head. */
    public static Draft begun(Tokens who, String body) {
        Response begun = as(who).body(body).post("/v1/applications");
        begun.then().statusCode(201);
        return new Draft(begun.path("id"), begun.path("urn"), begun.path("cohort"), begun.header("ETag"));
    }

    public static final String ANSWERS = "{\"motivation\":\"Calm corridors.\",\"improvementFocus\":\"Starts of lessons.\"}";

    /** A draft of a partner trust that names these of its schools and lacks nothing. */
    public static Draft completeTrust(GivenTrust trust, String cohort, List<String> urns) {
        Draft draft = begun(trust.officer(), "{\"kind\":\"PARTNER_TRUST\",\"programme\":\"behaviour-hubs\",\"pathway\":\"multi-school\",\"cohort\":\"%s\",\"trustUid\":\"%s\"}"
                .formatted(cohort, trust.uid()));
        draft = draft.seen(draft.by(trust.officer()).body(ANSWERS).put(draft.path("/answers")));
        draft = draft.seen(draft.by(trust.officer()).body(schools(urns, null)).put(draft.path("/schools")));
        return draft.seen(draft.by(trust.officer()).body(leaders(3)).put(draft.path("/leaders")));
    }

    public static String schools(List<String> urns, String extendedPlanUrn) {
        return "{\"urns\":[%s],\"extendedPlanUrn\":%s}".formatted(urns.stream().map(urn -> "\"" + urn + "\"").collect(Collectors.joining(",")),
                extendedPlanUrn == null ? "null" : "\"" + extendedPlanUrn + "\"");
    }

    /** Evidence to which nothing is missing; the lead school only for a trust. */
    public static String evidence(String leadUrn) {
        return """
                {"practiceStatement":"Routines are taught and kept.","collaborationRecord":"Led a network of eight schools.","phases":["SECONDARY"],"places":6,"leadUrn":%s,
                 "references":[{"organisation":"Camden Learning","statement":"It works well with others."}]}""".formatted(leadUrn == null ? "null" : "\"" + leadUrn + "\"");
    }

    /** A draft of one who wants to lead a hub of behaviour-hubs and lacks nothing. */
    public static Draft completeLead(Tokens who, String kind, String applicant, String leadUrn) {
        Draft draft = begun(who, "{\"kind\":\"%s\",\"programme\":\"behaviour-hubs\",\"%s\":\"%s\"}".formatted(kind, kind.endsWith("TRUST") ? "trustUid" : "urn", applicant));
        draft = draft.seen(draft.by(who).body(evidence(leadUrn)).put(draft.path("/evidence")));
        return draft.seen(draft.by(who).body(leaders(3)).put(draft.path("/leaders")));
    }

    /** A draft to which nothing is missing. */
    public static Draft complete(Draft draft) {
        Draft answered = draft.seen(draft.byHead().body("{\"motivation\":\"Calm corridors.\",\"improvementFocus\":\"Starts of lessons.\"}").put(draft.path("/answers")));
        return answered.seen(answered.byHead().body(leaders(3)).put(answered.path("/leaders")));
    }

    public static String leaders(int count) {
        StringBuilder people = new StringBuilder();
        for (int i = 0; i < count; i++) {
            people.append(i == 0 ? "" : ",").append("{\"name\":\"Leader %d\",\"email\":\"leader%d@school.example\",\"roleTitle\":\"Deputy head\"}".formatted(i, i));
        }
        return "{\"leaders\":[" + people + "]}";
    }

    public static final String DECLARATION = "{\"declaration\":{\"acceptedBy\":\"Headteacher\",\"confirmed\":true}}";

    public static Draft submitted(String urn) {
        Draft complete = complete(draft(urn));
        return complete.seen(complete.byHead().body(DECLARATION).post(complete.path("/submission")));
    }

    public static final String ACCEPT = "{\"outcome\":\"ACCEPT\",\"reasons\":[{\"code\":\"MEETS_CRITERIA\",\"text\":null}]}";
    public static final String DECLINE = "{\"outcome\":\"DECLINE\",\"reasons\":[{\"code\":\"NO_CAPACITY\",\"text\":null}]}";

    public static Draft accepted() {
        Draft submitted = submitted(eligibleSchool());
        return submitted.seen(submitted.by(team("decider")).body(ACCEPT).post(submitted.path("/decision")));
    }

    // ---- the database

    public static void update(String sql) {
        try (Connection connection = SharedInfrastructure.asApplication(); PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** As the owner of the schema, for what the application role may only read. */
    public static void updateAsOwner(String sql) {
        try (Connection connection = SharedInfrastructure.asOwner(); PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    public static String one(String sql) {
        try (Connection connection = SharedInfrastructure.asApplication(); PreparedStatement statement = connection.prepareStatement(sql);
             ResultSet row = statement.executeQuery()) {
            return row.next() ? row.getString(1) : null;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
