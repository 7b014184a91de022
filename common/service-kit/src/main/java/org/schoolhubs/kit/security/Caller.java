package org.schoolhubs.kit.security;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Instance;
import java.util.LinkedHashSet;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.schoolhubs.kit.journal.Actor;
import org.schoolhubs.kit.problem.CommonError;
import org.schoolhubs.kit.problem.Problem;

/**
 * Who is asking: what the verified token says, or the service itself while it reacts to an event or to the clock. Whether that caller may touch a given
 * object is for the use case to decide.
 */
@RequestScoped
public class Caller {
    private final Instance<SecurityIdentity> identity;
    private final String service;
    private boolean system;

    Caller(Instance<SecurityIdentity> identity, @ConfigProperty(name = "quarkus.application.name") String service) {
        this.identity = identity;
        this.service = service;
    }

    /** From now on, in this request scope, the service acts by itself. For the inbox and for schedulers. */
    public void actAsSystem() {
        system = true;
    }

    /** Opaque subject of the token; {@code anonymous} without one. */
    public String subject() {
        if (system) {
            return "system:" + service;
        }
        JsonWebToken token = token();
        return token == null || token.getSubject() == null ? "anonymous" : token.getSubject();
    }

    public Set<String> roles() {
        return system ? Set.of() : identity.get().getRoles();
    }

    public boolean has(String role) {
        return roles().contains(role);
    }

    public boolean hasAny(String... wanted) {
        for (String role : wanted) {
            if (has(role)) {
                return true;
            }
        }
        return false;
    }

    public boolean isAnonymous() {
        return !system && identity.get().isAnonymous();
    }

    /** Whether the token is a person's: claim {@code token_use} is {@code person}. A client-credentials token is not, and neither is one that does not say. */
    public boolean isPerson() {
        JsonWebToken token = token();
        return token != null && "person".equals(token.getClaim("token_use"));
    }

    /** @throws Problem 403 {@code person-required} unless a person asks */
    public void requirePerson() {
        if (!isPerson()) {
            throw Problem.of(CommonError.PERSON_REQUIRED, "Sign in as a person: this decision cannot be made with a client's token.");
        }
    }

    /** The organisations that this caller may act for, as the token writes them: {@code urn:100001}, {@code uid:2854}, {@code la:202}. */
    public Set<String> organisations() {
        JsonWebToken token = token();
        if (token == null || !(token.getClaim("organisations") instanceof Iterable<?> claimed)) {
            return Set.of();
        }
        Set<String> organisations = new LinkedHashSet<>();
        for (Object organisation : claimed) {
            organisations.add(organisation instanceof jakarta.json.JsonString text ? text.getString() : String.valueOf(organisation));
        }
        return organisations;
    }

    public boolean actsFor(String organisation) {
        return organisation != null && organisations().contains(organisation);
    }

    /** For the journal. */
    public Actor actor() {
        return new Actor(subject(), roles().stream().sorted().toList());
    }

    private JsonWebToken token() {
        if (system || identity.get().isAnonymous()) {
            return null;
        }
        return identity.get().getPrincipal() instanceof JsonWebToken token ? token : null;
    }
}
