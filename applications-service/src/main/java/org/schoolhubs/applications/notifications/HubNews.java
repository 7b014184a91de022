package org.schoolhubs.applications.notifications;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.schoolhubs.applications.notifications.rules.Moment;
import org.schoolhubs.applications.notifications.rules.Placeholder;
import org.schoolhubs.applications.notifications.rules.TemplateText;
import org.schoolhubs.applications.notifications.rules.Words;
import org.schoolhubs.kit.inbox.EventConsumer;
import org.schoolhubs.kit.inbox.EventHandlers;

/** What the hubs service says of memberships. A proposal is not told: it may still change. */
@ApplicationScoped
class HubNews implements EventConsumer {
    static final String TOPIC = "hubs.v1";
    private final Notifier notifier;

    HubNews(Notifier notifier) {
        this.notifier = notifier;
    }

    @Override
    public String name() {
        return "notifications-of-hubs";
    }

    @Override
    public EventHandlers handlers() {
        return EventHandlers.on(Moment.MEMBERSHIP_CONFIRMED.eventType(), Membership.class, tell(Moment.MEMBERSHIP_CONFIRMED))
                .and(Moment.MEMBERSHIP_ACTIVATED.eventType(), Membership.class, tell(Moment.MEMBERSHIP_ACTIVATED))
                .and(Moment.MEMBERSHIP_REFUSED.eventType(), Membership.class, tell(Moment.MEMBERSHIP_REFUSED))
                .and(Moment.MEMBERSHIP_WITHDRAWN.eventType(), Membership.class, tell(Moment.MEMBERSHIP_WITHDRAWN));
    }

    private EventHandlers.Effect<Membership> tell(Moment moment) {
        return (event, told) -> notifier.tell(News.of(event, moment, told.applicationId(),
                News.Subject.ofSchool(told.programme(), told.cohort(), told.urn(), null), told.facts()));
    }

    /** What e-mail needs of a Membership… event. */
    record Membership(UUID applicationId, String hubName, String programme, String cohort, String urn, LocalDate effectiveOn) {
        Map<String, String> facts() {
            return Map.of(Placeholder.HUB.word(), TemplateText.plain(hubName), Placeholder.DAY.word(), Words.day(effectiveOn));
        }
    }
}
