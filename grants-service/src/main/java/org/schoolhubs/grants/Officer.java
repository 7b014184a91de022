package org.schoolhubs.grants;

import jakarta.enterprise.context.RequestScoped;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.schoolhubs.kernel.Roles;
import org.schoolhubs.kit.security.Caller;

/** The caller as an officer of organisations: a token's organisation counts only together with the role of its kind. */
@RequestScoped
public class Officer {
    private static final Map<String, String> ROLE_OF_PREFIX = Map.of("urn:", Roles.SCHOOL, "uid:", Roles.TRUST, "la:", Roles.LOCAL_AUTHORITY);

    private final Caller caller;

    Officer(Caller caller) {
        this.caller = caller;
    }

    /** Whether the caller's role reads every grant. */
    public boolean seesEverything() {
        return caller.hasAny(Roles.PROGRAMME_TEAM, Roles.DFE, Roles.FINANCE_PREPARER, Roles.FINANCE_APPROVER, Roles.AUDITOR);
    }

    /** The organisations that the caller speaks for, as tokens write them. */
    public Set<String> organisations() {
        return caller.organisations().stream().filter(this::hasRoleFor).collect(Collectors.toUnmodifiableSet());
    }

    /** The codes of the organisations with this prefix: {@code urn:}, {@code uid:} or {@code la:}. */
    public Set<String> codes(String prefix) {
        return organisations().stream().filter(organisation -> organisation.startsWith(prefix)).map(organisation -> organisation.substring(prefix.length()))
                .collect(Collectors.toUnmodifiableSet());
    }

    public boolean speaksFor(String organisation) {
        return organisations().contains(organisation);
    }

    private boolean hasRoleFor(String organisation) {
        return ROLE_OF_PREFIX.entrySet().stream().anyMatch(kind -> organisation.startsWith(kind.getKey()) && caller.has(kind.getValue()));
    }
}
