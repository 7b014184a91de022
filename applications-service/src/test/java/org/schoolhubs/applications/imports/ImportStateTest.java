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
    private static final Map<String, ImportState> POSSIBLE = Map.ofEntries(
            Map.entry("RECEIVED BEGIN", ImportState.RUNNING),
            Map.entry("RUNNING BEGIN", ImportState.RUNNING),
            Map.entry("RUNNING COMPLETE", ImportState.COMPLETED),
            Map.entry("RUNNING REPORT", ImportState.DRY_RUN_COMPLETED),
            Map.entry("RUNNING HOLD", ImportState.AWAITING_CONFIRMATION),
            Map.entry("RUNNING REFUSE", ImportState.REFUSED),
            Map.entry("RUNNING FAIL", ImportState.FAILED),
            Map.entry("AWAITING_CONFIRMATION CONFIRM", ImportState.RECEIVED),
            Map.entry("AWAITING_CONFIRMATION CANCEL", ImportState.CANCELLED),
            Map.entry("COMPLETED UNDO", ImportState.UNDOING),
            Map.entry("UNDOING BEGIN", ImportState.UNDOING),
            Map.entry("UNDOING PUT_BACK", ImportState.UNDONE),
            Map.entry("UNDOING KEEP", ImportState.COMPLETED));

    static Stream<Arguments> everyStateAndAct() {
        return Arrays.stream(ImportState.values()).flatMap(state -> Arrays.stream(Act.values()).map(act -> Arguments.of(state, act)));
    }

    @ParameterizedTest
    @MethodSource("everyStateAndAct")
    void onlyWhatIsListedIsPossible(ImportState state, Act act) {
        assertThat(ImportState.TABLE.next(state, act).orElse(null)).isEqualTo(POSSIBLE.get(state + " " + act));
    }
}
