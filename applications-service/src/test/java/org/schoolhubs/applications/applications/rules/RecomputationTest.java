package org.schoolhubs.applications.applications.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecomputationTest {
    @ParameterizedTest(name = "{0} / {1}")
    @CsvSource(delimiter = '|', textBlock = """
            # at submission          | today                    | changes
            open:PASS:Open           | open:PASS:Open           | open SAME
            open:PASS:Open           | open:FAIL:Closed         | open OUTCOME_CHANGED
            grade:PASS:Good          | grade:PASS:Inadequate    | grade FACTS_CHANGED
            open:PASS:Open           | open:PASS:Open,age:PASS:5| open SAME, age ADDED
            open:PASS:Open,age:FAIL:5| age:REVIEW:5             | open REMOVED, age OUTCOME_CHANGED
                                     | open:PASS:Open           | open ADDED
                                     |                          |
            """)
    void everyRuleIsComparedWithItself(String before, String now, String changes) {
        List<String> found = Recomputation.compare(findings(before), findings(now)).stream().map(change -> change.rule() + " " + change.kind()).toList();
        assertThat(String.join(", ", found)).isEqualTo(changes == null ? "" : changes);
    }

    private static List<Finding> findings(String text) {
        return text == null ? List.of() : Arrays.stream(text.split(",")).map(one -> one.trim().split(":"))
                .map(part -> new Finding(part[0], part[1], "Said of " + part[2], List.of(part[2]))).toList();
    }
}
