package org.schoolhubs.gateway.journeys.rules;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsLast;

import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Puts the parts of a journey together. Needs the application part; what else is there depends on how far the journey has come. */
public final class Composition {
    /** A plan in any other state is still under way. */
    private static final Set<String> PLAN_ENDED = Set.of("COMPLETED", "STOPPED");
    /** Ends a journey whatever the later parts, which learn of it by event, still say. */
    private static final Set<String> ENDED_EARLY = Set.of("WITHDRAWN", "DECLINED");
    /** Says that there will never be such a part. */
    private static final String NOT_APPLICABLE = "NOT_APPLICABLE";
    private static final Comparator<Journey.Happening> IN_TIME = comparing(Journey.Happening::occurredAt, nullsLast(naturalOrder()))
            .thenComparing(happening -> Part.valueOf(happening.part().toUpperCase(Locale.ROOT)))
            .thenComparing(Journey.Happening::version, nullsLast(naturalOrder()));
    private static final Comparator<Journey.Step> BY_DATE = comparing(Journey.Step::dueOn, nullsLast(naturalOrder()));

    private Composition() {
    }

    /**
     * Composes a journey.
     *
     * @param readings at most one for each part, in any order; among them that the application part was told
     * @throws IllegalArgumentException without the application part
     */
    public static Journey compose(UUID applicationId, Collection<Reading> readings) {
        Map<Part, PartAnswer> told = new EnumMap<>(Part.class);
        Map<Part, Reading.Reason> missing = new EnumMap<>(Part.class);
        for (Reading reading : readings) {
            if (reading instanceof Reading.Told one) {
                told.put(one.part(), one.answer());
            } else if (reading instanceof Reading.Failed one) {
                missing.put(one.part(), one.reason());
            }
        }
        Part stage = stage(told);
        return new Journey(applicationId, stage.word(), told.get(stage).state(),
                told.entrySet().stream().map(part -> new Journey.PartState(part.getKey().word(), part.getValue().id(), part.getValue().state())).toList(),
                told.entrySet().stream().flatMap(part -> happened(part.getKey(), part.getValue())).sorted(IN_TIME).toList(),
                told.entrySet().stream().flatMap(part -> next(part.getKey(), part.getValue())).sorted(BY_DATE).toList(),
                missing.entrySet().stream().map(part -> new Journey.MissingPart(part.getKey().word(), part.getValue())).toList());
    }

    /**
     * The part that says how far a journey has come, in this order: an application or membership that ended early; else the award, unless it only waits for a plan that
     * is under way or the pathway has none; else the plan, the membership, the application: the last that exists.
     */
    static Part stage(Map<Part, PartAnswer> told) {
        if (!told.containsKey(Part.APPLICATION)) {
            throw new IllegalArgumentException("A journey needs its application part");
        }
        for (Part part : List.of(Part.APPLICATION, Part.MEMBERSHIP)) {
            if (told.containsKey(part) && ENDED_EARLY.contains(told.get(part).state())) {
                return part;
            }
        }
        boolean planUnderWay = told.containsKey(Part.PLAN) && !PLAN_ENDED.contains(told.get(Part.PLAN).state());
        return Stream.of(Part.AWARD, Part.PLAN, Part.MEMBERSHIP)
                .filter(told::containsKey)
                .filter(part -> part != Part.AWARD || !planUnderWay)
                .filter(part -> !NOT_APPLICABLE.equals(told.get(part).state()))
                .findFirst().orElse(Part.APPLICATION);
    }

    private static Stream<Journey.Happening> happened(Part part, PartAnswer answer) {
        return answer.happened().stream().map(entry -> new Journey.Happening(part.word(), entry.eventId(), entry.type(), entry.occurredAt(), entry.actor(),
                entry.changedFields(), entry.reasonCode(), entry.version()));
    }

    private static Stream<Journey.Step> next(Part part, PartAnswer answer) {
        return answer.next().stream().map(step -> new Journey.Step(part.word(), step.step(), step.description(), step.role(), step.dueOn()));
    }
}
