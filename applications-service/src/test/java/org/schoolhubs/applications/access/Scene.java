package org.schoolhubs.applications.access;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.schoolhubs.applications.Given;
import org.schoolhubs.applications.Given.Draft;
import org.schoolhubs.applications.Given.GivenTrust;
import org.schoolhubs.kernel.Roles;
import org.schoolhubs.testkit.Facts;
import org.schoolhubs.testkit.Tokens;

/** What is asked for: applications of a trust's academy, of a maintained school and of the trust, with all that hangs on them, and those who ask. */
final class Scene {
    /** In the name and the address of each named leader. */
    static final String PERSON = "matrixperson";
    private static final String CAMDEN = "la:202";
    private static final String UNKNOWN = "0199f0c8-0000-7000-8000-0000000000ff";
    private final GivenTrust trust = Given.trust(1);
    private final String academy = trust.urns().get(0);
    private final String cohort = Given.openCohort("behaviour-hubs", "core", "extended");
    private final Draft ofAcademy = submitted(academy);
    private final Draft ofMaintained = submitted(Given.eligibleSchool());
    private final Draft ofTrust = Given.completeTrust(trust, Given.openCohort("behaviour-hubs", "multi-school"), trust.urns());
    private final String expression = expression();
    private final String list = Given.selectionList(Given.openCohort("behaviour-and-attendance-hubs", "enhanced"), List.of(Given.eligibleSchool()));
    private final String notification = notification();
    private final String contact = Given.one("select contact_id from named_leader where application_id = '%s' and position = 2".formatted(ofMaintained.id()));
    private final String file = Given.one("select id from register_import order by created_at limit 1");

