package org.schoolhubs.kit.inbox;

/**
 * Reacts to the events of one topic. A bean; its {@code @Incoming @Blocking} method hands each record to {@link Inbox#receive}.
 */
public interface EventConsumer {
    /** Unique within the service and stable: the inbox remembers by it. */
    String name();

    EventHandlers handlers();
}
