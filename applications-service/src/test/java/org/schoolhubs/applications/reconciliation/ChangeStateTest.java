package org.schoolhubs.applications.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangeStateTest {
    @ParameterizedTest
    @CsvSource({"WAITING,WORK,WORKED", "WAITING,FAIL_FOR_NOW,WAITING", "WAITING,GIVE_UP,FAILED", "WAITING,REPEAT,", "WORKED,WORK,", "WORKED,FAIL_FOR_NOW,",
            "WORKED,GIVE_UP,",
        "WORKED,REPEAT,", "FAILED,WORK,", "FAILED,FAIL_FOR_NOW,", "FAILED,GIVE_UP,", "FAILED,REPEAT,WAITING"})
    void everyStateAnswersEveryAct(ChangeState from, ChangeState.Act act, ChangeState to) {
        assertThat(ChangeState.LIFECYCLE.next(from, act)).isEqualTo(Optional.ofNullable(to));
    }
}
