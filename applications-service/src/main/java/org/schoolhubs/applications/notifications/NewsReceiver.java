package org.schoolhubs.applications.notifications;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.schoolhubs.kit.inbox.EventConsumer;
import org.schoolhubs.kit.inbox.Inbox;

/** Hears all four topics in one consumer group; each has an inbox of its own, so that trouble with one holds up no other. */
@ApplicationScoped
class NewsReceiver {
    private final Inbox inbox;
    private final Map<String, EventConsumer> consumers;

    NewsReceiver(Inbox inbox, ApplicationNews applications, HubNews hubs, SupportNews support, GrantNews grants) {
        this.inbox = inbox;
        this.consumers = Map.of(ApplicationNews.TOPIC, applications, HubNews.TOPIC, hubs, SupportNews.TOPIC, support, GrantNews.TOPIC, grants);
    }

    @Incoming("notifications-in")
    @Blocking
    void receive(ConsumerRecord<String, String> record) {
        inbox.receive(consumers.get(record.topic()), record);
    }
}
