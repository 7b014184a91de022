package org.schoolhubs.applications.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.schoolhubs.applications.notifications.Mail.awaitHeard;
import static org.schoolhubs.applications.notifications.Mail.awaitNotifications;
import static org.schoolhubs.applications.notifications.Mail.says;

import io.quarkus.arc.Arc;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.schoolhubs.applications.Given;
import org.schoolhubs.applications.notifications.Mail.Applied;
import org.schoolhubs.testkit.SharedInfrastructure;

/** From an event to an e-mail: each once, whoever dies in between. */
@QuarkusTest
@QuarkusTestResource(SharedInfrastructure.class)
class NotificationTest {
    @Inject
    NotificationSender sender;
    @Inject
    RecordingEmailSender provider;

    @BeforeEach
    void nothingElseWaits() {
        sender.tick();
    }

    private void send(EmailSender to) {
        var scope = Arc.container().requestContext();
        boolean mine = !scope.isActive();
        if (mine) {
            scope.activate();
        }
        try {
            sender.send(to);
        } finally {
            if (mine) {
                scope.terminate();
            }
        }
    }

    /** As if the time for another attempt, or for taking over from a sender that died, had come. */
    private static void timePasses(Applied applied) {
        Given.update("update notification set next_attempt_at = now() - interval '1 second' where application_id = '%s' and state in ('QUEUED', 'SENDING')".formatted(applied.id()));
    }

