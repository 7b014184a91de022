package org.schoolhubs.applications.applications;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AfterSubmissionLifecycleTest {
    /** What may follow a decision, by every state; a state that is not named here refuses all of it. */
    @Test
    void everyStateAnswersEveryActThatMayFollowADecision() {
        Map<ApplicationState, Map<ApplicationAct, ApplicationState>> expected = new EnumMap<>(ApplicationState.class);
        expected.put(ApplicationState.SUBMITTED, acts("CHANGE_LEADER SUBMITTED, ASSIGN SUBMITTED"));
        expected.put(ApplicationState.ACCEPTED, acts("REOPEN SUBMITTED, REVERSE DECLINED, CHANGE_LEADER ACCEPTED, ASSIGN ACCEPTED"));
        expected.put(ApplicationState.DECLINED, acts("REOPEN SUBMITTED, RECONSIDER DECLINED, OVERTURN ACCEPTED, ASSIGN DECLINED"));
        expected.put(ApplicationState.ACTIVE, acts("CHANGE_LEADER ACTIVE, ASSIGN ACTIVE"));
        for (ApplicationState state : ApplicationState.values()) {
            Map<ApplicationAct, ApplicationState> actual = new EnumMap<>(ApplicationAct.class);
            EnumSet.range(ApplicationAct.REOPEN, ApplicationAct.ASSIGN)
                    .forEach(act -> ApplicationLifecycle.TABLE.next(state, act).ifPresent(to -> actual.put(act, to)));
            assertThat(actual).as(state.name()).isEqualTo(expected.getOrDefault(state, Map.of()));
        }
    }

    private static Map<ApplicationAct, ApplicationState> acts(String table) {
        Map<ApplicationAct, ApplicationState> acts = new EnumMap<>(ApplicationAct.class);
        Arrays.stream(table.split(", ")).map(row -> row.split(" ")).forEach(row -> acts.put(ApplicationAct.valueOf(row[0]), ApplicationState.valueOf(row[1])));
        return acts;
    }

    /** Of decisions and of amendments. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # state  | APPROVE | SEND_BACK | LAPSE
            PROPOSED | FINAL   | REJECTED  | LAPSED
            FINAL    |         |           |
            REJECTED |         |           |
            LAPSED   |         |           |
            """)
    void whatWasDecidedIsNotDecidedAgain(DecisionState from, DecisionState approve, DecisionState sendBack, DecisionState lapse) {
        assertThat(DecisionState.LIFECYCLE.next(from, DecisionState.Act.APPROVE).orElse(null)).isEqualTo(approve);
        assertThat(DecisionState.LIFECYCLE.next(from, DecisionState.Act.SEND_BACK).orElse(null)).isEqualTo(sendBack);
        assertThat(DecisionState.LIFECYCLE.next(from, DecisionState.Act.LAPSE).orElse(null)).isEqualTo(lapse);
        assertThat(DecisionState.values()).hasSize(4);
        assertThat(DecisionState.Act.values()).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # state    | UPHOLD | OVERTURN
            ASKED      | UPHELD | OVERTURNED
            UPHELD     |        |
            OVERTURNED |        |
            """)
    void aReconsiderationIsDecidedOnce(ReconsiderationState from, ReconsiderationState uphold, ReconsiderationState overturn) {
        assertThat(ReconsiderationState.LIFECYCLE.next(from, ReconsiderationState.Act.UPHOLD).orElse(null)).isEqualTo(uphold);
        assertThat(ReconsiderationState.LIFECYCLE.next(from, ReconsiderationState.Act.OVERTURN).orElse(null)).isEqualTo(overturn);
        assertThat(ReconsiderationState.values()).hasSize(3);
        assertThat(ReconsiderationState.Act.values()).hasSize(2);
    }
}
