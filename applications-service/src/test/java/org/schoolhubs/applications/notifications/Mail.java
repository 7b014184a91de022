package org.schoolhubs.applications.notifications;

import static org.awaitility.Awaitility.await;
import static org.schoolhubs.applications.Given.as;
import static org.schoolhubs.applications.Given.team;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.schoolhubs.applications.Given;
import org.schoolhubs.applications.Given.Draft;
import org.schoolhubs.testkit.Facts;
import org.schoolhubs.testkit.SharedInfrastructure;

/** Applications whose people have addresses of their own, what services say of them, and what became of it. */
final class Mail {
    private static final AtomicInteger NEXT = new AtomicInteger();

    private Mail() {
    }

    /** An application of an eligible school that was submitted, and its three people. */
    record Applied(Draft draft, String domain) {
        String id() {
            return draft.id();
        }

        String address(int position) {
            return "leader%d@%s".formatted(position, domain);
        }
    }

    static Applied submitted() {
        Applied draft = draft();
        return new Applied(draft.draft().seen(draft.draft().byHead().body(Given.DECLARATION).post(draft.draft().path("/submission"))), draft.domain());
    }

    static Applied draft() {
        Draft begun = Given.draft(Given.eligibleSchool());
        Draft answered = begun.seen(begun.byHead().body("{\"motivation\":\"Calm corridors.\",\"improvementFocus\":\"Starts of lessons.\"}").put(begun.path("/answers")));
        String domain = "school%d.example".formatted(NEXT.incrementAndGet());
        return new Applied(named(answered, leaders(domain, 0, 1, 2)), domain);
    }

    static Draft named(Draft draft, String leaders) {
        return draft.seen(draft.byHead().body(leaders).put(draft.path("/leaders")));
    }

    static String leaders(String domain, int... numbers) {
        List<String> people = new ArrayList<>();
        for (int number : numbers) {
            people.add("{\"name\":\"Leader %d\",\"email\":\"leader%d@%s\",\"roleTitle\":\"Deputy head %d\"}".formatted(number, number, domain, number));
        }
        return "{\"leaders\":[" + String.join(",", people) + "]}";
    }

    // ---- what services say

    static UUID says(String topic, Applied applied, String type, String payload) {
        UUID id = UUID.randomUUID();
        says(topic, applied.id(), id, type, payload, Instant.now());
        return id;
    }

    static void says(String topic, String key, UUID id, String type, String payload, Instant at) {
        Facts.send(topic, key, Map.of("ce_id", id.toString(), "ce_type", type, "ce_specversion", "1.0", "ce_source", "/tests", "ce_time", at.toString(),
                "ce_correlationid", "test-" + id), payload);
    }

    static String submittedEvent(Applied applied) {
        return "{\"applicationId\":\"%s\",\"kind\":\"PARTNER_SCHOOL\",\"programme\":\"behaviour-hubs\",\"pathway\":\"core\",\"cohort\":\"%s\",\"urn\":\"%s\",\"eligibility\":\"ELIGIBLE\"}"
                .formatted(applied.id(), applied.draft().cohort(), applied.draft().urn());
    }

    static String submittedEvent(Applied applied, String trustUid) {
        return "{\"applicationId\":\"%s\",\"kind\":\"PARTNER_TRUST\",\"programme\":\"behaviour-hubs\",\"pathway\":\"multi-school\",\"cohort\":\"%s\",\"trustUid\":\"%s\"}"
                .formatted(applied.id(), applied.draft().cohort(), trustUid);
    }

    static String passedOnEvent(Applied applied, String from, String to) {
        return "{\"applicationId\":\"%s\",\"fromUrn\":\"%s\",\"toUrn\":\"%s\",\"toName\":\"School %3$s\",\"linkKind\":\"REPLACEMENT\",\"effectiveOn\":\"2026-11-21\"}"
                .formatted(applied.id(), from, to);
    }

    static String declinedEvent(Applied applied, String... reasons) {
        return "{\"applicationId\":\"%s\",\"reasonCodes\":[%s]}".formatted(applied.id(), String.join(",", List.of(reasons).stream().map("\"%s\""::formatted).toList()));
    }

