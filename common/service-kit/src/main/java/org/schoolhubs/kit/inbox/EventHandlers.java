package org.schoolhubs.kit.inbox;

import java.util.LinkedHashMap;
import java.util.Map;

/** Which types of event a consumer applies, and how. Types that are not here are of no interest to it. */
public final class EventHandlers {
    private final Map<String, Handler<?>> handlers = new LinkedHashMap<>();

    private EventHandlers() {
    }

    /** Applies one event. Runs in a transaction with the inbox row. */
    @FunctionalInterface
    public interface Effect<P> {
        /** @throws NotYet where another fact has to come first */
        void apply(InboundEvent event, P payload);
    }

    record Handler<P>(Class<P> payloadType, Effect<P> effect) {
        void apply(InboundEvent event, Object payload) {
            effect.apply(event, payloadType.cast(payload));
        }
    }

    public static <P> EventHandlers on(String type, Class<P> payloadType, Effect<P> effect) {
        return new EventHandlers().and(type, payloadType, effect);
    }

    /** @throws IllegalStateException if the type is there already */
    public <P> EventHandlers and(String type, Class<P> payloadType, Effect<P> effect) {
        if (handlers.putIfAbsent(type, new Handler<>(payloadType, effect)) != null) {
            throw new IllegalStateException("Two handlers for " + type);
        }
        return this;
    }

    Handler<?> forType(String type) {
        return handlers.get(type);
    }
}
