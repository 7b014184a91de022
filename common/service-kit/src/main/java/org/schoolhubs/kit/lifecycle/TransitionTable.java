package org.schoolhubs.kit.lifecycle;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.schoolhubs.kit.problem.CommonError;
import org.schoolhubs.kit.problem.ErrorCode;
import org.schoolhubs.kit.problem.Problem;

/**
 * A lifecycle as a table: from a state, by an act, to a state. What is not in the table is refused. Immutable once shared; {@link #allow} is for building.
 *
 * @param <S> states
 * @param <A> acts
 */
public final class TransitionTable<S extends Enum<S>, A extends Enum<A>> {
    private final Class<S> states;
    private final Class<A> acts;
    private final Map<S, Map<A, S>> table;

    private TransitionTable(Class<S> states, Class<A> acts) {
        this.states = states;
        this.acts = acts;
        this.table = new EnumMap<>(states);
    }

    public static <S extends Enum<S>, A extends Enum<A>> TransitionTable<S, A> of(Class<S> states, Class<A> acts) {
        return new TransitionTable<>(states, acts);
    }

    /** @throws IllegalStateException if the state already has that act */
    public TransitionTable<S, A> allow(S from, A act, S to) {
        if (table.computeIfAbsent(from, any -> new EnumMap<>(acts)).putIfAbsent(act, to) != null) {
            throw new IllegalStateException("%s by %s is in the table already".formatted(from, act));
        }
        return this;
    }

    public Optional<S> next(S from, A act) {
        return Optional.ofNullable(table.getOrDefault(from, Map.of()).get(act));
    }

    /** The acts that are possible in a state. */
    public Set<A> acts(S from) {
        return Collections.unmodifiableSet(table.getOrDefault(from, Map.of()).keySet());
    }

    /** @throws Problem 409 {@code transition-impossible} naming what is possible instead */
    public S require(S from, A act) {
        return require(from, act, CommonError.TRANSITION_IMPOSSIBLE);
    }

    /** @throws Problem with {@code error}, naming what is possible instead */
    public S require(S from, A act, ErrorCode error) {
        return next(from, act).orElseThrow(() -> Problem.of(error, "%s is not possible in state %s. Possible now: %s.".formatted(act, from, possible(from))));
    }

    private String possible(S from) {
        return acts(from).isEmpty() ? "nothing, this state is final" : acts(from).stream().map(Enum::name).collect(Collectors.joining(", "));
    }

    /** The table as a Mermaid state diagram, for the docs. */
    public String mermaid() {
        StringBuilder diagram = new StringBuilder("stateDiagram-v2\n");
        diagram.append("    [*] --> ").append(states.getEnumConstants()[0]).append('\n');
        for (S from : states.getEnumConstants()) {
            table.getOrDefault(from, Map.of()).forEach((act, to) -> diagram.append("    ").append(from).append(" --> ").append(to).append(": ").append(act).append('\n'));
            if (acts(from).isEmpty()) {
                diagram.append("    ").append(from).append(" --> [*]\n");
            }
        }
        return diagram.toString();
    }
}