    static String membershipEvent(Applied applied, String state) {
        return """
                {"membershipId":"0199f0c8-0000-7000-8000-0000000000b1","applicationId":"%s","hubId":"0199f0c8-0000-7000-8000-0000000000c1","hubName":"Thames Hub",
                 "leadUrn":"100050","state":"%s","programme":"behaviour-hubs","pathway":"core","cohort":"%s","cohortStartsOn":"2025-11-21","cohortEndsOn":"2026-11-20",
                 "urn":"%s","schoolName":"x","laCode":"202","trustUid":null,"acceptedOn":"2026-11-21","effectiveOn":"2026-11-21","reasonCode":null}"""
                .formatted(applied.id(), state, applied.draft().cohort(), applied.draft().urn());
    }

    static String planEvent(Applied applied, String state) {
        return """
                {"planId":"019b1f00-3a5e-7c11-9d43-2f7e9a0f4d11","applicationId":"%s","membershipId":"0199f0c8-0000-7000-8000-0000000000b1",
                 "hubId":"0199f0c8-0000-7000-8000-0000000000c1","urn":"%s","programme":"behaviour-hubs","pathway":"core","state":"%s","startsOn":"2025-11-21",
                 "endsOn":"2026-11-20","effectiveOn":"2026-11-20","reasonCode":null}""".formatted(applied.id(), applied.draft().urn(), state);
    }

    static String awardEvent(Applied applied, String state) {
        return """
                {"awardId":"0199f0c8-0000-7000-8000-000000000a01","applicationId":"%s","urn":"%s","programme":"behaviour-hubs","pathway":"core","state":"%s",
                 "amount":{"pence":480000,"currency":"GBP"},"financialYear":"2026/27","effectiveOn":"2026-11-27","reasonCode":null}"""
                .formatted(applied.id(), applied.draft().urn(), state);
    }

    // ---- what became of it

    /** Waits until the events of an application have made that many notifications. */
    static void awaitNotifications(Applied applied, int count) {
        await().atMost(Duration.ofSeconds(30)).until(() -> count("notification where application_id = '%s'".formatted(applied.id())) >= count);
    }

    /** Waits until everything that was said before has been heard, by something that is said last on each topic. */
    static void awaitHeard(String topic, Applied applied) {
        UUID last = UUID.randomUUID();
        String type = Map.of("applications.v1", "ApplicationWithdrawn", "hubs.v1", "MembershipWithdrawn", "support.v1", "PlanCompleted", "grants.v1", "AwardPaid").get(topic);
        String payload = switch (topic) {
            case "hubs.v1" -> membershipEvent(applied, "WITHDRAWN");
            case "support.v1" -> planEvent(applied, "COMPLETED");
            case "grants.v1" -> awardEvent(applied, "PAID");
            default -> "{\"applicationId\":\"%s\",\"effectiveOn\":\"2026-11-21\",\"reasonCode\":\"OTHER\"}".formatted(applied.id());
        };
        says(topic, applied.id(), last, type, payload, Instant.now().minus(Duration.ofDays(30)));
        await().atMost(Duration.ofSeconds(30)).until(() -> count("inbox where event_id = '%s' and consumer like 'notifications-of-%%'".formatted(last)) == 1);
    }

    /** Subjects of what was recorded for an address, oldest first. */
    static List<String> subjects(String address) {
        return column("select subject from recorded_email where address = '%s' order by id".formatted(address));
    }

    static List<String> bodies(String address) {
        return column("select body from recorded_email where address = '%s' order by id".formatted(address));
    }

    /** States with reasons of what was to go to a position, in the order of the events. */
    static List<String> states(Applied applied, int position) {
        return column("select concat_ws(' ', state, reason_code) from notification where application_id = '%s' and recipient_position = %d order by id"
                .formatted(applied.id(), position));
    }

    static int count(String fromWhere) {
        return Integer.parseInt(Given.one("select count(*) from " + fromWhere));
    }

    static List<String> column(String sql) {
        try (Connection connection = SharedInfrastructure.asApplication(); PreparedStatement select = connection.prepareStatement(sql); ResultSet row = select.executeQuery()) {
            List<String> values = new ArrayList<>();
            while (row.next()) {
                values.add(row.getString(1));
            }
            return values;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    static String notification(Applied applied, String template, int position) {
        return Given.one("select id from notification where application_id = '%s' and template = '%s' and recipient_position = %d order by id desc limit 1"
                .formatted(applied.id(), template, position));
    }

    static io.restassured.specification.RequestSpecification byTeam() {
        return as(team("mail-team"));
    }
}
