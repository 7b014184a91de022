package org.schoolhubs.applications.notifications;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.schoolhubs.applications.notifications.rules.Moment;
import org.schoolhubs.applications.notifications.rules.Placeholder;
import org.schoolhubs.applications.notifications.rules.Words;
import org.schoolhubs.kit.inbox.EventConsumer;
import org.schoolhubs.kit.inbox.EventHandlers;

/** What the support service says of plans. */
@ApplicationScoped
class SupportNews implements EventConsumer {
    static final String TOPIC = "support.v1";
    private final Notifier notifier;

    SupportNews(Notifier notifier) {
        this.notifier = notifier;
    }

    @Override
    public String name() {
        return "notifications-of-support";
    }

    @Override
    public EventHandlers handlers() {
        return EventHandlers.on(Moment.PLAN_OPENED.eventType(), Plan.class, tell(Moment.PLAN_OPENED))
                .and(Moment.PLAN_COMPLETED.eventType(), Plan.class, tell(Moment.PLAN_COMPLETED));
    }

    private EventHandlers.Effect<Plan> tell(Moment moment) {
        return (event, told) -> notifier.tell(News.of(event, moment, told.applicationId(), News.Subject.ofSchool(told.programme(), null, told.urn(), null),
                told.facts()));
    }

    /** What e-mail needs of a Plan… event. */
    record Plan(UUID applicationId, String programme, String urn, LocalDate startsOn, LocalDate endsOn, LocalDate effectiveOn) {
        Map<String, String> facts() {
            return Map.of(Placeholder.STARTS_ON.word(), Words.day(startsOn), Placeholder.ENDS_ON.word(), Words.day(endsOn), Placeholder.DAY.word(),
                    Words.day(effectiveOn));
        }
    }
}
