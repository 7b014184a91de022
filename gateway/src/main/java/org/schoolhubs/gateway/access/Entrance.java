package org.schoolhubs.gateway.access;

import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.regex.Pattern;
import org.schoolhubs.gateway.problems.GatewayError;
import org.schoolhubs.gateway.problems.Problem;
import org.schoolhubs.gateway.problems.ProblemWriter;
import org.schoolhubs.gateway.problems.RequestId;
import org.schoolhubs.gateway.routing.RouteTable;
import org.schoolhubs.gateway.routing.TraceContext;

/** Where every request comes in. Stands before authentication, so that refused tokens and unknown paths are covered too. */
@ApplicationScoped
class Entrance {
    private static final int BEFORE_EVERYTHING = -1_000_000;
    /** Quarkus authenticates at -200 and authorises at -100. */
    private static final int AFTER_AUTHENTICATION = -90;
    private static final String BEARER = "Bearer ";
    private static final Pattern JWS = Pattern.compile("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+");
    private static final String NOTHING_ELSE = "default-src 'none'; frame-ancestors 'none'";
    private static final String PORTAL = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    /** Swagger UI starts from a script within its page. */
    private static final String SWAGGER_UI = "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
            + "base-uri 'none'; frame-ancestors 'none'";

    private final AccessConfig config;
    private final AccessLog log;
    private final ProblemWriter problems;

    Entrance(AccessConfig config, AccessLog log, ProblemWriter problems) {
        this.config = config;
        this.log = log;
        this.problems = problems;
    }

    void register(@Observes Router router) {
        router.route().order(BEFORE_EVERYTHING).handler(this::enter);
        router.route("/v1/*").order(AFTER_AUTHENTICATION).handler(this::requireToken);
        router.route("/v1").order(AFTER_AUTHENTICATION).handler(this::requireToken);
    }

    private void enter(RoutingContext exchange) {
        long start = System.nanoTime();
        RequestId.begin(exchange);
        TraceContext.begin(exchange);
        exchange.addHeadersEndHandler(head -> headers(exchange));
        exchange.addEndHandler(end -> log.write(exchange, start));
        if (RouteTable.isPlain(exchange.request().path())) {
            if (isNoToken(exchange.request().getHeader("Authorization"))) {
                exchange.fail(401);
            } else {
                exchange.next();
            }
        } else {
            problems.write(exchange, Problem.of(GatewayError.PATH_INVALID,
                    "Write the path plainly: no empty or dot segments, no backslash or semicolon, no encoded separators."));
        }
    }

    /** Three parts in base64url; anything else is not worth parsing, and the parser does not take all of it well. */
    private static boolean isNoToken(String authorization) {
        return authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
                && !JWS.matcher(authorization.substring(BEARER.length()).strip()).matches();
    }

    private void headers(RoutingContext exchange) {
        String path = exchange.request().path();
        HttpServerResponse response = exchange.response();
        MultiMap headers = response.headers();
        headers.set(RequestId.HEADER, RequestId.of(exchange));
        headers.set(TraceContext.HEADER, TraceContext.of(exchange));
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("X-Frame-Options", "DENY");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Content-Security-Policy", path.equals("/docs") || path.startsWith("/docs/") ? SWAGGER_UI
                : path.equals("/") || path.startsWith("/portal") ? PORTAL : NOTHING_ELSE);
        config.hsts().ifPresent(hsts -> headers.set("Strict-Transport-Security", hsts));
        if (RouteTable.isVersioned(path) && !headers.contains("Cache-Control")) {
            headers.set("Cache-Control", "no-store");
        }
    }

    /** A bad token has been refused by now. What stands in Authorization and is no token at all is no better than a bad one. */
    private void requireToken(RoutingContext exchange) {
        boolean authenticated = exchange.user() instanceof QuarkusHttpUser user && !user.getSecurityIdentity().isAnonymous();
        boolean claimsToBe = exchange.request().getHeader("Authorization") != null;
        if (authenticated || !claimsToBe && RouteTable.isPublic(exchange.request().method().name(), exchange.request().path())) {
            exchange.next();
        } else {
            exchange.fail(401);
        }
    }
}
