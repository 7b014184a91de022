package org.schoolhubs.applications.applications;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.schoolhubs.applications.register.Phase;

class ReadinessTest {
    private static final Answers WHOLE = new Answers("Calm corridors.", "Starts of lessons.");

    @ParameterizedTest(name = "statement {0}, {1} leaders asked; motivation {2}, focus {3}, {4} leaders: {5}")
    @CsvSource(nullValues = "-", value = {
            "true,  3, -,    -,    0, motivation-missing improvement-focus-missing leaders-missing",
            "true,  3, text, -,    3, improvement-focus-missing",
            "true,  3, ' ',  text, 3, motivation-missing",
            "true,  3, text, text, 2, leaders-missing",
            "true,  3, text, text, 3, ''",
            "false, 1, -,    -,    0, leaders-missing",
            "false, 1, -,    -,    1, ''",
            "false, 1, -,    -,    3, ''"})
    void whatASchoolLacksIsListed(boolean statement, int asked, String motivation, String focus, int leaders, String missing) {
        Readiness readiness = Readiness.of(contents(ApplicationKind.PARTNER_SCHOOL, new Answers(motivation, focus), leaders, List.of(), Set.of(), LeadEvidence.NONE),
                terms(asked, statement));
        assertThat(codes(readiness)).isEqualTo(missing);
        assertThat(readiness.ready()).isEqualTo(missing.isEmpty());
    }

    @ParameterizedTest(name = "schools {0}, of which not of the trust {1}: {2}")
    @CsvSource(nullValues = "-", value = {
            "-,             -,             /schools",
            "100001,        -,             ''",
            "100001 100002, -,             ''",
            "100001 100002, 100002,        /schools/1",
            "100001 100002, 100001 100002, /schools/0 /schools/1"})
    void aTrustNamesSchoolsThatAreItsOwnToday(String schools, String strangers, String missing) {
        Readiness readiness = Readiness.of(contents(ApplicationKind.PARTNER_TRUST, WHOLE, 3, words(schools), Set.copyOf(words(strangers)), LeadEvidence.NONE), terms(3, true));
        assertThat(pointers(readiness)).isEqualTo(missing);
    }

    @ParameterizedTest(name = "{0}: practice {1}, collaboration {2}, {3} references, phases {4}, places {5}, lead school {6}, leaders {7}: {8}")
    @CsvSource(nullValues = "-", value = {
            "LEAD_SCHOOL, -,    -,    0, -,                 -, -,      0, practiceStatement collaborationRecord references phases places leaders",
            "LEAD_SCHOOL, text, text, 1, SECONDARY,         6, -,      3, ''",
            "LEAD_SCHOOL, text, text, 3, PRIMARY SECONDARY, 1, -,      3, ''",
            "LEAD_SCHOOL, ' ',  text, 1, SECONDARY,         6, -,      3, practiceStatement",
            "LEAD_SCHOOL, text, text, 0, SECONDARY,         6, -,      3, references",
            "LEAD_SCHOOL, text, text, 1, SECONDARY,         -, -,      2, places leaders",
            "LEAD_TRUST,  text, text, 1, SECONDARY,         6, -,      3, leadUrn",
            "LEAD_TRUST,  text, text, 1, SECONDARY,         6, 100001, 3, ''",
            "LEAD_TRUST,  text, text, 1, SECONDARY,         6, 100009, 3, leadUrn"})
    void whoeverWantsToLeadGivesEvidence(ApplicationKind kind, String practice, String collaboration, int references, String phases, Integer places, String leadUrn,
            int leaders, String missing) {
        LeadEvidence evidence = new LeadEvidence(practice, collaboration,
                IntStream.range(0, references).mapToObj(i -> new LeadEvidence.Reference("Organisation " + i, "It works well.")).toList(),
                words(phases).stream().map(Phase::valueOf).collect(Collectors.toCollection(TreeSet::new)), places, leadUrn);
        Readiness readiness = Readiness.of(contents(kind, new Answers(null, null), leaders, List.of(), Set.of("100009"), evidence), terms(3, true));
        assertThat(pointers(readiness).replace("/evidence/", "").replace("/leaders", "leaders")).isEqualTo(missing);
    }

    private static Readiness.Contents contents(ApplicationKind kind, Answers answers, int leaders, List<String> schools, Set<String> strangers, LeadEvidence evidence) {
        return new Readiness.Contents(kind, answers, leaders, schools, strangers, evidence);
    }

    private static Terms terms(int leaders, boolean statement) {
        return new Terms("p", "window", "", null, Set.of(), Instant.EPOCH, Instant.EPOCH, LocalDate.EPOCH, leaders, statement, false);
    }

    private static List<String> words(String text) {
        return text == null ? List.of() : List.of(text.split(" "));
    }

    private static String codes(Readiness readiness) {
        return readiness.missing().stream().map(Readiness.Missing::code).collect(Collectors.joining(" "));
    }

    private static String pointers(Readiness readiness) {
        return readiness.missing().stream().map(Readiness.Missing::pointer).collect(Collectors.joining(" "));
    }
}
