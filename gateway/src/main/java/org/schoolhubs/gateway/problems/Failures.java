package org.schoolhubs.gateway.problems;

import io.quarkus.oidc.OIDCException;
import io.quarkus.security.AuthenticationException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns whatever failed, in the router or in JAX-RS, into a problem; the cause goes to the log and never to the caller. */
@ApplicationScoped
class Failures {
    private static final Logger LOG = Logger.getLogger(Failures.class);
    private static final int FIRST = -1_000_001;
    private static final int LAST = Integer.MAX_VALUE;
    private static final Duration ISSUER_RETRY = Duration.ofSeconds(5);

    private final ProblemWriter problems;

    Failures(ProblemWriter problems) {
        this.problems = problems;
    }

    void register(@Observes Router router) {
        router.route().order(FIRST).failureHandler(this::failed);
        router.route().order(LAST).handler(this::unknown);
    }

    private void failed(RoutingContext exchange) {
        if (RequestId.of(exchange) == null) {
            RequestId.begin(exchange);
        }
        problems.write(exchange, of(exchange.failure(), exchange.statusCode(), exchange));
    }

    private void unknown(RoutingContext exchange) {
        problems.write(exchange, forStatus(404));
    }

    @ServerExceptionMapper(Throwable.class)
    public Response map(Throwable failure, RoutingContext exchange) {
        int status = failure instanceof WebApplicationException web ? web.getResponse().getStatus() : 500;
        return problems.response(exchange, of(failure, status, exchange));
    }

    private static Problem of(Throwable failure, int status, RoutingContext exchange) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Problem problem) {
                return problem;
            }
            if (cause instanceof OIDCException) {
                LOG.warnf("The token issuer cannot be reached: %s", cause.getMessage());
                return Problem.of(GatewayError.ISSUER_UNAVAILABLE, "The token issuer cannot be reached. Try again with the same token.")
                        .retryAfter(ISSUER_RETRY);
            }
            if (cause instanceof AuthenticationException || cause instanceof UnauthorizedException) {
                return forStatus(401);
            }
            if (cause instanceof ForbiddenException) {
                return forStatus(403);
            }
        }
        if (failure != null && !(failure instanceof WebApplicationException) && (status == 500 || status == -1)) {
            LOG.errorf(failure instanceof CompletionException ? failure.getCause() : failure, "Request %s failed", RequestId.of(exchange));
        }
        return forStatus(status);
    }

    /** What the gateway says for a bare status. */
    private static Problem forStatus(int status) {
        return switch (status) {
            case 400 -> Problem.of(GatewayError.REQUEST_INVALID, "The request could not be understood. Compare it with the OpenAPI document at /openapi.");
            case 401 -> Problem.of(GatewayError.UNAUTHENTICATED,
                    "Send a valid access token as 'Authorization: Bearer <token>'. It must come from our issuer, be meant for school-hubs and not be expired.");
            case 403 -> Problem.of(GatewayError.FORBIDDEN, "Your token is valid but its roles do not allow this.");
            case 404 -> Problem.of(GatewayError.NOT_FOUND, "There is nothing at this path. The OpenAPI document at /openapi lists every path.");
            case 405 -> Problem.of(GatewayError.METHOD_NOT_ALLOWED, "This path does not know this method. The OpenAPI document at /openapi lists what is possible.");
            case 406 -> Problem.of(GatewayError.NOT_ACCEPTABLE, "Ask for application/json.");
            case 413 -> Problem.of(GatewayError.TOO_LARGE, "The body is larger than this operation takes.");
            case 415 -> Problem.of(GatewayError.UNSUPPORTED_MEDIA_TYPE, "Send application/json.");
            default -> status >= 400 && status < 500
                    ? Problem.of(GatewayError.REQUEST_INVALID, "The request could not be understood. Compare it with the OpenAPI document at /openapi.")
                    : Problem.of(GatewayError.INTERNAL, "This is our fault. Quote the correlationId when you ask for help.");
        };
    }
}
