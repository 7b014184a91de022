package org.schoolhubs.kit.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.schoolhubs.kit.problem.Problem;

class TransitionTableTest {
    enum Light { RED, GREEN, BROKEN }

    enum Act { GO, HALT, SMASH }

    private static final TransitionTable<Light, Act> TABLE = TransitionTable.<Light, Act>of(Light.class, Act.class)
            .allow(Light.RED, Act.GO, Light.GREEN).allow(Light.GREEN, Act.HALT, Light.RED)
            .allow(Light.RED, Act.SMASH, Light.BROKEN).allow(Light.GREEN, Act.SMASH, Light.BROKEN);

    @Test
    void whatIsInTheTableIsPossibleAndNothingElse() {
        assertThat(TABLE.next(Light.RED, Act.GO)).contains(Light.GREEN);
        assertThat(TABLE.next(Light.GREEN, Act.GO)).isEmpty();
        assertThat(TABLE.acts(Light.BROKEN)).isEmpty();
    }

    @Test
    void aRefusalNamesWhatIsPossibleInstead() {
        assertThatThrownBy(() -> TABLE.require(Light.GREEN, Act.GO)).isInstanceOf(Problem.class).hasMessageContaining("HALT, SMASH");
        assertThatThrownBy(() -> TABLE.require(Light.BROKEN, Act.GO)).hasMessageContaining("final");
    }

    @Test
    void aRowStandsOnce() {
        assertThatThrownBy(() -> TransitionTable.<Light, Act>of(Light.class, Act.class).allow(Light.RED, Act.GO, Light.GREEN).allow(Light.RED, Act.GO, Light.RED))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void itDrawsItself() {
        assertThat(TABLE.mermaid()).isEqualTo("""
                stateDiagram-v2
                    [*] --> RED
                    RED --> GREEN: GO
                    RED --> BROKEN: SMASH
                    GREEN --> RED: HALT
                    GREEN --> BROKEN: SMASH
                    BROKEN --> [*]
                """);
    }
}
