package org.schoolhubs.applications.reconciliation.rules;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.schoolhubs.applications.register.RegisteredSchool;
import org.schoolhubs.kernel.Urn;

/** Which open school follows a closed one, through schools that closed in their turn. */
public final class Succession {
    private Succession() {
    }

    /**
     * @param closed a school that is not open
     * @param find   the school of a URN
     * @return the open school at the end of the way; empty where the way ends without one, or goes round in a circle
     */
    public static Optional<RegisteredSchool> of(RegisteredSchool closed, Function<Urn, Optional<RegisteredSchool>> find) {
        Set<Urn> seen = new HashSet<>();
        Optional<RegisteredSchool> at = Optional.of(closed);
        while (at.isPresent() && !at.get().status().isOpen() && seen.add(at.get().urn())) {
            at = Optional.ofNullable(at.get().successorUrn()).map(Urn::new).flatMap(find);
        }
        return at.filter(school -> school.status().isOpen());
    }
}
