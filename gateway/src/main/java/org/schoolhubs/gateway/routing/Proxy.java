package org.schoolhubs.gateway.routing;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import org.jboss.logging.Logger;
import org.schoolhubs.gateway.problems.GatewayError;
import org.schoolhubs.gateway.problems.Problem;
import org.schoolhubs.gateway.problems.ProblemWriter;
import org.schoolhubs.gateway.problems.RequestId;

/**
 * Sends requests on to the service that the table names. Tries once only: whether a write may be repeated is for the caller to say, who has the
 * Idempotency-Key.
 */
@ApplicationScoped
class Proxy {
    private static final Logger LOG = Logger.getLogger(Proxy.class);
    private static final Set<HttpMethod> METHODS = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE,
            HttpMethod.OPTIONS);
    private static final Set<String> LARGE = Set.of("/v1/imports", "/v1/attendance-figures", "/v1/selection-lists");
    private static final int BEFORE_RESOURCES = 100;

    private final Vertx vertx;
    private final RoutingConfig config;
    private final Upstreams upstreams;
    private final ProblemWriter problems;

    Proxy(Vertx vertx, RoutingConfig config, Upstreams upstreams, ProblemWriter problems) {
        this.vertx = vertx;
        this.config = config;
        this.upstreams = upstreams;
        this.problems = problems;
    }

    void register(@Observes Router router) {
        router.route("/v1/*").order(BEFORE_RESOURCES).handler(this::dispatch);
    }

    private void dispatch(RoutingContext exchange) {
        RouteTable.of(exchange.request().path()).ifPresentOrElse(route -> forward(exchange, route), exchange::next);
    }

    private void forward(RoutingContext exchange, Route route) {
        HttpServerRequest incoming = exchange.request();
        if (!METHODS.contains(incoming.method())) {
            problems.write(exchange, Problem.of(GatewayError.METHOD_NOT_ALLOWED, "Use GET, HEAD, POST, PUT, PATCH or DELETE."));
            return;
        }
        long maxBody = LARGE.contains(route.prefix()) ? config.maxImportBody().asLongValue() : config.maxBody().asLongValue();
        if (declaredLength(incoming) > maxBody) {
            problems.write(exchange, tooLarge());
            return;
        }
        // Getting a connection takes a while, and what arrives meanwhile would be lost.
        incoming.pause();
        upstreams.request(route.service(), incoming.method(), incoming.uri())
                .recover(failure -> {
                    LOG.warnf("%s cannot be reached: %s", route.service().word(), failure.toString());
                    throw unavailable(config);
                })
                .compose(outgoing -> new Forwarding(vertx, config, exchange, outgoing, maxBody).run())
                .onFailure(failure -> failed(exchange, route, failure));
    }

    private void failed(RoutingContext exchange, Route route, Throwable failure) {
        if (failure instanceof Problem problem) {
            LOG.warnf("%s: %s for request %s", route.service().word(), problem.error().code(), RequestId.of(exchange));
            problems.write(exchange, problem);
            return;
        }
        LOG.warnf("%s: request %s was cut off: %s", route.service().word(), RequestId.of(exchange), failure.toString());
        problems.write(exchange, unavailable(config));
    }

    private static long declaredLength(HttpServerRequest request) {
        String length = request.getHeader("Content-Length");
        try {
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException notNumber) {
            return Long.MAX_VALUE;
        }
    }

    static Problem tooLarge() {
        return Problem.of(GatewayError.TOO_LARGE, "The body is larger than this operation takes. Split it, or ask for a larger limit.");
    }

    static Problem unavailable(RoutingConfig config) {
        return Problem.of(GatewayError.SERVICE_UNAVAILABLE, "The service that answers this cannot be reached. Try again; a write with the same Idempotency-Key.")
                .retryAfter(config.retryAfter());
    }
}
