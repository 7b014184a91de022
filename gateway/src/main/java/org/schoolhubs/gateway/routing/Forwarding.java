package org.schoolhubs.gateway.routing;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;
import org.schoolhubs.gateway.problems.GatewayError;
import org.schoolhubs.gateway.problems.Problem;
import org.schoolhubs.gateway.problems.RequestId;

/** One request on its way to a service and its answer on its way back. Lives on one event loop. */
final class Forwarding {
    private final Vertx vertx;
    private final RoutingConfig config;
    private final RoutingContext exchange;
    private final HttpServerRequest incoming;
    private final HttpClientRequest outgoing;
    private final CountedBody body;
    private long timer = -1;
    private boolean timedOut;
    private boolean answered;

    Forwarding(Vertx vertx, RoutingConfig config, RoutingContext exchange, HttpClientRequest outgoing, long maxBody) {
        this.vertx = vertx;
        this.config = config;
        this.exchange = exchange;
        this.incoming = exchange.request();
        this.outgoing = outgoing;
        this.body = new CountedBody(incoming, maxBody, this::bodyBegins, this::bodyEnded);
    }

    /** Completes when the answer has gone out whole; fails with a {@link Problem} for whatever went wrong before its first byte. */
    Future<Void> run() {
        ProxyRequest request = ProxyRequest.reverseProxy(incoming);
        request.setBody(Body.body(body, request.getBody().length()));
        HeaderHygiene.cleanRequest(request.headers());
        addOwn(request.headers());
        return request.send(outgoing)
                .onComplete(done -> settle())
                .recover(failure -> Future.failedFuture(explain()))
                .compose(this::answer);
    }

    private void addOwn(MultiMap headers) {
        headers.set(RequestId.HEADER, RequestId.of(exchange));
        headers.set(TraceContext.HEADER, TraceContext.of(exchange));
        headers.set("X-Forwarded-For", RemoteAddress.of(incoming));
        headers.set("X-Forwarded-Proto", incoming.scheme() == null ? "http" : incoming.scheme());
        if (incoming.authority() != null) {
            headers.set("X-Forwarded-Host", incoming.authority().toString());
        }
    }

    private void bodyBegins() {
        if (incoming.getHeader("Content-Length") == null) {
            outgoing.setChunked(true);
        }
    }

    /** The service's time runs from here: a slow caller is not its fault. */
    private void bodyEnded() {
        if (!answered) {
            timer = vertx.setTimer(config.responseTimeout().toMillis(), fired -> {
                timedOut = true;
                outgoing.reset();
            });
        }
    }

    private void settle() {
        answered = true;
        if (timer >= 0) {
            vertx.cancelTimer(timer);
        }
    }

    private Problem explain() {
        if (body.exceeded()) {
            return Proxy.tooLarge();
        }
        return timedOut
                ? Problem.of(GatewayError.SERVICE_TIMEOUT, "The service did not answer in time. What was asked may have been done: "
                        + "send it again with the same Idempotency-Key.").retryAfter(config.retryAfter())
                : Proxy.unavailable(config);
    }

    private Future<Void> answer(ProxyResponse response) {
        HeaderHygiene.cleanResponse(response.headers());
        response.headers().remove(RequestId.HEADER);
        response.headers().remove(TraceContext.HEADER);
        if (response.getStatusCode() == 204) {
            response.setBody(null);
        }
        return response.send();
    }
}
