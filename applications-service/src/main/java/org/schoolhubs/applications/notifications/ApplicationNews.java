package org.schoolhubs.applications.notifications;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.schoolhubs.applications.notifications.rules.Moment;
import org.schoolhubs.applications.notifications.rules.Placeholder;
import org.schoolhubs.applications.notifications.rules.Words;
import org.schoolhubs.kit.inbox.EventConsumer;
import org.schoolhubs.kit.inbox.EventHandlers;

/** What this service itself says of applications. */
@ApplicationScoped
class ApplicationNews implements EventConsumer {
    static final String TOPIC = "applications.v1";
    private final Notifier notifier;

    ApplicationNews(Notifier notifier) {
        this.notifier = notifier;
    }

    @Override
    public String name() {
        return "notifications-of-applications";
    }

    @Override
    public EventHandlers handlers() {
        return EventHandlers.on(Moment.APPLICATION_SUBMITTED.eventType(), Application.class, tell(Moment.APPLICATION_SUBMITTED))
                .and(Moment.APPLICATION_ACCEPTED.eventType(), Application.class, tell(Moment.APPLICATION_ACCEPTED))
                .and(Moment.APPLICATION_DECLINED.eventType(), Application.class, tell(Moment.APPLICATION_DECLINED))
                .and(Moment.APPLICATION_WITHDRAWN.eventType(), Application.class, tell(Moment.APPLICATION_WITHDRAWN))
                .and(Moment.SCHOOL_INVITED.eventType(), Application.class, tell(Moment.SCHOOL_INVITED))
                .and(Moment.EXPRESSION_OF_INTEREST_LEFT.eventType(), Application.class, tell(Moment.EXPRESSION_OF_INTEREST_LEFT))
                .and(Moment.EXPRESSION_OF_INTEREST_DRAFTED.eventType(), Application.class, tell(Moment.EXPRESSION_OF_INTEREST_DRAFTED))
                .and(Moment.EXPRESSION_OF_INTEREST_OFFERED.eventType(), Application.class, tell(Moment.EXPRESSION_OF_INTEREST_OFFERED));
    }

    private EventHandlers.Effect<Application> tell(Moment moment) {
        return (event, told) -> notifier.tell(News.of(event, moment, told.id(), told.subject(), told.facts()));
    }

    /** What e-mail needs of the events of an application, or of an expression of interest; each says a part of it. */
    record Application(UUID applicationId, UUID expressionOfInterestId, String programme, String cohort, String urn, String trustUid, Partner partner, Trust trust,
                       List<String> reasonCodes, LocalDate acceptedOn, LocalDate effectiveOn) {
        UUID id() {
            return applicationId == null ? expressionOfInterestId : applicationId;
        }

        News.Subject subject() {
            return new News.Subject(programme, cohort, partner == null ? urn : partner.urn(), trust == null ? trustUid : trust.uid());
        }

        Map<String, String> facts() {
            Map<String, String> facts = new HashMap<>();
            facts.put(Placeholder.REASONS.word(), Words.reasons(reasonCodes));
            LocalDate day = acceptedOn == null ? effectiveOn : acceptedOn;
            if (day != null) {
                facts.put(Placeholder.DAY.word(), Words.day(day));
            }
            return facts;
        }
    }

    /** The school. */
    record Partner(String urn) {
    }

    /** The trust. */
    record Trust(String uid) {
    }
}
