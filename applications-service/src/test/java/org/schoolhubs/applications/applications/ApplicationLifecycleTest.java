package org.schoolhubs.applications.applications;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ApplicationLifecycleTest {
    /** Every state by every act up to the answer to an invitation; an empty field is a refusal. What may follow a decision: AfterSubmissionLifecycleTest. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            # state   | ANSWER | NAME_LEADERS | SUBMIT    | PROPOSE_DECISION | ACCEPT   | DECLINE  | WITHDRAW  | ACTIVATE | COMPLETE  | END_MEMBERSHIP | CONFIRM   | REFUSE  | LAPSE
            DRAFT     | DRAFT  | DRAFT        | SUBMITTED |                  |          |          | WITHDRAWN |          |           |                |           |         |
            SUBMITTED |        | SUBMITTED    |           | SUBMITTED        | ACCEPTED | DECLINED | WITHDRAWN |          |           |                |           |         |
            ACCEPTED  |        | ACCEPTED     |           |                  |          |          | WITHDRAWN | ACTIVE   |           | WITHDRAWN      |           |         |
            DECLINED  |        |              |           |                  |          |          |           |          |           |                |           |         |
            WITHDRAWN |        |              |           |                  |          |          |           |          | COMPLETED |                |           |         |
            ACTIVE    |        | ACTIVE       |           |                  |          |          |           |          | COMPLETED | WITHDRAWN      |           |         |
            COMPLETED |        |              |           |                  |          |          |           |          |           | WITHDRAWN      |           |         |
            INVITED   |        |              |           |                  |          |          | WITHDRAWN |          |           |                | SUBMITTED | REFUSED | LAPSED
            REFUSED   |        |              |           |                  |          |          |           |          |           |                |           |         |
            LAPSED    |        |              |           |                  |          |          |           |          |           |                |           |         |
            """)
    void everyStateAnswersEveryAct(ApplicationState from, ApplicationState answer, ApplicationState nameLeaders, ApplicationState submit,
            ApplicationState propose, ApplicationState accept, ApplicationState decline, ApplicationState withdraw, ApplicationState activate,
            ApplicationState complete, ApplicationState end, ApplicationState confirm, ApplicationState refuse, ApplicationState lapse) {
        ApplicationState[] expected = {answer, nameLeaders, submit, propose, accept, decline, withdraw, activate, complete, end, confirm, refuse, lapse};
        Map<ApplicationAct, ApplicationState> actual = new EnumMap<>(ApplicationAct.class);
        Map<ApplicationAct, ApplicationState> wanted = new EnumMap<>(ApplicationAct.class);
        for (ApplicationAct act : EnumSet.range(ApplicationAct.ANSWER, ApplicationAct.LAPSE)) {
            ApplicationLifecycle.TABLE.next(from, act).ifPresent(to -> actual.put(act, to));
            if (expected[act.ordinal()] != null) {
                wanted.put(act, expected[act.ordinal()]);
            }
        }
        assertThat(new TreeMap<>(actual)).isEqualTo(new TreeMap<>(wanted));
    }

    @ParameterizedTest
    @EnumSource(ApplicationState.class)
    void whatIsLiveCanStillEnd(ApplicationState state) {
        boolean canEnd = Arrays.stream(ApplicationAct.values()).flatMap(act -> ApplicationLifecycle.TABLE.next(state, act).stream()).anyMatch(to -> !to.isLive());
        assertThat(!state.isLive() || canEnd).isTrue();
    }

    @Test
    void theDiagramOfTheDocsIsDrawnFromTheTable() {
        assertThat(ApplicationLifecycle.TABLE.mermaid()).startsWith("stateDiagram-v2").contains("ACCEPTED --> ACTIVE: ACTIVATE");
    }
}
