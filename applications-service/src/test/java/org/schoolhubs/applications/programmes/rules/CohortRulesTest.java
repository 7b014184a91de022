package org.schoolhubs.applications.programmes.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CohortRulesTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(nullValues = "-", textBlock = """
            a start after the window,              2026-09-01, 2026-01-01T00:00:00Z, 2026-06-01T00:00:00Z, core,          -
            a start within the window: joiners,    2026-03-01, 2026-01-01T00:00:00Z, 2026-06-01T00:00:00Z, core extended, -
            a start two years before,              2024-01-01, 2026-01-01T00:00:00Z, 2026-06-01T00:00:00Z, core,          -
            a start more than two years before,    2023-12-31, 2026-01-01T00:00:00Z, 2026-06-01T00:00:00Z, core,          start-far-from-window /startsOn
            a start two years after (summer time), 2028-06-01, 2026-01-01T00:00:00Z, 2026-05-31T23:30:00Z, core,          -
            a start more than two years after,     2028-06-02, 2026-01-01T00:00:00Z, 2026-06-01T00:00:00Z, core,          start-far-from-window /startsOn
            a window that never opens,             2026-09-01, 2026-01-01T00:00:00Z, 2026-01-01T00:00:00Z, core,          window-invalid /windowClosesAt
            a window that closes first,            2026-09-01, 2026-06-01T00:00:00Z, 2026-01-01T00:00:00Z, core,          window-invalid /windowClosesAt
            a window of a second,                  2026-09-01, 2026-01-01T00:00:00Z, 2026-01-01T00:00:01Z, core,          -
            a pathway of another programme,        2026-09-01, 2026-01-01T00:00:00Z, 2026-06-01T00:00:00Z, core regional, pathway-unknown /pathways/1/code
            a pathway twice,                       2026-09-01, 2026-01-01T00:00:00Z, 2026-06-01T00:00:00Z, core core,     pathway-unknown /pathways/1/code
            """)
    void aCohortIsValidWithinItsProgramme(String what, String starts, String opens, String closes, String pathways, String fault) {
        List<Fault> faults = CohortRules.check(Documents.cohort(starts, opens, closes, pathways.split(" ")), Set.of("core", "extended"));
        assertThat(faults).as(what).extracting(one -> one.code() + " " + one.pointer()).isEqualTo(fault == null ? List.of() : List.of(fault));
    }

    @ParameterizedTest(name = "{0} by {1} where {2}: {3}")
    @CsvSource(nullValues = "-", textBlock = """
            a, b, -,           false
            a, a, -,           true
            a, b, b>c,         false
            a, b, b>a,         true
            a, b, b>c c>d d>a, true
            a, b, a>c c>d,     false
            a, b, c>a,         false
            """)
    void noProgrammeComesToReplaceItself(String programme, String successor, String known, boolean circle) {
        Map<String, String> replacedBy = known == null ? Map.of() : Stream.of(known.split(" ")).map(one -> one.split(">"))
                .collect(Collectors.toMap(one -> one[0], one -> one[1]));
        assertThat(Succession.isCircle(programme, successor, replacedBy)).isEqualTo(circle);
    }
}
