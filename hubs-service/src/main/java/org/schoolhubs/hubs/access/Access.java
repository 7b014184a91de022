package org.schoolhubs.hubs.access;

import static java.util.stream.Collectors.toUnmodifiableSet;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.schoolhubs.kernel.Roles;
import org.schoolhubs.kit.security.Caller;

/** The caller's token in the terms of this service. */
@ApplicationScoped
public class Access {
    private final Caller caller;

    Access(Caller caller) {
        this.caller = caller;
    }

    /** Programme team, DfE and auditors see every object. */
    public boolean seesAll() {
        return caller.hasAny(Roles.PROGRAMME_TEAM, Roles.DFE, Roles.AUDITOR);
    }

    public boolean isProgrammeTeam() {
        return caller.has(Roles.PROGRAMME_TEAM);
    }

    /** URNs of the schools that the caller acts for in the role school; whoever acts for a lead school leads its hubs. */
    public Set<String> schools() {
        return caller.has(Roles.SCHOOL) ? organisations("urn:") : Set.of();
    }

    /** UIDs of the trusts that the caller acts for in the role trust. */
    public Set<String> trusts() {
        return caller.has(Roles.TRUST) ? organisations("uid:") : Set.of();
    }

    /** @throws org.schoolhubs.kit.problem.Problem 403 {@code person-required} unless a person asks */
    public void requirePerson() {
        caller.requirePerson();
    }

    private Set<String> organisations(String prefix) {
        return caller.organisations().stream()
                .filter(organisation -> organisation.startsWith(prefix))
                .map(organisation -> organisation.substring(prefix.length()))
                .collect(toUnmodifiableSet());
    }
}
