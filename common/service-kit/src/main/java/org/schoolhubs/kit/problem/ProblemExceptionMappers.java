package org.schoolhubs.kit.problem;

import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.schoolhubs.kit.web.Correlation;

/** Where failures meet the edge: JAX-RS below, Vert.x around it (refused tokens, bodies over the limit, unknown routes). */
@ApplicationScoped
class ProblemExceptionMappers {
    private static final int AFTER_EVERYTHING = 1_000_000;
    private final ProblemMappers problems;
    private final ProblemResponses responses;

    ProblemExceptionMappers(ProblemMappers problems, ProblemResponses responses) {
        this.problems = problems;
        this.responses = responses;
    }

    @ServerExceptionMapper(value = {Problem.class, WebApplicationException.class, ConstraintViolationException.class, MismatchedInputException.class,
            UnauthorizedException.class, AuthenticationFailedException.class, ForbiddenException.class, RuntimeException.class, Exception.class},
            priority = Priorities.USER - 1)
    @Priority(Priorities.USER - 1)
    Response toProblem(Throwable failure, UriInfo uri) {
        return responses.of(problems.from(failure), "/" + uri.getPath().replaceFirst("^/+", ""));
    }

    void register(@Observes Router router) {
        router.route().order(-AFTER_EVERYTHING).failureHandler(this::failed);
        router.route("/v1/*").order(AFTER_EVERYTHING)
                .handler(exchange -> responses.write(exchange, problems.fromStatus(404, null), Correlation.idOf(exchange)));
    }

    private void failed(RoutingContext exchange) {
        Throwable failure = exchange.failure();
        Problem problem = failure == null || exchange.statusCode() >= 400 && exchange.statusCode() != 500
                ? problems.fromStatus(exchange.statusCode(), failure)
                : problems.from(failure);
        responses.write(exchange, problem, Correlation.idOf(exchange));
    }
}
