package org.schoolhubs.kit.web;

import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/**
 * First and last of every request: gives it its ids, sets the security headers, and writes one access line. Stands before routing so that it covers unknown
 * routes and refused tokens too.
 */
@ApplicationScoped
class RequestFilter {
    private static final Logger LOG = Logger.getLogger("org.schoolhubs.access");
    private static final String BEARER = "Bearer ";
    private static final Pattern JWS = Pattern.compile("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+");
    private static final int BEFORE_EVERYTHING = -1_000_000;

    private final long mostOfAll;
    private final long mostOfJson;

    RequestFilter(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize mostOfAll,
            @ConfigProperty(name = "schoolhubs.web.max-json-body") MemorySize mostOfJson) {
        this.mostOfAll = mostOfAll.asLongValue();
        this.mostOfJson = mostOfJson.asLongValue();
    }

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
        // As the router reads it: //v1/ leads to the same operations.
        if (exchange.normalizedPath().startsWith("/v1/")) {
            exchange.addHeadersEndHandler(end -> {
                if (!response.headers().contains("Cache-Control")) {
                    response.putHeader("Cache-Control", "no-store");
                }
            });
            exchange.addBodyEndHandler(end -> access(exchange, id, start));
        }
        if (isTooLarge(exchange)) {
            exchange.fail(413);
        } else if (isNoToken(exchange.request().getHeader("Authorization"))) {
            exchange.fail(401);
        } else if (exchange.request().uri().contains("%00")) {
            // No text that the database can hold has it.
            exchange.fail(400);
        } else {
            exchange.next();
        }
    }

    /** Three parts in base64url; anything else is not worth parsing, and the parser does not take all of it well. */
    private static boolean isNoToken(String authorization) {
        return authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
                && !JWS.matcher(authorization.substring(BEARER.length()).strip()).matches();
    }

    /** By the announced length; a body that announces none is counted by the server as it is read. */
    private boolean isTooLarge(RoutingContext exchange) {
        String announced = exchange.request().getHeader("Content-Length");
        if (announced == null || !announced.matches("[0-9]{1,18}")) {
            return false;
        }
        String type = exchange.request().getHeader("Content-Type");
        return Long.parseLong(announced) > (type != null && type.startsWith("application/json") ? mostOfJson : mostOfAll);
    }

    private static void access(RoutingContext exchange, String id, long start) {
        MDC.put("requestId", id);
        try {
            long micros = (System.nanoTime() - start) / 1_000;
            LOG.infof("%s %s %d %d us", exchange.request().method(), AccessPath.of(exchange.request().path()), exchange.response().getStatusCode(), micros);
        } finally {
            MDC.remove("requestId");
        }
    }
}
