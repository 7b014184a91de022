package org.schoolhubs.gateway.limits;

import io.github.bucket4j.TimeMeter;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.schoolhubs.gateway.problems.GatewayError;
import org.schoolhubs.gateway.problems.Problem;
import org.schoolhubs.gateway.problems.ProblemWriter;
import org.schoolhubs.gateway.routing.RemoteAddress;
import org.schoolhubs.gateway.routing.RouteTable;

/** Holds callers to their quota and tells them where they stand, with every answer under /v1. */
@ApplicationScoped
class RateLimiter {
    private static final int AFTER_TOKENS = -80;

    private final RateLimit eligibility;
    private final RateLimit anonymous;
    private final RateLimit subject;
    private final ProblemWriter problems;

    RateLimiter(LimitsConfig config, ProblemWriter problems) {
        this.eligibility = limit("eligibility", config.eligibility(), config.callers());
        this.anonymous = limit("anonymous", config.anonymous(), config.callers());
        this.subject = limit("subject", config.subject(), config.callers());
        this.problems = problems;
    }

    private static RateLimit limit(String name, LimitsConfig.Quota quota, long callers) {
        return new RateLimit(name, quota.requests(), quota.window(), callers, TimeMeter.SYSTEM_NANOTIME);
    }

    void register(@Observes Router router) {
        router.route("/v1/*").order(AFTER_TOKENS).handler(this::limit);
    }

    private void limit(RoutingContext exchange) {
        RateLimit.Verdict verdict = take(exchange);
        exchange.response().putHeader("RateLimit-Policy", verdict.policy()).putHeader("RateLimit", verdict.state());
        if (verdict.allowed()) {
            exchange.next();
        } else {
            problems.write(exchange, Problem.of(GatewayError.TOO_MANY_REQUESTS, "You have used up your quota; the headers RateLimit-Policy and RateLimit say how much "
                    + "it is. Wait as Retry-After says, or ask for access with a token.").retryAfter(verdict.retryAfter()));
        }
    }

    private RateLimit.Verdict take(RoutingContext exchange) {
        if (exchange.user() instanceof QuarkusHttpUser user && !user.getSecurityIdentity().isAnonymous()) {
            return subject.take(user.getSecurityIdentity().getPrincipal().getName());
        }
        HttpServerRequest request = exchange.request();
        String caller = ClientAddress.key(RemoteAddress.of(request));
        return (RouteTable.isPublicCheck(request.method().name(), request.path()) ? eligibility : anonymous).take(caller);
    }
}
