package org.schoolhubs.support.plans.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.schoolhubs.support.plans.rules.Completion.Part;

class CompletionTest {
    private static final LocalDate START = LocalDate.parse("2025-11-21");

    @ParameterizedTest(name = "mandatory {0}, settled {1}: a gap {2}")
    @CsvSource({"true, false, true", "true, true, false", "false, false, false", "false, true, false"})
    void onlyOpenMandatoryPartsAreGaps(boolean mandatory, boolean settled, boolean gap) {
        var part = new Part("audit", mandatory, settled, null);
        assertThat(Completion.gaps(List.of(part))).isEqualTo(gap ? List.of(part) : List.of());
    }

    @Test
    void gapsKeepTheOrderOfTheParts() {
        var parts = List.of(new Part("c", true, false, null), new Part("a", true, true, START), new Part("b", true, false, null));
        assertThat(Completion.gaps(parts)).extracting(Part::code).containsExactly("c", "b");
    }

    @Test
    void aPlanIsCompletedNoEarlierThanItsLastActivityAndItsStart() {
        var done = new Part("a", true, true, START.plusDays(30));
        var waived = new Part("b", true, true, null);
        assertThat(Completion.earliest(START, List.of(done, waived, new Part("c", false, true, START.plusDays(10))))).isEqualTo(START.plusDays(30));
        assertThat(Completion.earliest(START, List.of(waived))).isEqualTo(START);
        assertThat(Completion.earliest(START, List.of())).isEqualTo(START);
    }

    @ParameterizedTest(name = "completed {0}, withdrawn {1}: completion counts {2}")
    @CsvSource({"2026-07-01, 2026-07-02, true", "2026-07-02, 2026-07-02, false", "2026-07-03, 2026-07-02, false"})
    void theEarlierEffectiveDateCountsAndAWithdrawalOnTheSameDayWins(LocalDate completedOn, LocalDate withdrawnOn, boolean counts) {
        assertThat(Completion.countsAgainstWithdrawal(completedOn, withdrawnOn)).isEqualTo(counts);
    }
}
