package org.schoolhubs.grants.tariffs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import org.schoolhubs.grants.GrantError;
import org.schoolhubs.kernel.Money;
import org.schoolhubs.kit.problem.Problem;

/** The caps of pathways, as programmes.v1 told of them last. */
@ApplicationScoped
class GrantCaps {
    private final EntityManager entities;
    private final Clock clock;

    GrantCaps(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /** @param capPence null where the pathway carries no grant */
    void put(String programme, String pathway, Long capPence) {
        entities.createNativeQuery("""
                        insert into grant_cap (programme, pathway, cap_pence, updated_at) values (:programme, :pathway, cast(:cap as bigint), :now)
                        on conflict (programme, pathway) do update set cap_pence = excluded.cap_pence, updated_at = excluded.updated_at""")
                .setParameter("programme", programme).setParameter("pathway", pathway).setParameter("cap", capPence).setParameter("now", clock.instant())
                .executeUpdate();
    }

    /** @throws Problem 422 for an unknown pathway, one without a grant, or an amount above its cap */
    void require(String programme, String pathway, Money amount) {
        @SuppressWarnings("unchecked")
        List<Long> found = entities.createNativeQuery("select cap_pence from grant_cap where programme = :programme and pathway = :pathway for share", Long.class)
                .setParameter("programme", programme).setParameter("pathway", pathway).getResultList();
        if (found.isEmpty()) {
            throw Problem.of(GrantError.PATHWAY_UNKNOWN, "Nothing is known of pathway %s of %s. See GET /v1/programmes.".formatted(pathway, programme))
                    .at("/pathway", "pathway-unknown", "Give a pathway of the programme.");
        }
        Long cap = found.get(0);
        if (cap == null) {
            throw Problem.of(GrantError.PATHWAY_WITHOUT_GRANT, "Pathway %s of %s carries no grant. Give it a cap in the programme first.".formatted(pathway, programme))
                    .at("/pathway", "pathway-without-grant", "Give a pathway that carries a grant.");
        }
        if (amount.pence() > cap) {
            throw Problem.of(GrantError.TARIFF_ABOVE_CAP, "%s is above the cap of %s.".formatted(amount, Money.ofPence(cap)))
                    .at("/amount/pence", "above-cap", "Give at most %d.".formatted(cap));
        }
    }
}
