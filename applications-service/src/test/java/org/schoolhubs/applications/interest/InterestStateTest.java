package org.schoolhubs.applications.interest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InterestStateTest {
    /** Every state by every act; an empty field is a refusal. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            # state      | DRAFT        | OFFER   | ACCEPT_OFFER | WITHDRAW  | PASS_ON | CLOSE  | REOPEN  | REOFFER
            WAITING      | BECAME_DRAFT | OFFERED |              | WITHDRAWN | WAITING | CLOSED |         |
            BECAME_DRAFT |              |         |              |           |         |        |         |
            OFFERED      |              |         | WAITING      | WITHDRAWN | OFFERED | CLOSED |         |
            WITHDRAWN    |              |         |              |           |         |        |         |
            CLOSED       |              |         |              |           |         |        | WAITING | OFFERED
            """)
    void everyStateAnswersEveryAct(InterestState from, InterestState draft, InterestState offer, InterestState accept, InterestState withdraw, InterestState passOn,
            InterestState close, InterestState reopen, InterestState reoffer) {
        InterestState[] expected = {draft, offer, accept, withdraw, passOn, close, reopen, reoffer};
        for (InterestAct act : InterestAct.values()) {
            assertThat(InterestState.LIFECYCLE.next(from, act).orElse(null)).as("%s by %s", from, act).isEqualTo(expected[act.ordinal()]);
        }
    }
}
