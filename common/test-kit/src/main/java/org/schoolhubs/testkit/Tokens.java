package org.schoolhubs.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;

/**
 * Access tokens of the module's issuer, signed with its key, as the production issuer would give them.
 *
 * <pre>{@code given().auth().oauth2(Tokens.person("pat").role("school").organisation("urn:100001").token())}</pre>
 */
public final class Tokens {
    private final String subject;
    private final String use;
    private final List<String> roles = new ArrayList<>();
    private final List<String> organisations = new ArrayList<>();
    private String audience = "school-hubs";
    private String issuerId = SharedInfrastructure.ISSUER_ID;
    private long lifetimeSeconds = 3_600;

    private Tokens(String subject, String use) {
        this.subject = subject;
        this.use = use;
    }

    /** A person who signed in. */
    public static Tokens person(String subject) {
        return new Tokens(subject, "person");
    }

    /** A machine with client credentials. */
    public static Tokens client(String subject) {
        return new Tokens(subject, "client");
    }

    public Tokens role(String role) {
        roles.add(role);
        return this;
    }

    /** As the claim writes it: {@code urn:100001}, {@code uid:2854}, {@code la:202}. */
    public Tokens organisation(String organisation) {
        organisations.add(organisation);
        return this;
    }

    public Tokens audience(String other) {
        audience = other;
        return this;
    }

    /** Signed by another issuer's key. */
    public Tokens issuer(String other) {
        issuerId = other;
        return this;
    }

    /** Negative: expired that long ago. */
    public Tokens lifetimeSeconds(long seconds) {
        lifetimeSeconds = seconds;
        return this;
    }

    public String token() {
        return SharedInfrastructure.issuer().issueToken(issuerId, "tests", new DefaultOAuth2TokenCallback(issuerId, subject, "JWT", List.of(audience),
                Map.of("roles", List.copyOf(roles), "organisations", List.copyOf(organisations), "token_use", use), lifetimeSeconds)).serialize();
    }
}
