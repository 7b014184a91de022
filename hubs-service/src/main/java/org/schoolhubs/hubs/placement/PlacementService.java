package org.schoolhubs.hubs.placement;

import static java.util.stream.Collectors.joining;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.schoolhubs.hubs.HubError;
import org.schoolhubs.hubs.hubs.HubOverview;
import org.schoolhubs.hubs.hubs.HubService;
import org.schoolhubs.hubs.hubs.PlaceKey;
import org.schoolhubs.hubs.placement.rules.Decision;
import org.schoolhubs.hubs.placement.rules.Explanation;
import org.schoolhubs.hubs.placement.rules.HubFacts;
import org.schoolhubs.hubs.placement.rules.NearestHub;
import org.schoolhubs.hubs.placement.rules.Obstacle;
import org.schoolhubs.hubs.placement.rules.PlacementRequest;
import org.schoolhubs.kit.problem.Problem;

/** Asks the rules which hub a school is placed with, and takes the place. */
@ApplicationScoped
public class PlacementService {
    private final HubService hubs;

    PlacementService(HubService hubs) {
        this.hubs = hubs;
    }

    /**
     * Takes a place with the nearest fitting hub. Many may want the last place at once: whoever does not get it is placed with the next best hub, as if that
     * place had never been free.
     *
     * @throws Problem 409 {@code no-place-left}, or {@code location-unknown} where a person has to choose
     */
    @Transactional(TxType.MANDATORY)
    public Placing placeNearest(PlacementRequest school) {
        Map<UUID, HubFacts> facts = facts(school);
        while (true) {
            Explanation explanation = chosen(NearestHub.choose(school, facts.values()));
            if (take(school, explanation)) {
                return placing(school, explanation, facts);
            }
            facts.computeIfPresent(explanation.hubId(), (id, hub) -> hub.full());
        }
    }

    /**
     * Takes a place with the hub that the programme team asks for, whatever the rules prefer.
     *
     * @throws Problem 422 {@code hub-not-known}, 409 {@code hub-not-possible} naming what cannot be overridden
     */
    @Transactional(TxType.MANDATORY)
    public Placing placeWith(PlacementRequest school, UUID hubId) {
        Map<UUID, HubFacts> facts = facts(school);
        if (!facts.containsKey(hubId)) {
            throw Problem.of(HubError.HUB_NOT_KNOWN, "Choose a hub of the directory that belongs to the programme %s.".formatted(school.programme()))
                    .at("/hubId", HubError.HUB_NOT_KNOWN.code(), "There is no announced or open hub %s of this programme.".formatted(hubId));
        }
        while (true) {
            Explanation explanation = chosen(NearestHub.override(school, facts.values(), hubId));
            if (take(school, explanation)) {
                return placing(school, explanation, facts);
            }
            facts.computeIfPresent(hubId, (id, hub) -> hub.full());
        }
    }

    /** Whether hubs with a place would fit, but only a person can say which is near. */
    @Transactional
    public boolean needsPerson(PlacementRequest school) {
        return NearestHub.choose(school, facts(school).values()) instanceof Decision.PersonNeeded;
    }

    private boolean take(PlacementRequest school, Explanation explanation) {
        return hubs.takePlace(new PlaceKey(explanation.hubId(), school.pathway(), school.cohort()));
    }

    private static Placing placing(PlacementRequest school, Explanation explanation, Map<UUID, HubFacts> facts) {
        HubFacts hub = facts.get(explanation.hubId());
        return new Placing(new PlaceKey(hub.id(), school.pathway(), school.cohort()), hub.name(), hub.leadUrn(), explanation);
    }

    private Map<UUID, HubFacts> facts(PlacementRequest school) {
        var facts = new LinkedHashMap<UUID, HubFacts>();
        hubs.inDirectory(school.programme(), school.pathway(), school.cohort()).forEach(hub -> facts.put(hub.id(), facts(hub)));
        return facts;
    }

    private static HubFacts facts(HubOverview hub) {
        return new HubFacts(hub.id(), hub.name(), hub.programme(), hub.open(), hub.lead().urn(), hub.lead().trustUid(), hub.phases(), hub.provisions(), hub.region(),
                hub.lead().place(), hub.places() == 0 ? null : new HubFacts.Offer(hub.places(), hub.held()));
    }

    private static Explanation chosen(Decision decision) {
        if (decision instanceof Decision.Chosen chosen) {
            return chosen.explanation();
        }
        if (decision instanceof Decision.NotPossible impossible) {
            throw Problem.of(HubError.HUB_NOT_POSSIBLE, "This hub cannot take the school: %s. Choose another."
                    .formatted(impossible.obstacles().stream().map(Obstacle::sentence).collect(joining(", "))));
        }
        if (decision instanceof Decision.PersonNeeded person) {
            throw Problem.of(HubError.LOCATION_UNKNOWN, "%d hubs would fit, but the school's coordinates are not known and none is known to be in its region. Choose one: give hubId and reason."
                    .formatted(person.fitting()));
        }
        var none = (Decision.NoPlace) decision;
        throw Problem.of(HubError.NO_PLACE_LEFT, "Of %d hubs of the programme none that fits has a place left (%d would fit but are full). The school stays in the pool: raise places, open a hub, or try again later."
                .formatted(none.considered(), none.fittingButFull()));
    }
}
