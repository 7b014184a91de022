package org.schoolhubs.gateway.problems;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes problems, whichever layer found them. */
@ApplicationScoped
public class ProblemWriter {
    private final ObjectMapper json;

    ProblemWriter(ObjectMapper json) {
        this.json = json;
    }

    /** Ends the exchange with the problem; where an answer has begun, cuts it off so that nobody takes half an answer for a whole one. */
    public void write(RoutingContext exchange, Problem problem) {
        HttpServerResponse response = exchange.response();
        if (response.ended() || response.closed()) {
            return;
        }
        if (response.headWritten()) {
            response.reset();
            return;
        }
        response.setStatusCode(problem.error().status());
        headers(problem).forEach(response::putHeader);
        response.end(body(exchange, problem));
    }

    /** The same answer for what fails inside JAX-RS. */
    Response response(RoutingContext exchange, Problem problem) {
        Response.ResponseBuilder response = Response.status(problem.error().status()).entity(body(exchange, problem));
        headers(problem).forEach(response::header);
        return response.build();
    }

    private static Map<String, String> headers(Problem problem) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", ProblemBody.MEDIA_TYPE);
        if (problem.retryAfterSeconds() != null) {
            headers.put("Retry-After", String.valueOf(problem.retryAfterSeconds()));
        }
        if (problem.error() == GatewayError.UNAUTHENTICATED) {
            headers.put("WWW-Authenticate", "Bearer");
        }
        if (problem.error() == GatewayError.TOO_LARGE) {
            // The rest of the body is still on its way; nobody will read it.
            headers.put("Connection", "close");
        }
        return headers;
    }

    private String body(RoutingContext exchange, Problem problem) {
        try {
            return json.writeValueAsString(ProblemBody.of(problem, exchange.request().path(), RequestId.of(exchange)));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A problem could not be written", impossible);
        }
    }
}
