package org.schoolhubs.kit.web;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import org.jboss.logging.MDC;

/** Hands the ids of the request to the request scope and to the log lines. */
@Provider
@PreMatching
class RequestContextFilter implements ContainerRequestFilter {
    private final RequestContext context;
    private final RoutingContext exchange;

    RequestContextFilter(RequestContext context, RoutingContext exchange) {
        this.context = context;
        this.exchange = exchange;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        String id = Correlation.idOf(exchange);
        context.begin(id, Correlation.traceparentFrom(request.getHeaderString(Correlation.TRACEPARENT)));
        MDC.put("requestId", id);
    }
}
