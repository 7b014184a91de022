package org.schoolhubs.kit.inbox;

import java.time.Instant;
import java.util.UUID;

/**
 * The attributes of a CloudEvent that arrived.
 *
 * @param id            unique; a repeat carries the same
 * @param type          what happened
 * @param key           events of one key arrive in order
 * @param source        the service that says so
 * @param time          when it happened there
 * @param correlationId of the request that caused it
 * @param traceparent   W3C trace context, or null
 */
public record InboundEvent(UUID id, String type, String key, String source, Instant time, String correlationId, String traceparent) {
}
