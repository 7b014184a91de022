package org.schoolhubs.grants.awards.rules;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The organisations that have to do with an award: they may see it and it may be paid to them. That is the school itself and its trust, or for a school
 * without a trust (maintained) its local authority.
 *
 * @param urn      null where the partner is a whole trust
 * @param trustUid null for a maintained school
 * @param laCode   null where the partner is a whole trust
 */
public record Recipients(String urn, String trustUid, String laCode) {
    /** As a token's claim {@code organisations} writes them. */
    public Set<String> organisations() {
        Set<String> organisations = new LinkedHashSet<>();
        if (urn != null) {
            organisations.add("urn:" + urn);
        }
        if (trustUid != null) {
            organisations.add("uid:" + trustUid);
        } else if (laCode != null) {
            organisations.add("la:" + laCode);
        }
        return organisations;
    }

    public boolean include(String organisation) {
        return organisations().contains(organisation);
    }

    public boolean includeAny(Set<String> callers) {
        return organisations().stream().anyMatch(callers::contains);
    }
}
