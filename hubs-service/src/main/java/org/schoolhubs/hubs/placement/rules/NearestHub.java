package org.schoolhubs.hubs.placement.rules;

import static java.util.stream.Collectors.joining;

import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.schoolhubs.hubs.placement.rules.Explanation.Alternative;
import org.schoolhubs.hubs.placement.rules.Explanation.Basis;

/**
 * The nearest fitting hub that has a place. Distance is the straight line on the British National Grid, in metres; where it is not known a hub of the same
 * region ranks behind every hub whose distance is known; ties go to the lower hub id, so that the same facts always give the same answer.
 */
public final class NearestHub {
    private static final Comparator<Candidate> NEAREST_FIRST = Comparator
            .comparing(Candidate::metres, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(candidate -> candidate.metres() == null && !candidate.sameRegion())
            .thenComparing(candidate -> candidate.hub().id());

    private NearestHub() {
    }

    /** Chooses among {@code hubs} for {@code school}, and says why. */
    public static Decision choose(PlacementRequest school, Collection<HubFacts> hubs) {
        var candidates = rank(school, hubs);
        var chosen = candidates.stream().filter(candidate -> candidate.obstacles().isEmpty()).findFirst();
        if (chosen.isPresent()) {
            var basis = chosen.get().metres() == null ? Basis.REGION : Basis.DISTANCE;
            return new Decision.Chosen(explain(basis, chosen.get(), Set.of(), candidates));
        }
        long unlocated = candidates.stream().filter(candidate -> candidate.onlyObstacle(Obstacle.LOCATION_UNKNOWN)).count();
        if (unlocated > 0) {
            return new Decision.PersonNeeded((int) unlocated);
        }
        long full = candidates.stream().filter(candidate -> candidate.onlyObstacle(Obstacle.FULL)).count();
        return new Decision.NoPlace((int) full, candidates.size());
    }

    /**
     * Takes the hub that the programme team asked for, unless something stands against it that nobody can override.
     *
     * @param hubId one of {@code hubs}
     */
    public static Decision override(PlacementRequest school, Collection<HubFacts> hubs, UUID hubId) {
        var candidates = rank(school, hubs);
        var asked = candidates.stream().filter(candidate -> candidate.hub().id().equals(hubId)).findFirst().orElseThrow();
        var insurmountable = EnumSet.noneOf(Obstacle.class);
        asked.obstacles().stream().filter(obstacle -> !obstacle.overridable()).forEach(insurmountable::add);
        return insurmountable.isEmpty()
                ? new Decision.Chosen(explain(Basis.OVERRIDE, asked, asked.obstacles(), candidates))
                : new Decision.NotPossible(insurmountable);
    }

    private static List<Candidate> rank(PlacementRequest school, Collection<HubFacts> hubs) {
        return hubs.stream().map(hub -> Candidate.of(school, hub)).sorted(NEAREST_FIRST).toList();
    }

    private static Explanation explain(Basis basis, Candidate chosen, Set<Obstacle> overridden, List<Candidate> candidates) {
        var others = candidates.stream().filter(candidate -> candidate != chosen).map(candidate -> alternative(candidate, chosen)).toList();
        return new Explanation(basis, chosen.hub().id(), chosen.hub().name(), chosen.metres(), overridden, sentence(basis, chosen, overridden), others);
    }

    private static String sentence(Basis basis, Candidate chosen, Set<Obstacle> overridden) {
        return switch (basis) {
            case DISTANCE -> "%s is the nearest fitting hub with a place, %d metres away.".formatted(chosen.hub().name(), chosen.metres());
            case REGION -> "%s is a fitting hub with a place in the same region; no distance is known.".formatted(chosen.hub().name());
            case OVERRIDE -> "%s was chosen by the programme team%s.".formatted(chosen.hub().name(),
                    overridden.isEmpty() ? "" : ", although " + overridden.stream().map(Obstacle::sentence).collect(joining(", ")));
        };
    }

    private static Alternative alternative(Candidate candidate, Candidate chosen) {
        var further = candidate.metres() == null || chosen.metres() == null ? null : Long.valueOf(candidate.metres() - chosen.metres());
        return new Alternative(candidate.hub().id(), candidate.hub().name(), candidate.metres(), further, candidate.obstacles(),
                sentence(candidate, further));
    }

    private static String sentence(Candidate candidate, Long further) {
        if (!candidate.obstacles().isEmpty()) {
            return "Not possible: " + candidate.obstacles().stream().map(Obstacle::sentence).collect(joining(", ")) + ".";
        }
        if (further == null) {
            return candidate.metres() == null ? "Possible; its distance is not known." : "Possible.";
        }
        if (further == 0) {
            return "Possible and equally far; the lower hub id went first.";
        }
        return further > 0 ? "Possible, but %d metres further away.".formatted(further) : "Possible, and %d metres nearer.".formatted(-further);
    }

    private record Candidate(HubFacts hub, Long metres, boolean sameRegion, Set<Obstacle> obstacles) {
        static Candidate of(PlacementRequest school, HubFacts hub) {
            var metres = school.place() == null || hub.place() == null ? null : Long.valueOf(school.place().metresTo(hub.place()));
            var sameRegion = school.region() != null && school.region().equals(hub.region());
            var obstacles = HubFit.obstacles(school, hub);
            if (metres == null && !sameRegion) {
                obstacles.add(Obstacle.LOCATION_UNKNOWN);
            }
            return new Candidate(hub, metres, sameRegion, obstacles);
        }

        boolean onlyObstacle(Obstacle obstacle) {
            return obstacles.equals(Set.of(obstacle));
        }
    }
}
