package org.schoolhubs.gateway.journeys;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.schoolhubs.gateway.journeys.rules.Part;
import org.schoolhubs.gateway.journeys.rules.PartAnswer;
import org.schoolhubs.gateway.journeys.rules.Reading;
import org.schoolhubs.gateway.journeys.rules.Reading.Reason;
import org.schoolhubs.gateway.problems.GatewayError;
import org.schoolhubs.gateway.problems.Problem;
import org.schoolhubs.gateway.problems.RequestId;
import org.schoolhubs.gateway.routing.Service;
import org.schoolhubs.gateway.routing.TraceContext;
import org.schoolhubs.gateway.routing.Upstreams;

/** Reads one part of a journey from the service that owns it, with the caller's own token: the service decides what may be seen. */
@ApplicationScoped
class PartReader {
    private static final Logger LOG = Logger.getLogger(PartReader.class);
    private static final Map<Part, Service> OWNERS = Map.of(Part.APPLICATION, Service.APPLICATIONS, Part.MEMBERSHIP, Service.HUBS, Part.PLAN, Service.SUPPORT,
            Part.AWARD, Service.GRANTS);

    private final Vertx vertx;
    private final Upstreams upstreams;
    private final ObjectMapper json;
    private final Duration timeout;

    PartReader(Vertx vertx, Upstreams upstreams, ObjectMapper json, @ConfigProperty(name = "gateway.journeys.timeout") Duration timeout) {
        this.vertx = vertx;
        this.upstreams = upstreams;
        this.json = json;
        this.timeout = timeout;
    }

    /** Never fails for a service that does not answer: that is a reading too. Fails with 401 where a service refuses the token. */
    Future<Reading> read(Part part, UUID applicationId, RoutingContext exchange) {
        return upstreams.request(OWNERS.get(part), HttpMethod.GET, "/v1/journeys/" + applicationId + "/" + part.word())
                .compose(request -> send(request, exchange))
                .map(answer -> reading(part, answer))
                .recover(failure -> failure instanceof Problem ? Future.failedFuture(failure) : Future.succeededFuture(failed(part, failure)));
    }

    private Future<Answer> send(HttpClientRequest request, RoutingContext exchange) {
        request.putHeader("Authorization", exchange.request().getHeader("Authorization"));
        request.putHeader("Accept", "application/json");
        request.putHeader(RequestId.HEADER, RequestId.of(exchange));
        request.putHeader(TraceContext.HEADER, TraceContext.of(exchange));
        Promise<Answer> answer = Promise.promise();
        long timer = vertx.setTimer(timeout.toMillis(), fired -> {
            if (answer.tryFail(new TimeoutException("no whole answer in " + timeout))) {
                request.reset();
            }
        });
        request.send()
                .compose(response -> response.body().map(body -> new Answer(response.statusCode(), body)))
                .onComplete(done -> vertx.cancelTimer(timer))
                .onSuccess(answer::tryComplete)
                .onFailure(answer::tryFail);
        return answer.future();
    }

    private Reading reading(Part part, Answer answer) {
        return switch (answer.status()) {
            case 200 -> parse(part, answer.body());
            case 401 -> throw Problem.of(GatewayError.UNAUTHENTICATED, "The service behind the gateway does not accept your token. Get a new one.");
            case 403 -> new Reading.Failed(part, Reason.NOT_ALLOWED);
            case 404 -> new Reading.Absent(part);
            default -> new Reading.Failed(part, Reason.SERVICE_UNAVAILABLE);
        };
    }

    private Reading parse(Part part, Buffer body) {
        try {
            PartAnswer answer = json.readValue(body.getBytes(), PartAnswer.class);
            if (answer != null && answer.state() != null) {
                return new Reading.Told(part, answer);
            }
        } catch (IOException notJson) {
            LOG.warnf("The %s part of a journey is not as agreed: %s", part.word(), notJson.getClass().getSimpleName());
        }
        return new Reading.Failed(part, Reason.ANSWER_NOT_UNDERSTOOD);
    }

    private static Reading failed(Part part, Throwable failure) {
        LOG.warnf("The %s part of a journey cannot be had: %s", part.word(), failure.toString());
        return new Reading.Failed(part, failure instanceof TimeoutException ? Reason.SERVICE_TIMEOUT : Reason.SERVICE_UNAVAILABLE);
    }

    private record Answer(int status, Buffer body) {
    }
}
