package org.schoolhubs.applications.notifications.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryTest {
    @ParameterizedTest
    @CsvSource({"1, PT30S", "2, PT2M", "3, PT8M", "4, PT32M", "5, PT2H8M", "6, PT6H", "7, PT6H", "20, PT6H", "1000000, PT6H"})
    void pausesGrowUpToSixHours(int attempts, Duration pause) {
        assertThat(new Retry(20).pauseAfter(attempts)).isEqualTo(pause);
    }

    @ParameterizedTest
    @CsvSource({"1, false", "19, false", "20, true", "21, true"})
    void afterEnoughAttemptsItIsOver(int attempts, boolean over) {
        assertThat(new Retry(20).isOver(attempts)).isEqualTo(over);
    }

    @Test
    void noAttemptAtAllIsNoRule() {
        assertThatThrownBy(() -> new Retry(0)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            NO_CAPACITY                   | * All places are taken.
            CRITERIA_NOT_MET              | * The school does not meet the criteria of the programme.
            OTHER                         | * A reason that the decision gives in words: you find it with your application.
            A_REASON_OF_A_LATER_VERSION   | * A reason that the decision gives in words: you find it with your application.
            """)
    void reasonsAreSaidInWords(String code, String words) {
        assertThat(Words.reasons(List.of(code))).isEqualTo(words);
    }

    @Test
    void noReasonPointsToTheDecisionAndSeveralAreALineEach() {
        assertThat(Words.reasons(null)).isEqualTo(Words.reasons(List.of())).startsWith("* A reason");
        assertThat(Words.reasons(List.of("NO_CAPACITY", "CRITERIA_NOT_MET", "NO_CAPACITY")).lines()).hasSize(2);
    }

    @Test
    void daysAreWrittenOut() {
        assertThat(Words.day(LocalDate.of(2026, 3, 1))).isEqualTo("1 March 2026");
    }
}
