package org.schoolhubs.applications.interest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InterestStateTest {
    /** Every state by every act; an empty field is a refusal. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            # state      | DRAFT        | OFFER   | ACCEPT_OFFER | WITHDRAW
            WAITING      | BECAME_DRAFT | OFFERED |              | WITHDRAWN
            BECAME_DRAFT |              |         |              |
            OFFERED      |              |         | WAITING      | WITHDRAWN
            WITHDRAWN    |              |         |              |
            """)
    void everyStateAnswersEveryAct(InterestState from, InterestState draft, InterestState offer, InterestState accept, InterestState withdraw) {
        InterestState[] expected = {draft, offer, accept, withdraw};
        for (InterestAct act : InterestAct.values()) {
            assertThat(InterestState.LIFECYCLE.next(from, act).orElse(null)).as("%s by %s", from, act).isEqualTo(expected[act.ordinal()]);
        }
    }
}
