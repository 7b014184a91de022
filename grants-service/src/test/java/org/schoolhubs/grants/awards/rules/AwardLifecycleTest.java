package org.schoolhubs.grants.awards.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class AwardLifecycleTest {
    /** Rows: states, columns: acts in their order; "." means refused. */
    private static final String TABLE = """
            state                RESERVE   OFFER    ACCEPT    MAKE_PAYABLE  PUT_IN_RUN  TAKE_OUT_OF_RUN  CONFIRM_PAID  RETURN  HOLD  RELEASE   CANCEL     REINSTATE
            WAITING_FOR_BUDGET   RESERVED  .        .         .             .           .                .             .       .     .         CANCELLED  .
            RESERVED             .         OFFERED  .         .             .           .                .             .       .     .         CANCELLED  .
            OFFERED              .         .        ACCEPTED  .             .           .                .             .       .     .         CANCELLED  .
            ACCEPTED             .         .        .         PAYABLE       .           .                .             .       HELD  .         CANCELLED  .
            PAYABLE              .         .        .         .             IN_RUN      .                .             .       HELD  .         CANCELLED  .
            IN_RUN               .         .        .         .             .           PAYABLE          PAID          HELD    .     .         .          .
            PAID                 .         .        .         .             .           .                .             .       .     .         .          .
            HELD                 .         .        .         .             .           .                .             .       .     ACCEPTED  CANCELLED  .
            CANCELLED            .         .        .         .             .           .                .             .       .     .         .          WAITING_FOR_BUDGET
            """;

    static Stream<Arguments> everyStateAndAct() {
        return TABLE.lines().skip(1).flatMap(line -> {
            String[] cells = line.trim().split("\\s+");
            assertThat(cells).hasSize(1 + AwardAct.values().length);
            return Stream.of(AwardAct.values()).map(act -> Arguments.of(AwardState.valueOf(cells[0]), act, cells[1 + act.ordinal()]));
        });
    }

    @ParameterizedTest
    @MethodSource("everyStateAndAct")
    void everyActInEveryState(AwardState from, AwardAct act, String to) {
        assertThat(AwardLifecycle.TABLE.next(from, act).map(Enum::name).orElse(".")).isEqualTo(to);
    }

    @Test
    void theTableOfThisTestHasEveryState() {
        assertThat(everyStateAndAct()).hasSize(AwardState.values().length * AwardAct.values().length);
    }

    @ParameterizedTest
    @CsvSource({"WAITING_FOR_BUDGET,false", "RESERVED,true", "OFFERED,true", "ACCEPTED,true", "PAYABLE,true", "IN_RUN,true", "PAID,false", "HELD,true", "CANCELLED,false"})
    void budgetIsCommittedFromReservationToPayment(AwardState state, boolean committed) {
        assertThat(state.isCommitted()).isEqualTo(committed);
    }

    @Test
    void budgetIsCommittedExactlyByReservingAndFreedByPayingOrCancelling() {
        Map<AwardAct, Boolean> commits = new EnumMap<>(AwardAct.class);
        for (AwardState from : AwardState.values()) {
            for (AwardAct act : AwardAct.values()) {
                AwardLifecycle.TABLE.next(from, act).ifPresent(to -> {
                    boolean changes = from.isCommitted() != to.isCommitted();
                    boolean expected = act == AwardAct.RESERVE || act == AwardAct.CONFIRM_PAID || act == AwardAct.CANCEL && from != AwardState.WAITING_FOR_BUDGET;
                    assertThat(changes).as("%s by %s", from, act).isEqualTo(expected);
                    commits.put(act, changes);
                });
            }
        }
        assertThat(commits).hasSize(AwardAct.values().length);
    }
}
