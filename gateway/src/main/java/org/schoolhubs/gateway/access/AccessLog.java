package org.schoolhubs.gateway.access;

import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;
import org.schoolhubs.gateway.problems.RequestId;
import org.schoolhubs.gateway.routing.RouteTable;
import org.schoolhubs.gateway.routing.TraceContext;

/**
 * One line a request, its values as fields of the JSON record (MDC). No query, no token, no address; a path is written only where a route knows it, since ids stand
 * in those and anything may stand in others. Paths come percent-encoded, and JSON escapes line ends, so that one request cannot write two lines.
 */
@ApplicationScoped
class AccessLog {
    private static final Logger LOG = Logger.getLogger("org.schoolhubs.access");
    private static final Pattern OPAQUE = Pattern.compile("[A-Za-z0-9._:-]{1,64}");
    private static final int LONGEST_PATH = 200;

    void write(RoutingContext exchange, long startNanos) {
        String path = exchange.request().path();
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("method", exchange.request().method().name());
        RouteTable.of(path).ifPresentOrElse(route -> {
            line.put("route", route.template(path));
            line.put("path", path.length() > LONGEST_PATH ? path.substring(0, LONGEST_PATH) : path);
            line.put("service", route.service().word());
        }, () -> line.put("route", ownRoute(path)));
        line.put("status", exchange.response().getStatusCode());
        line.put("completed", exchange.response().ended());
        line.put("durationMs", (System.nanoTime() - startNanos) / 10_000 / 100.0);
        line.put("bytes", exchange.response().bytesWritten());
        line.put("requestId", RequestId.of(exchange));
        line.put("traceparent", TraceContext.of(exchange));
        if (exchange.user() instanceof QuarkusHttpUser user && !user.getSecurityIdentity().isAnonymous()) {
            line.put("subject", opaque(user.getSecurityIdentity().getPrincipal().getName()));
        }
        line.forEach((name, value) -> MDC.put(name, String.valueOf(value)));
        try {
            LOG.infof("%s %s %s", line.get("method"), line.get("route"), line.get("status"));
        } finally {
            line.keySet().forEach(MDC::remove);
        }
    }

    private static String ownRoute(String path) {
        if (path.startsWith("/v1/journeys/")) {
            return "/v1/journeys/{applicationId}";
        }
        return switch (path) {
            case "/", "/v1/me", "/openapi", "/openapi.json", "/openapi.yaml" -> path;
            default -> path.startsWith("/docs") ? "/docs/**" : path.startsWith("/openapi/") ? "/openapi/**" : path.startsWith("/q/") ? "/q/**" : "none";
        };
    }

    /** Subjects are meant to be opaque; one that looks like an e-mail address or a name is written as its hash. */
    static String opaque(String subject) {
        if (OPAQUE.matcher(subject).matches()) {
            return subject;
        }
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(subject.getBytes(StandardCharsets.UTF_8));
            return "sha256:" + HexFormat.of().formatHex(hash, 0, 12);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
