package org.schoolhubs.applications.imports.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImportGuardTest {
    @ParameterizedTest(name = "{0} open, share {1}, at least {2}: {3} closed or moved, {4} confirmed -> limit {5}, stops {6}")
    @CsvSource({
        "24000, 0.01, 20, 240,   0, 240, false",
        "24000, 0.01, 20, 241,   0, 240, true",
        "24000, 0.01, 20, 241, 241, 240, false",
        "24000, 0.01, 20, 242, 241, 240, true",
        "  100, 0.01, 20,  20,   0,  20, false",
        "  100, 0.01, 20,  21,   0,  20, true",
        "    0, 0.01, 20, 500,   0,  20, false",
        " 1999, 0.01,  0,  19,   0,  19, false",
        " 1999, 0.01,  0,  20,   0,  19, true",
        "  100,    0,  0,   1,   0,   0, true",
        "  100,    1,  0, 100,   0, 100, false"})
    void aFileThatClosesOrMovesMoreThanTheShareStops(long open, double share, long atLeast, long found, long confirmed, long limit, boolean stops) {
        var guard = new ImportGuard(open, share, atLeast);
        assertThat(guard.limit()).isEqualTo(limit);
        assertThat(guard.stops(found, confirmed)).isEqualTo(stops);
    }

    @ParameterizedTest
    @CsvSource({"-1, 0.1, 1", "1, -0.1, 1", "1, 1.1, 1", "1, 0.1, -1"})
    void aGuardThatMakesNoSenseIsRefused(long open, double share, long atLeast) {
        assertThatThrownBy(() -> new ImportGuard(open, share, atLeast)).isInstanceOf(IllegalArgumentException.class);
    }
}
