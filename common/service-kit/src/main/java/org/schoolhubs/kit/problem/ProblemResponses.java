package org.schoolhubs.kit.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import org.schoolhubs.kit.web.RequestContext;

/** Writes problems, whichever layer found them. */
@ApplicationScoped
public class ProblemResponses {
    private final ObjectMapper json;
    private final RequestContext request;

    ProblemResponses(ObjectMapper json, RequestContext request) {
        this.json = json;
        this.request = request;
    }

    Response of(Problem problem, String path) {
        Response.ResponseBuilder response = Response.status(problem.error().status()).type(ProblemBody.MEDIA_TYPE)
                .entity(ProblemBody.of(problem, path, request.correlationId()));
        if (problem.retryAfterSeconds() != null) {
            response.header("Retry-After", problem.retryAfterSeconds());
        }
        if (problem.error().status() == 401) {
            response.header("WWW-Authenticate", "Bearer");
        }
        return response.build();
    }

    /** For what fails before or beside JAX-RS. */
    void write(RoutingContext exchange, Problem problem, String correlationId) {
        HttpServerResponse response = exchange.response();
        if (response.ended() || response.headWritten()) {
            return;
        }
        response.setStatusCode(problem.error().status()).putHeader("Content-Type", ProblemBody.MEDIA_TYPE);
        if (problem.retryAfterSeconds() != null) {
            response.putHeader("Retry-After", String.valueOf(problem.retryAfterSeconds()));
        }
        if (problem.error().status() == 401) {
            response.putHeader("WWW-Authenticate", "Bearer");
        }
        try {
            response.end(json.writeValueAsString(ProblemBody.of(problem, exchange.request().path(), correlationId)));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A problem could not be written", impossible);
        }
    }
}
