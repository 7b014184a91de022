package org.schoolhubs.applications.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.schoolhubs.applications.imports.ImportState.Act;

class ImportStateTest {
    private static final Map<String, ImportState> POSSIBLE = Map.of(
            "RECEIVED BEGIN", ImportState.RUNNING,
            "RUNNING BEGIN", ImportState.RUNNING,
            "RUNNING COMPLETE", ImportState.COMPLETED,
            "RUNNING REPORT", ImportState.DRY_RUN_COMPLETED,
            "RUNNING HOLD", ImportState.AWAITING_CONFIRMATION,
            "RUNNING REFUSE", ImportState.REFUSED,
            "RUNNING FAIL", ImportState.FAILED,
            "AWAITING_CONFIRMATION CONFIRM", ImportState.RECEIVED,
            "AWAITING_CONFIRMATION CANCEL", ImportState.CANCELLED,
            "COMPLETED UNDO", ImportState.UNDONE);

    static Stream<Arguments> everyStateAndAct() {
        return Arrays.stream(ImportState.values()).flatMap(state -> Arrays.stream(Act.values()).map(act -> Arguments.of(state, act)));
    }

    @ParameterizedTest
    @MethodSource("everyStateAndAct")
    void onlyWhatIsListedIsPossible(ImportState state, Act act) {
        assertThat(ImportState.TABLE.next(state, act).orElse(null)).isEqualTo(POSSIBLE.get(state + " " + act));
    }
}