    private Draft submitted(String urn) {
        Draft draft = Given.draft(urn, cohort, "behaviour-hubs", "core");
        draft = draft.seen(draft.byHead().body(Given.ANSWERS).put(draft.path("/answers")));
        List<String> people = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            people.add("{\"name\":\"%s %d\",\"email\":\"%1$s%2$d-%3$s@school.example\",\"roleTitle\":\"Deputy head\"}".formatted(PERSON, i, urn));
        }
        draft = draft.seen(draft.byHead().body("{\"leaders\":[" + String.join(",", people) + "]}").put(draft.path("/leaders")));
        return draft.seen(draft.byHead().body(Given.DECLARATION).post(draft.path("/submission")));
    }

    private String expression() {
        String id = UUID.randomUUID().toString();
        Given.update("""
                insert into expression_of_interest (id, version, created_at, programme, pathway, urn, name, state, first_urn, first_programme, first_pathway)
                values ('%s', 0, now(), 'attendance-hubs', 'attendance', '%s', 'School %2$s', 'WITHDRAWN', '%2$s', 'attendance-hubs', 'attendance')""".formatted(id, academy));
        Given.update("""
                insert into expression_contact (contact_id, expression_id, name, email, role_title, keep_until)
                values ('%s', '%s', '%s', '%3$s@school.example', 'Headteacher', current_date + 30)"""
                .formatted(UUID.randomUUID(), id, PERSON));
        return id;
    }

    private String notification() {
        for (Draft application : List.of(ofAcademy, ofMaintained)) {
            Facts.send("applications.v1", application.id(), "ApplicationSubmitted",
                    "{\"applicationId\":\"%s\",\"kind\":\"PARTNER_SCHOOL\",\"programme\":\"behaviour-hubs\",\"pathway\":\"core\",\"cohort\":\"%s\",\"urn\":\"%s\"}"
                            .formatted(application.id(), cohort, application.urn()));
        }
        String sql = "select id from notification where application_id = '%s' limit 1";
        await().atMost(Duration.ofSeconds(60)).until(() -> Given.one(sql.formatted(ofAcademy.id())) != null && Given.one(sql.formatted(ofMaintained.id())) != null);
        String id = Given.one(sql.formatted(ofAcademy.id()));
        Given.update("""
                insert into recorded_email (id, version, created_at, reference, address, subject, body)
                values ('%s', 0, now(), '%s', '%s@school.example', 'Subject', 'Body')""".formatted(UUID.randomUUID(), id, PERSON));
        // Recorded already: what another test sends is not this one.
        Given.update("update notification set next_attempt_at = now() + interval '1 day' where id = '%s'".formatted(id));
        return id;
    }

    /** Everybody who can ask, in the order of the columns. */
    List<Asker> askers() {
        String school = Given.eligibleSchool();
        GivenTrust other = Given.trust(1);
        return List.of(Asker.nobody(),
                new Asker("no role", null, Tokens.person("matrix").organisation("urn:" + academy).token(), false),
                Asker.of(Roles.SCHOOL, Tokens.person("matrix").organisation("urn:" + academy)),
                Asker.of(Roles.TRUST, Tokens.person("matrix").organisation("uid:" + trust.uid())),
                Asker.of(Roles.LOCAL_AUTHORITY, Tokens.person("matrix").organisation(CAMDEN)),
                Asker.of(Roles.PROGRAMME_TEAM, Tokens.person("matrix")), Asker.of(Roles.DFE, Tokens.person("matrix")),
                Asker.of(Roles.FINANCE_PREPARER, Tokens.person("matrix")), Asker.of(Roles.FINANCE_APPROVER, Tokens.person("matrix")),
                Asker.of(Roles.AUDITOR, Tokens.person("matrix")), Asker.of(Roles.DATA_COLLECTOR, Tokens.client("matrix")),
                Asker.of(Roles.OPERATOR, Tokens.person("matrix")),
                Asker.stranger("other school", Roles.SCHOOL, Tokens.person("matrix-stranger").organisation("urn:" + school)),
                Asker.stranger("other trust", Roles.TRUST, Tokens.person("matrix-stranger").organisation("uid:" + other.uid())),
                Asker.stranger("other authority", Roles.LOCAL_AUTHORITY, Tokens.person("matrix-stranger").organisation("la:301")));
    }

    /** The path of an operation with what this one asks for in it. A local authority asks for what is of a school that it maintains. */
    String path(Operation operation, Asker asker) {
        Draft application = operation.id().equals("nameSchools") ? ofTrust : Roles.LOCAL_AUTHORITY.equals(asker.role()) ? ofMaintained : ofAcademy;
        return operation.path().replace("/applications/{id}", "/applications/" + application.id()).replace("{applicationId}", application.id())
                .replace("/expressions-of-interest/{id}", "/expressions-of-interest/" + expression).replace("/imports/{id}", "/imports/" + file)
                .replace("/notifications/{id}", "/notifications/" + notification).replace("/selection-lists/{id}", "/selection-lists/" + list)
                .replace("/rule-sets/{code}", "/rule-sets/behaviour-hubs-partner-school").replace("/notification-templates/{code}", "/notification-templates/application-accepted")
                .replace("{code}", "behaviour-hubs").replace("{contactId}", contact).replace("{urn}", academy).replace("{uid}", trust.uid())
                .replace("{cohort}", cohort).replace("{number}", "1").replace("{context}", "applications").replace("{laCode}", "899").replace("{startYear}", "2025")
                .replace("{token}", "a".repeat(43)).replaceAll("\\{[a-zA-Z]+}", UNKNOWN)
                + switch (operation.id()) {
                    case "startImport" -> "?kind=NO_KIND&asAt=2026-01-01&fileName=x.csv";
                    case "listRecordedEmails" -> "?notificationId=" + notification;
                    default -> "";
                };
    }

    /** Bodies that the examples of the document do not give: those that fit what is asked for, and those that must not leave anything behind. */
    Map<String, String> bodies() {
        return Map.of("beginApplication", Given.newApplication("behaviour-hubs", "core", cohort, academy),
                "leaveExpressionOfInterest", "{\"programme\":\"behaviour-hubs\",\"pathway\":\"core\",\"urn\":\"%s\"}".formatted(academy),
                "nameSchools", Given.schools(trust.urns(), null),
                "proposeAmendment", "{\"outcome\":\"DECIDE_AGAIN\",\"reasons\":[{\"code\":\"NEW_EVIDENCE\"}]}",
                "decideReconsideration", "{\"outcome\":\"UPHELD\",\"reasons\":[{\"code\":\"CRITERIA_NOT_MET\"}]}",
                "searchContacts", "{\"email\":\"%s0-%s@school.example\"}".formatted(PERSON, academy),
                "inviteSelectedSchools", "{\"confirmBy\":\"2000-01-01\"}",
                "draftProgramme", "{}", "openCohort", "{}", "putTermCalendar", "{}");
    }

    /** Ids that a stranger must not come upon. */
    List<String> secrets() {
        return List.of(ofAcademy.id(), ofMaintained.id(), ofTrust.id(), expression, notification, contact, PERSON);
    }
}
