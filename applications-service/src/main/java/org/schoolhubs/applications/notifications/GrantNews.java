package org.schoolhubs.applications.notifications;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.schoolhubs.applications.notifications.rules.Moment;
import org.schoolhubs.applications.notifications.rules.Placeholder;
import org.schoolhubs.applications.notifications.rules.Words;
import org.schoolhubs.kernel.Money;
import org.schoolhubs.kit.inbox.EventConsumer;
import org.schoolhubs.kit.inbox.EventHandlers;

/** What the grants service says of awards. What comes between offer and payment is not told: it asks nothing of the school. */
@ApplicationScoped
class GrantNews implements EventConsumer {
    static final String TOPIC = "grants.v1";
    private final Notifier notifier;

    GrantNews(Notifier notifier) {
        this.notifier = notifier;
    }

    @Override
    public String name() {
        return "notifications-of-grants";
    }

    @Override
    public EventHandlers handlers() {
        return EventHandlers.on(Moment.AWARD_OFFERED.eventType(), Award.class, tell(Moment.AWARD_OFFERED))
                .and(Moment.AWARD_PAID.eventType(), Award.class, tell(Moment.AWARD_PAID));
    }

    private EventHandlers.Effect<Award> tell(Moment moment) {
        return (event, told) -> notifier.tell(News.of(event, moment, told.applicationId(), News.Subject.ofSchool(told.programme(), null, told.urn(), null),
                told.facts()));
    }

    /** What e-mail needs of an Award… event. */
    record Award(UUID applicationId, String programme, String urn, Money amount, String financialYear, LocalDate effectiveOn) {
        Map<String, String> facts() {
            return Map.of(Placeholder.AMOUNT.word(), amount.toString(), Placeholder.FINANCIAL_YEAR.word(), financialYear, Placeholder.DAY.word(),
                    Words.day(effectiveOn));
        }
    }
}