    @Test
    void everybodyWhoIsNamedHearsOfTheSubmissionAndIsCalledByName() {
        Applied applied = Mail.submitted();
        says("applications.v1", applied, "ApplicationSubmitted", Mail.submittedEvent(applied));
        awaitNotifications(applied, 3);
        sender.tick();
        for (int position = 0; position < 3; position++) {
            assertThat(Mail.subjects(applied.address(position))).containsExactly("We have received your application to Behaviour Hubs");
        }
        assertThat(Mail.bodies(applied.address(1))).first().asString().startsWith("Dear Leader 1,\n").contains("School " + applied.draft().urn())
                .contains(applied.draft().cohort()).contains("Reference: " + applied.id()).doesNotContain("((");
        assertThat(Mail.states(applied, 0)).containsExactly("SENT");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            hubs.v1    | MembershipConfirmed | CONFIRMED | A place for School %s in Thames Hub                 | on 21 November 2026
            hubs.v1    | MembershipActivated | ACTIVE    | School %s now takes part in Thames Hub              | on 21 November 2026
            hubs.v1    | MembershipRefused   | REFUSED   | We are looking for another hub for School %s        | stays accepted
            hubs.v1    | MembershipWithdrawn | WITHDRAWN | School %s no longer takes part in Thames Hub        | effect on 21 November 2026
            support.v1 | PlanOpened          | ACTIVE    | The support plan of School %s is open               | from 21 November 2025 to 20 November 2026
            support.v1 | PlanCompleted       | COMPLETED | School %s has completed its support plan            | on 20 November 2026
            grants.v1  | AwardOffered        | OFFERED   | A grant of £4,800.00 is offered: please accept it   | financial year 2026/27
            grants.v1  | AwardPaid           | PAID      | A grant of £4,800.00 was paid to School %s          | paid on 27 November 2026
            """)
    void theOtherServicesEventsAreToldWithTheirFacts(String topic, String type, String state, String subject, String says) {
        Applied applied = Mail.submitted();
        says(topic, applied, type, switch (topic) {
            case "hubs.v1" -> Mail.membershipEvent(applied, state);
            case "support.v1" -> Mail.planEvent(applied, state);
            default -> Mail.awardEvent(applied, state);
        });
        awaitNotifications(applied, 3);
        sender.tick();
        assertThat(Mail.subjects(applied.address(0))).containsExactly(subject.formatted(applied.draft().urn()));
        assertThat(Mail.bodies(applied.address(0))).singleElement().asString().contains(says);
    }

    @Test
    void aRefusalSaysWhyAndHowToAskForReconsideration() {
        Applied applied = Mail.submitted();
        says("applications.v1", applied, "ApplicationDeclined", Mail.declinedEvent(applied, "NO_CAPACITY", "OTHER"));
        awaitNotifications(applied, 3);
        sender.tick();
        assertThat(Mail.bodies(applied.address(2))).singleElement().asString().contains("* All places are taken.\n* A reason that").contains("reconsidered");
    }

    @Test
    void repeatedAndShuffledEventsAreToldOnceEach() {
        long seed = System.nanoTime();
        Applied applied = Mail.submitted();
        List<Runnable> deliveries = new ArrayList<>();
        for (String[] fact : new String[][] {{"applications.v1", "ApplicationSubmitted", Mail.submittedEvent(applied)},
            {"applications.v1", "ApplicationDeclined", Mail.declinedEvent(applied, "NO_CAPACITY")},
            {"hubs.v1", "MembershipActivated", Mail.membershipEvent(applied, "ACTIVE")}, {"hubs.v1", "MembershipConfirmed", Mail.membershipEvent(applied, "CONFIRMED")},
            {"grants.v1", "AwardOffered", Mail.awardEvent(applied, "OFFERED")}, {"support.v1", "PlanOpened", Mail.planEvent(applied, "ACTIVE")}}) {
            UUID id = UUID.randomUUID();
            for (int i = 0; i < 5; i++) {
                deliveries.add(() -> says(fact[0], applied.id(), id, fact[1], fact[2], Instant.now()));
            }
        }
        Collections.shuffle(deliveries, new Random(seed));
        deliveries.forEach(Runnable::run);
        List.of("applications.v1", "hubs.v1", "grants.v1", "support.v1").forEach(topic -> awaitHeard(topic, applied));
        sender.tick();
        sender.tick();
        for (int position = 0; position < 3; position++) {
            assertThat(Mail.subjects(applied.address(position))).as("seed %d", seed).hasSize(6).doesNotHaveDuplicates();
        }
    }

    @Test
    void oldNewsIsOnRecordAndNotSent() {
        Applied applied = Mail.submitted();
        says("hubs.v1", applied.id(), UUID.randomUUID(), "MembershipActivated", Mail.membershipEvent(applied, "ACTIVE"), Instant.now().minus(Duration.ofDays(8)));
        awaitNotifications(applied, 3);
        sender.tick();
        assertThat(Mail.states(applied, 0)).containsExactly("SUPPRESSED too-late");
        assertThat(Mail.subjects(applied.address(0))).isEmpty();
    }

    @Test
    void whereNobodyIsNamedThatIsOnRecord() {
        String unknown = UUID.randomUUID().toString();
        says("applications.v1", unknown, UUID.randomUUID(), "SchoolInvited",
                "{\"applicationId\":\"%s\",\"programme\":\"behaviour-and-attendance-hubs\",\"cohort\":\"x\",\"urn\":\"100049\"}".formatted(unknown), Instant.now());
        org.awaitility.Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() ->
                assertThat(Mail.column("select concat_ws(' ', template, state, reason_code) from notification where application_id = '%s'".formatted(unknown)))
                        .containsExactly("school-invited SUPPRESSED nobody-named"));
    }

    @Test
    void aSenderThatDiesAfterTheProviderAcceptedSendsNothingTwice() {
        Applied applied = Mail.submitted();
        says("grants.v1", applied, "AwardPaid", Mail.awardEvent(applied, "PAID"));
        awaitNotifications(applied, 3);
        assertThatThrownBy(() -> send(new Dying(true))).isInstanceOf(Death.class);
        assertThat(Mail.subjects(applied.address(0)).size() + Mail.subjects(applied.address(1)).size() + Mail.subjects(applied.address(2)).size()).isEqualTo(1);
        assertThat(Mail.count("notification where application_id = '%s' and state = 'SENDING'".formatted(applied.id()))).isEqualTo(1);
        sender.tick();
        assertThat(Mail.count("notification where application_id = '%s' and state = 'SENDING'".formatted(applied.id()))).as("until its lease is over").isEqualTo(1);
        timePasses(applied);
        sender.tick();
        for (int position = 0; position < 3; position++) {
            assertThat(Mail.subjects(applied.address(position))).hasSize(1);
            assertThat(Mail.states(applied, position)).containsExactly("SENT");
        }
    }

    @Test
    void aSenderThatDiesBeforeTheProviderHeardIsFollowedByAnother() {
        Applied applied = Mail.submitted();
        says("grants.v1", applied, "AwardPaid", Mail.awardEvent(applied, "PAID"));
        awaitNotifications(applied, 3);
        assertThatThrownBy(() -> send(new Dying(false))).isInstanceOf(Death.class);
        timePasses(applied);
        sender.tick();
        assertThat(Mail.subjects(applied.address(0))).hasSize(1);
        assertThat(Mail.subjects(applied.address(1))).hasSize(1);
        assertThat(Mail.subjects(applied.address(2))).hasSize(1);
    }

    @Test
    void aSenderThatWasTakenOverFromChangesNothingMore() {
        Applied applied = Mail.submitted();
        says("grants.v1", applied, "AwardPaid", Mail.awardEvent(applied, "PAID"));
        awaitNotifications(applied, 3);
        send(new Slow(() -> {
            timePasses(applied);
            sender.tick();
        }));
        for (int position = 0; position < 3; position++) {
            assertThat(Mail.states(applied, position)).containsExactly("SENT");
        }
        assertThat(Mail.count("journal where aggregate_type = 'Notification' and event_type = 'NotificationSent' and aggregate_id in (select id::text from notification where application_id = '%s')"
                .formatted(applied.id()))).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({"LATER, provider-away, 1, QUEUED", "OUR_SETTINGS, provider-refused-key, 1, QUEUED", "NEVER, provider-refused, 3, FAILED"})
    void aFailureIsTriedLaterOrGivenUpAndStopsTheOthersWhereItMeetsThem(SendingFailed.Kind kind, String code, int tried, String state) {
        Applied applied = Mail.submitted();
        says("grants.v1", applied, "AwardPaid", Mail.awardEvent(applied, "PAID"));
        awaitNotifications(applied, 3);
        send(new Refusing(kind, code));
        assertThat(Mail.count("notification where application_id = '%s' and attempts = 1 and state = '%s' and reason_code = '%s'".formatted(applied.id(), state, code))).isEqualTo(tried);
        timePasses(applied);
        sender.tick();
        assertThat(Mail.count("notification where application_id = '%s' and state = 'SENT'".formatted(applied.id()))).isEqualTo(kind == SendingFailed.Kind.NEVER ? 0 : 3);
    }

    @Test
    void afterEnoughAttemptsAPersonIsAskedAndSendingAgainSettlesThat() {
        Applied applied = Mail.submitted();
        says("grants.v1", applied, "AwardPaid", Mail.awardEvent(applied, "PAID"));
        awaitNotifications(applied, 3);
        Given.update("update notification set attempts = 19 where application_id = '%s' and recipient_position = 0".formatted(applied.id()));
        Given.update("update notification set next_attempt_at = now() - interval '1 hour' where application_id = '%s' and recipient_position = 0".formatted(applied.id()));
        send(new Refusing(SendingFailed.Kind.OUR_SETTINGS, "provider-refused-key"));
        String id = Mail.notification(applied, "award-paid", 0);
        assertThat(Mail.states(applied, 0)).containsExactly("FAILED provider-refused-key");
        assertThat(Given.one("select role || ' ' || state from task where kind = 'notification-failed' and subject_id = '%s'".formatted(id))).isEqualTo("operator OPEN");

        Mail.byTeam().body("{\"reasonCode\":\"FAILURE_MENDED\"}").post("/v1/notifications/" + id + "/resend").then().statusCode(201);
        assertThat(Given.one("select state from task where kind = 'notification-failed' and subject_id = '%s'".formatted(id))).isEqualTo("SETTLED");
        sender.tick();
        assertThat(Mail.subjects(applied.address(0))).hasSize(1);
        assertThat(Mail.states(applied, 0)).containsExactly("FAILED provider-refused-key", "SENT");
    }

    @Test
    void anAttemptWhoseOutcomeNobodyCanTellAnyMoreIsLeftToAPerson() {
        Applied applied = Mail.submitted();
        says("grants.v1", applied, "AwardPaid", Mail.awardEvent(applied, "PAID"));
        awaitNotifications(applied, 3);
        assertThatThrownBy(() -> send(new Dying(true))).isInstanceOf(Death.class);
        Given.update("update notification set attempted_at = now() - interval '7 days' where application_id = '%s' and state = 'SENDING'".formatted(applied.id()));
        timePasses(applied);
        sender.tick();
        assertThat(Mail.count("notification where application_id = '%s' and state = 'FAILED' and reason_code = 'outcome-unknown'".formatted(applied.id()))).isEqualTo(1);
        assertThat(Mail.count("recorded_email where address like '%%@%s'".formatted(applied.domain()))).isEqualTo(3);
    }

    @Test
    void twoSendersAtOnceSendEachOnce() throws InterruptedException {
        Applied applied = Mail.submitted();
        for (int i = 0; i < 10; i++) {
            says("hubs.v1", applied, "MembershipConfirmed", Mail.membershipEvent(applied, "CONFIRMED"));
        }
        awaitNotifications(applied, 30);
        List<Thread> senders = List.of(new Thread(() -> send(provider)), new Thread(() -> send(provider)), new Thread(() -> send(provider)), new Thread(() -> send(provider)));
        senders.forEach(Thread::start);
        for (Thread thread : senders) {
            thread.join();
        }
        assertThat(Mail.count("recorded_email where address like '%%@%s'".formatted(applied.domain()))).isEqualTo(30);
        assertThat(Mail.count("notification where application_id = '%s' and state = 'SENT' and attempts = 1".formatted(applied.id()))).isEqualTo(30);
    }

    @Test
    void aPersonNamedAgainIsStillWrittenToAndOneReplacedIsNot() {
        Applied applied = Mail.submitted();
        says("grants.v1", applied, "AwardPaid", Mail.awardEvent(applied, "PAID"));
        awaitNotifications(applied, 3);
        Mail.named(applied.draft(), Mail.leaders(applied.domain(), 2, 7, 0));
        sender.tick();
        assertThat(Mail.states(applied, 0)).containsExactly("SENT");
        assertThat(Mail.states(applied, 1)).containsExactly("SUPPRESSED contact-gone");
        assertThat(Mail.states(applied, 2)).containsExactly("SENT");
        String gone = Mail.notification(applied, "award-paid", 1);
        Mail.byTeam().body("{\"reasonCode\":\"RECIPIENT_CHANGED\"}").post("/v1/notifications/" + gone + "/resend").then().statusCode(201);
        sender.tick();
        assertThat(Mail.subjects(applied.address(7))).hasSize(1);
        assertThat(Mail.subjects(applied.address(1))).isEmpty();
    }

    @Test
    void noNameAndNoAddressStandsInTheJournalTheNotificationsOrTheInbox() {
        Applied applied = Mail.submitted();
        says("support.v1", applied, "PlanOpened", Mail.planEvent(applied, "ACTIVE"));
        awaitNotifications(applied, 3);
        sender.tick();
        assertThat(Mail.subjects(applied.address(0))).hasSize(1);
        for (String table : List.of("journal", "notification", "notified_application", "unsubscribe_token", "notification_opt_out", "dead_letter", "task", "idempotency_key")) {
            assertThat(Mail.count("%s t where t::text ilike '%%%s%%'".formatted(table, applied.domain()))).as(table).isZero();
        }
    }

    /** Ends the sender as kill -9 would: nothing of ours is written after it. */
    private static final class Death extends Error {
    }

    private class Dying extends Delegate {
        private final boolean afterAcceptance;

        Dying(boolean afterAcceptance) {
            this.afterAcceptance = afterAcceptance;
        }

        @Override
        public String send(Email email) {
            if (afterAcceptance) {
                super.send(email);
            }
            throw new Death();
        }
    }

    /** While the provider takes its time over the first one, the lease runs out and another sender takes it over. */
    private class Slow extends Delegate {
        private Runnable meanwhile;

        Slow(Runnable meanwhile) {
            this.meanwhile = meanwhile;
        }

        @Override
        public String send(Email email) {
            String reference = super.send(email);
            if (meanwhile != null) {
                Runnable others = meanwhile;
                meanwhile = null;
                others.run();
            }
            return reference;
        }
    }

    private class Refusing extends Delegate {
        private final SendingFailed.Kind kind;
        private final String code;

        Refusing(SendingFailed.Kind kind, String code) {
            this.kind = kind;
            this.code = code;
        }

        @Override
        public String send(Email email) {
            throw new SendingFailed(kind, code);
        }
    }

    private class Delegate implements EmailSender {
        @Override
        public String provider() {
            return provider.provider();
        }

        @Override
        public String send(Email email) {
            return provider.send(email);
        }

        @Override
        public Optional<String> accepted(String reference) {
            return provider.accepted(reference);
        }
    }
}
