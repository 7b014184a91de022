package org.schoolhubs.local.tour;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.schoolhubs.local.IssuerComponent;

/** The people and machines of a walk, with tokens of the local issuer that are renewed before they expire. */
public final class People {
    private static final Duration FRESH = Duration.ofMinutes(30);
    private final IssuerComponent issuer;
    private final Map<String, Held> tokens = new ConcurrentHashMap<>();

    private record Held(String token, Instant until) {
    }

    public People(IssuerComponent issuer) {
        this.issuer = issuer;
    }

    public Api.Caller programmeTeam() {
        return person("pat-programme");
    }

    public Api.Caller financePreparer() {
        return person("fran-preparer");
    }

    public Api.Caller financeApprover() {
        return person("finn-approver");
    }

    public Api.Caller auditor() {
        return person("ada-auditor");
    }

    public Api.Caller dfe() {
        return person("dee-dfe");
    }

    public Api.Caller operator() {
        return person("olly-operator");
    }

    /** The machine that brings registers. */
    public Api.Caller dataCollector() {
        return caller("data-collector", issuer::clientToken);
    }

    /** Somebody who may act for one school. */
    public Api.Caller school(String urn) {
        return caller("school-" + urn, subject -> issuer.token(
                Map.of("sub", subject, "token_use", "person", "roles", List.of("school"), "organisations", List.of("urn:" + urn))));
    }

    /** Somebody with just these claims. */
    public Api.Caller with(String subject, String use, List<String> roles, List<String> organisations) {
        return caller(subject + use + roles + organisations,
                any -> issuer.token(Map.of("sub", subject, "token_use", use, "roles", roles, "organisations", organisations)));
    }

    private Api.Caller person(String user) {
        return caller(user, issuer::personToken);
    }

    private Api.Caller caller(String name, Function<String, String> obtain) {
        return () -> tokens.compute(name, (any, held) -> held != null && held.until().isAfter(Instant.now()) ? held
                : new Held(obtain.apply(name), Instant.now().plus(FRESH))).token();
    }
}
