package org.schoolhubs.applications.imports;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Quarkus knows one limit of bodies, and files need a large one. Every other operation keeps the small one, also where a body announces no length and is
 * counted while it is read.
 */
@ApplicationScoped
class UploadLimit {
    /** Behind Quarkus's own check of the large limit (-2), before anything reads the body. */
    private static final int BEFORE_READING = -1;
    private static final int REQUEST_TOO_LARGE = 413;

    private final long others;

    UploadLimit(@ConfigProperty(name = "schoolhubs.web.max-json-body") MemorySize others) {
        this.others = others.asLongValue();
    }

    void register(@Observes Router router) {
        router.route().order(BEFORE_READING).handler(this::check);
    }

    private void check(RoutingContext exchange) {
        var request = exchange.request();
        if (request.method() == HttpMethod.POST && request.path().equals("/v1/imports")) {
            exchange.next();
            return;
        }
        var announced = request.getHeader("Content-Length");
        if (announced != null && Long.parseLong(announced) > others) {
            exchange.response().putHeader("Connection", "close");
            exchange.fail(REQUEST_TOO_LARGE);
            return;
        }
        exchange.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, others);
        exchange.next();
    }
}
