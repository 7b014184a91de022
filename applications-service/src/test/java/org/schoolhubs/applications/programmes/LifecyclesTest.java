package org.schoolhubs.applications.programmes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The lives of programmes and of changes: every state by every act; an empty field is a refusal. */
class LifecyclesTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            # state   | CHANGE    | PUBLISH   | CLOSE  | REPLACE
            DRAFT     | DRAFT     | PUBLISHED |        |
            PUBLISHED | PUBLISHED |           | CLOSED | REPLACED
            CLOSED    | CLOSED    |           |        | REPLACED
            REPLACED  |           |           |        |
            """)
    void everyStateOfAProgrammeAnswersEveryAct(ProgrammeState from, ProgrammeState change, ProgrammeState publish, ProgrammeState close, ProgrammeState replace) {
        List<ProgrammeState> answers = Arrays.stream(ProgrammeLifecycle.Act.values()).map(act -> ProgrammeLifecycle.TABLE.next(from, act).orElse(null)).toList();
        assertThat(answers).isEqualTo(Arrays.asList(change, publish, close, replace));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            # state   | APPROVE | REJECT   | WITHDRAW
            PROPOSED  | APPLIED | REJECTED | WITHDRAWN
            APPLIED   |         |          |
            REJECTED  |         |          |
            WITHDRAWN |         |          |
            """)
    void everyStateOfAChangeAnswersEveryAct(ChangeLifecycle.State from, ChangeLifecycle.State approve, ChangeLifecycle.State reject, ChangeLifecycle.State withdraw) {
        List<ChangeLifecycle.State> answers = Arrays.stream(ChangeLifecycle.Act.values()).map(act -> ChangeLifecycle.TABLE.next(from, act).orElse(null)).toList();
        assertThat(answers).isEqualTo(Arrays.asList(approve, reject, withdraw));
    }
}
