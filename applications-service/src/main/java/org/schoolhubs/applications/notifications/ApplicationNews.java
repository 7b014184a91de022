package org.schoolhubs.applications.notifications;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
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
                .and(Moment.RECONSIDERATION_REQUESTED.eventType(), Application.class, tell(Moment.RECONSIDERATION_REQUESTED))
                .and(Moment.RECONSIDERATION_UPHELD.eventType(), Application.class, tell(Moment.RECONSIDERATION_UPHELD))
                .and(Moment.DECISION_AMENDED.eventType(), Application.class, tell(Moment.DECISION_AMENDED))
                .and(Moment.SCHOOL_INVITED.eventType(), Application.class, tell(Moment.SCHOOL_INVITED))
                .and(Moment.EXPRESSION_OF_INTEREST_DRAFTED.eventType(), Application.class, tell(Moment.EXPRESSION_OF_INTEREST_DRAFTED))
                .and(Moment.EXPRESSION_OF_INTEREST_OFFERED.eventType(), Application.class, tell(Moment.EXPRESSION_OF_INTEREST_OFFERED))
                .and("ApplicationPassedToSuccessor", PassedOn.class, (event, told) -> notifier.passedOn(told));
    }

    private EventHandlers.Effect<Application> tell(Moment moment) {
        return (event, told) -> notifier.tell(News.of(event, moment, told.id(), told.subject(), told.facts()).ofExpression(told.expressionId()));
    }

    /** What e-mail needs of the events of an application, or of an expression of interest that has none yet; each says a part of it. */
    record Application(UUID applicationId, UUID expressionId, String programme, String offeredProgramme, String cohort, String urn, String trustUid,
                       String name, String schoolName, Organisation partner, Organisation trust, List<String> reasonCodes, LocalDate acceptedOn, LocalDate effectiveOn,
                       LocalDate askedOn, LocalDate decidedOn, LocalDate confirmBy) {
        UUID id() {
            return first(applicationId, expressionId);
        }

        News.Subject subject() {
            return new News.Subject(first(offeredProgramme, programme), cohort, first(partner == null ? null : partner.urn(), urn),
                    first(trust == null ? null : trust.uid(), trustUid),
                    first(name, schoolName, partner == null ? null : partner.name(), trust == null ? null : trust.name()), true);
        }

        Map<String, String> facts() {
            Map<String, String> facts = new HashMap<>();
            facts.put(Placeholder.REASONS.word(), Words.reasons(reasonCodes));
            put(facts, Placeholder.DAY, first(acceptedOn, effectiveOn, askedOn, decidedOn));
            put(facts, Placeholder.CONFIRM_BY, confirmBy);
            return facts;
        }

        private static void put(Map<String, String> facts, Placeholder placeholder, LocalDate day) {
            if (day != null) {
                facts.put(placeholder.word(), Words.day(day));
            }
        }

        @SafeVarargs
        private static <T> T first(T... values) {
            return Stream.of(values).filter(Objects::nonNull).findFirst().orElse(null);
        }
    }

    /** That a school was followed by another: told to nobody, but it says whose application it is. */
    record PassedOn(UUID applicationId, String fromUrn, String toUrn, String toName) {
    }

    /** The school or the trust. */
    record Organisation(String urn, String uid, String name) {
    }
}
