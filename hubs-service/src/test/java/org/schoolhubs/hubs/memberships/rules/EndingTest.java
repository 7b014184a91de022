package org.schoolhubs.hubs.memberships.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndingTest {
    @ParameterizedTest(name = "completed {0}, withdrawn {1}: {2}")
    @CsvSource(nullValues = "-", textBlock = """
            2026-07-10, -,          COMPLETED
            -,          2026-07-10, WITHDRAWN
            2026-07-10, 2026-07-11, COMPLETED
            2026-07-10, 2026-07-10, WITHDRAWN
            2026-07-10, 2026-07-09, WITHDRAWN
            2026-01-01, 2025-12-31, WITHDRAWN
            """)
    void theEarlierDayDecidesAndOnTheSameDayTheWithdrawalStands(LocalDate completedOn, LocalDate withdrawnOn, Ending ending) {
        assertThat(Ending.of(completedOn, withdrawnOn)).isEqualTo(ending);
    }

    @Test
    void withoutAnEndThereIsNoEnding() {
        assertThatThrownBy(() -> Ending.of(null, null)).isInstanceOf(IllegalArgumentException.class);
    }
}
