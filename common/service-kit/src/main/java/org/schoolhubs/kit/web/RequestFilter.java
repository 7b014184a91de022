package org.schoolhubs.kit.web;

import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/**
 * First and last of every request: gives it its ids, sets the security headers, and writes one access line. Stands before routing so that it covers unknown
 * routes and refused tokens too.
 */
@ApplicationScoped
class RequestFilter {
    private static final Logger LOG = Logger.getLogger("org.schoolhubs.access");
    private static final int BEFORE_EVERYTHING = -1_000_000;

    void register(@Observes Router router) {
        router.route().order(BEFORE_EVERYTHING).handler(this::enter);
    }

    private void enter(RoutingContext exchange) {
        long start = System.nanoTime();
        String id = Correlation.idFrom(exchange.request().getHeader(Correlation.REQUEST_ID));
        exchange.put(Correlation.EXCHANGE_KEY, id);
        HttpServerResponse response = exchange.response();
        response.putHeader(Correlation.REQUEST_ID, id);
        response.putHeader("X-Content-Type-Options", "nosniff");
        response.putHeader("Referrer-Policy", "no-referrer");
        if (exchange.request().path().startsWith("/v1/")) {
            response.headersEndHandler(end -> {
                if (!response.headers().contains("Cache-Control")) {
                    response.putHeader("Cache-Control", "no-store");
                }
            });
            exchange.addBodyEndHandler(end -> access(exchange, id, start));
        }
        exchange.next();
    }

    private static void access(RoutingContext exchange, String id, long start) {
        MDC.put("requestId", id);
        try {
            long micros = (System.nanoTime() - start) / 1_000;
            LOG.infof("%s %s %d %d us", exchange.request().method(), onOneLine(exchange.request().path()), exchange.response().getStatusCode(), micros);
        } finally {
            MDC.remove("requestId");
        }
    }

    /** Paths are the caller's text: no control characters, no endless lines. The query is left out, it can hold names. */
    private static String onOneLine(String path) {
        String clean = path.replaceAll("\\p{Cntrl}", "?");
        return clean.length() > 200 ? clean.substring(0, 200) : clean;
    }
}
