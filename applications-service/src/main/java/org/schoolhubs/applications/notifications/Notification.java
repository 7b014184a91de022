package org.schoolhubs.applications.notifications;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.schoolhubs.applications.contacts.Contact;
import org.schoolhubs.applications.notifications.rules.Category;
import org.schoolhubs.applications.notifications.rules.Moment;
import org.schoolhubs.kit.aggregate.Aggregate;
import org.schoolhubs.kit.problem.Problem;

/** One e-mail to one person at one event. It points at the person and holds nothing of them. */
@Entity
class Notification extends Aggregate {
    private UUID eventId;
    private String eventType;
    private Instant occurredAt;
    private UUID applicationId;
    private String template;
    private Integer templateVersion;
    @Enumerated(EnumType.STRING)
    private Category category;
    private UUID recipientContactId;
    private Integer recipientPosition;
    @JdbcTypeCode(SqlTypes.JSON)
    private Map<String, String> facts;
    @Enumerated(EnumType.STRING)
    private NotificationState state;
    private String reasonCode;
    private int attempts;
    private Instant nextAttemptAt;
    private Instant attemptedAt;
    private Instant sentAt;
    private String provider;
    private String providerReference;
    private int resendNumber;
    private UUID resendOf;

    /** For JPA. */
    protected Notification() {
    }

    private Notification(Instant now) {
        super(now);
        this.state = NotificationState.QUEUED;
        this.nextAttemptAt = now;
    }

    /**
     * To be sent to a person.
     *
     * @param recipient who it goes to, or null where nobody is named: then it is on record as not sent
     */
    static Notification of(News news, Contact recipient, Instant now) {
        Notification notification = new Notification(now);
        Moment moment = news.moment();
        notification.eventId = news.eventId();
        notification.eventType = moment.eventType();
        notification.occurredAt = news.occurredAt();
        notification.applicationId = news.applicationId();
        notification.template = moment.code();
        notification.category = moment.category();
        notification.facts = news.facts();
        if (recipient == null) {
            notification.suppress(Suppression.NOBODY_NAMED);
        } else {
            notification.goesTo(recipient);
        }
        return notification;
    }

    /**
     * The same once more, to a person who may have been named since.
     *
     * @param number how often it was sent again before, plus one
     * @throws Problem 409 {@code notification-under-way}
     */
    Notification again(Contact recipient, int number, Instant now) {
        if (state == NotificationState.QUEUED || state == NotificationState.SENDING) {
            throw Problem.of(NotificationError.NOTIFICATION_UNDER_WAY, "Wait until it was sent or given up: it is %s.".formatted(state));
        }
        Notification again = new Notification(now);
        again.eventId = eventId;
        again.eventType = eventType;
        again.occurredAt = occurredAt;
        again.applicationId = applicationId;
        again.template = template;
        again.category = category;
        again.facts = facts;
        again.resendNumber = number;
        again.resendOf = id();
        again.goesTo(recipient);
        return again;
    }

    private void goesTo(Contact recipient) {
        recipientContactId = recipient.id();
        recipientPosition = recipient.position();
    }

    /** A sender takes it, or takes it over; until {@code lease} is over nobody else does. */
    void claim(Instant now, Duration lease) {
        move(NotificationAct.CLAIM);
        attempts++;
        nextAttemptAt = now.plus(lease);
    }

    /** It is about to be given to the provider, as this version of its template has it. */
    void attempt(int version, Instant now) {
        templateVersion = version;
        attemptedAt = now;
    }

    /** The provider has accepted it. */
    void accepted(String by, String reference, Instant now) {
        move(NotificationAct.ACCEPT);
        nextAttemptAt = null;
        provider = by;
        providerReference = reference;
        sentAt = now;
        reasonCode = null;
    }

    /** It is tried again later. */
    void postpone(String code, Instant until) {
        move(NotificationAct.POSTPONE);
        reasonCode = code;
        nextAttemptAt = until;
    }

    /** A person has to look. */
    void giveUp(String code) {
        move(NotificationAct.GIVE_UP);
        reasonCode = code;
        nextAttemptAt = null;
    }

    /** It is not to be sent. */
    void suppress(Suppression why) {
        move(NotificationAct.SUPPRESS);
        reasonCode = why.code();
        nextAttemptAt = null;
    }

    private void move(NotificationAct act) {
        state = NotificationLifecycle.TABLE.require(state, act);
    }

    /** Whether this is still the attempt that a sender began; false once another has taken it over. */
    boolean isAttempt(int number) {
        return state == NotificationState.SENDING && attempts == number;
    }

    /** Whether an earlier attempt may have reached the provider so long ago that the provider can no longer be asked. */
    boolean isBeyondLookUp(Instant now, Duration within) {
        return attemptedAt != null && attemptedAt.isBefore(now.minus(within));
    }

    Moment moment() {
        return Moment.of(template).orElseThrow(() -> new IllegalStateException("No moment has the template " + template));
    }

    UUID eventId() {
        return eventId;
    }

    String eventType() {
        return eventType;
    }

    Instant occurredAt() {
        return occurredAt;
    }

    UUID applicationId() {
        return applicationId;
    }

    String template() {
        return template;
    }

    Integer templateVersion() {
        return templateVersion;
    }

    Category category() {
        return category;
    }

    UUID recipientContactId() {
        return recipientContactId;
    }

    Integer recipientPosition() {
        return recipientPosition;
    }

    Map<String, String> facts() {
        return facts;
    }

    NotificationState state() {
        return state;
    }

    String reasonCode() {
        return reasonCode;
    }

    int attempts() {
        return attempts;
    }

    Instant nextAttemptAt() {
        return nextAttemptAt;
    }

    Instant sentAt() {
        return sentAt;
    }

    String provider() {
        return provider;
    }

    String providerReference() {
        return providerReference;
    }

    UUID resendOf() {
        return resendOf;
    }
}
