package org.schoolhubs.applications.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NotificationLifecycleTest {
    /** Every state by every act; an empty field is a refusal. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            # state    | CLAIM   | ACCEPT | POSTPONE | GIVE_UP | SUPPRESS
            QUEUED     | SENDING |        |          |         | SUPPRESSED
            SENDING    | SENDING | SENT   | QUEUED   | FAILED  | SUPPRESSED
            SENT       |         |        |          |         |
            FAILED     |         |        |          |         |
            SUPPRESSED |         |        |          |         |
            """)
    void everyStateAnswersEveryAct(NotificationState from, NotificationState claim, NotificationState accept, NotificationState postpone, NotificationState giveUp,
            NotificationState suppress) {
        NotificationState[] expected = {claim, accept, postpone, giveUp, suppress};
        Map<NotificationAct, NotificationState> actual = new EnumMap<>(NotificationAct.class);
        Map<NotificationAct, NotificationState> wanted = new EnumMap<>(NotificationAct.class);
        for (NotificationAct act : NotificationAct.values()) {
            NotificationLifecycle.TABLE.next(from, act).ifPresent(to -> actual.put(act, to));
            if (expected[act.ordinal()] != null) {
                wanted.put(act, expected[act.ordinal()]);
            }
        }
        assertThat(actual).isEqualTo(wanted);
    }
}
