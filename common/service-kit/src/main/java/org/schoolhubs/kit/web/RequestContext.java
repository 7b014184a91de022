package org.schoolhubs.kit.web;

import jakarta.enterprise.context.RequestScoped;

/** What is known of the request, or of the event, that is being served. */
@RequestScoped
public class RequestContext {
    private String correlationId;
    private String traceparent;

    /** Ties together everything that one request caused, across services. */
    public String correlationId() {
        if (correlationId == null) {
            correlationId = Correlation.fresh();
        }
        return correlationId;
    }

    /** W3C trace context, or null. */
    public String traceparent() {
        return traceparent;
    }

    /** Called once by the edge: the request filter, the inbox, the scheduler. */
    public void begin(String correlationId, String traceparent) {
        this.correlationId = correlationId;
        this.traceparent = traceparent;
    }
}
