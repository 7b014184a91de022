package org.schoolhubs.applications.programmes.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.schoolhubs.applications.programmes.EntryRoute;
import org.schoolhubs.applications.programmes.PartnerKind;
import org.schoolhubs.applications.programmes.ProgrammeState;
import org.schoolhubs.applications.programmes.rules.FieldChange.Kind;
import org.schoolhubs.applications.programmes.rules.Ruling.Verdict;

/** What a change may do, as a table: each line is a change of one field in one situation. */
class ChangeRulesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    /** draft; quiet: published, nothing open; open: a window is open; used: applications live; running: a cohort is on its way; ended: had applications, all are over. */
    private static Situation situation(String name) {
        return switch (name) {
            case "draft" -> of(ProgrammeState.DRAFT, false, false, new Situation.Use(0, 0, 0, false, false));
            case "quiet" -> of(ProgrammeState.PUBLISHED, false, false, new Situation.Use(0, 0, 0, false, false));
            case "offered" -> of(ProgrammeState.PUBLISHED, false, false, new Situation.Use(0, 0, 0, true, false));
            case "open" -> of(ProgrammeState.PUBLISHED, true, false, new Situation.Use(0, 0, 0, true, false));
            case "leads" -> of(ProgrammeState.PUBLISHED, false, true, new Situation.Use(0, 0, 0, true, false));
            case "used" -> of(ProgrammeState.PUBLISHED, false, false, new Situation.Use(3, 2, 1, true, false));
            case "running" -> of(ProgrammeState.PUBLISHED, false, false, new Situation.Use(3, 2, 2, true, true));
            case "ended" -> of(ProgrammeState.PUBLISHED, false, false, new Situation.Use(3, 0, 0, true, false));
            case "closed" -> of(ProgrammeState.CLOSED, false, false, new Situation.Use(3, 1, 1, true, true));
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static Situation of(ProgrammeState state, boolean window, boolean leads, Situation.Use use) {
        return new Situation(state, window, leads, 0, Documents.NOON, TODAY, Map.of("core", use));
    }

    @ParameterizedTest(name = "{0}: {1} from {2} to {3} is {4} ({5})")
    @CsvSource(nullValues = "-", textBlock = """
            # situation, field,                          before,               after,                verdict,       rule
            draft,       name,                           A,                    B,                    AT_ONCE,       not-open
            quiet,       name,                           A,                    B,                    AT_ONCE,       not-open
            ended,       name,                           A,                    B,                    AT_ONCE,       not-open
            open,        name,                           A,                    B,                    SECOND_PERSON, open-now
            leads,       name,                           A,                    B,                    SECOND_PERSON, open-now
            used,        name,                           A,                    B,                    SECOND_PERSON, open-now
            closed,      name,                           A,                    B,                    SECOND_PERSON, open-now
            quiet,       subjects,                       a,                    b,                    AT_ONCE,       not-open
            open,        subjects,                       a,                    b,                    SECOND_PERSON, open-now
            used,        subjects,                       a,                    b,                    REFUSED,       subjects-in-use
            ended,       subjects,                       a,                    b,                    AT_ONCE,       not-open
            quiet,       pathways/core/partnerKind,      SCHOOL,               TRUST,                AT_ONCE,       not-open
            ended,       pathways/core/partnerKind,      SCHOOL,               TRUST,                REFUSED,       partner-kind-in-use
            used,        pathways/core/partnerKind,      SCHOOL,               TRUST,                REFUSED,       partner-kind-in-use
            used,        pathways/core/entry,            SELF_REFERRAL,        SELECTION,            SECOND_PERSON, open-now
            used,        pathways/core/lengthMonths,     12,                   10,                   SECOND_PERSON, open-now
            running,     pathways/core/lengthMonths,     12,                   11,                   REFUSED,       length-of-running-cohort
            running,     pathways/core/lengthMonths,     12,                   13,                   SECOND_PERSON, open-now
            running,     pathways/core/extensionMonths,  6,                    0,                    SECOND_PERSON, extension-promised
            quiet,       pathways/core/extensionMonths,  6,                    0,                    AT_ONCE,       not-open
            draft,       pathways/core/grantCap/pence,   900000,               -,                    AT_ONCE,       not-open
            quiet,       pathways/core/grantCap/pence,   900000,               800000,               AT_ONCE,       not-open
            open,        pathways/core/grantCap/pence,   900000,               800000,               SECOND_PERSON, grant-cap-lowered
            quiet,       pathways/core/grantCap/pence,   900000,               -,                    AT_ONCE,       not-open
            open,        pathways/core/grantCap/pence,   900000,               -,                    SECOND_PERSON, grant-cap-lowered
            quiet,       pathways/core/grantCap/pence,   900000,               900001,               AT_ONCE,       not-open
            quiet,       pathways/core/grantCap/pence,   -,                    900000,               AT_ONCE,       not-open
            draft,       pathways/core/places,           100,                  1,                    AT_ONCE,       not-open
            quiet,       pathways/core/places,           100,                  99,                   AT_ONCE,       not-open
            open,        pathways/core/places,           100,                  99,                   SECOND_PERSON, places-lowered
            quiet,       pathways/core/places,           -,                    99,                   AT_ONCE,       not-open
            open,        pathways/core/places,           -,                    99,                   SECOND_PERSON, places-lowered
            quiet,       pathways/core/places,           100,                  101,                  AT_ONCE,       not-open
            quiet,       pathways/core/places,           100,                  -,                    AT_ONCE,       not-open
            open,        pathways/core/places,           100,                  101,                  SECOND_PERSON, open-now
            draft,       pathways/core/secondPerson,     true,                 false,                AT_ONCE,       not-open
            quiet,       pathways/core/secondPerson,     true,                 false,                AT_ONCE,       not-open
            open,        pathways/core/secondPerson,     true,                 false,                SECOND_PERSON, control-weakened
            quiet,       pathways/core/secondPerson,     false,                true,                 AT_ONCE,       not-open
            draft,       pathways/core/automaticAcceptance, false,             true,                 AT_ONCE,       not-open
            quiet,       pathways/core/automaticAcceptance, false,             true,                 AT_ONCE,       not-open
            open,        pathways/core/automaticAcceptance, false,             true,                 SECOND_PERSON, control-weakened
            quiet,       pathways/core/automaticAcceptance, true,              false,                AT_ONCE,       not-open
            quiet,       pathways/core/supportDays,      10,                   8,                    AT_ONCE,       not-open
            used,        pathways/core/supportDays,      10,                   8,                    SECOND_PERSON, open-now
            quiet,       takesApplicationsUntil,         -,                    2026-11-21,           REFUSED,       last-day-past
            quiet,       takesApplicationsUntil,         -,                    2026-11-22,           AT_ONCE,       not-open
            open,        takesApplicationsUntil,         -,                    2026-11-22,           SECOND_PERSON, open-now
            draft,       takesApplicationsUntil,         -,                    2026-11-21,           AT_ONCE,       not-open
            leads,       leadApplications/closesAt,      2027-01-01T00:00:00Z, 2026-11-22T12:00:00Z, REFUSED,       window-closes-in-past
            leads,       leadApplications/closesAt,      2027-01-01T00:00:00Z, -,                    REFUSED,       window-closes-in-past
            leads,       leadApplications/closesAt,      2027-01-01T00:00:00Z, 2026-11-22T12:00:01Z, SECOND_PERSON, open-now
            quiet,       leadApplications/closesAt,      2027-01-01T00:00:00Z, -,                    AT_ONCE,       not-open
            open,        windowClosesAt,                 2027-01-01T00:00:00Z, 2026-11-22T12:00:00Z, REFUSED,       window-closes-in-past
            open,        windowClosesAt,                 2027-01-01T00:00:00Z, 2026-11-22T12:00:01Z, SECOND_PERSON, open-now
            quiet,       windowClosesAt,                 2026-01-01T00:00:00Z, 2025-01-01T00:00:00Z, AT_ONCE,       not-open
            used,        windowClosesAt,                 2026-01-01T00:00:00Z, 2027-01-01T00:00:00Z, SECOND_PERSON, open-now
            open,        windowOpensAt,                  2026-01-01T00:00:00Z, 2026-11-22T12:00:01Z, REFUSED,       window-open-already
            open,        windowOpensAt,                  2026-01-01T00:00:00Z, 2026-11-22T12:00:00Z, SECOND_PERSON, open-now
            quiet,       windowOpensAt,                  2027-01-01T00:00:00Z, 2027-02-01T00:00:00Z, AT_ONCE,       not-open
            used,        startsOn,                       2026-09-01,           2026-10-01,           REFUSED,       start-in-use
            open,        startsOn,                       2026-09-01,           2026-10-01,           SECOND_PERSON, open-now
            quiet,       startsOn,                       2026-09-01,           2026-10-01,           AT_ONCE,       not-open
            open,        state,                          PUBLISHED,            CLOSED,               SECOND_PERSON, open-now
            quiet,       state,                          PUBLISHED,            CLOSED,               AT_ONCE,       not-open
            used,        replacedBy,                     -,                    other,                SECOND_PERSON, open-now
            """)
    void aChangeOfAField(String situation, String field, String before, String after, Verdict verdict, String rule) {
        FieldChange change = new FieldChange(field, value(field, before), value(field, after), Kind.CHANGED);
        assertThat(ChangeRules.judge(List.of(change), situation(situation))).singleElement().satisfies(ruling -> {
            assertThat(ruling.verdict()).isEqualTo(verdict);
            assertThat(ruling.code()).isEqualTo(rule);
            assertThat(ruling.why()).endsWith(".");
        });
    }

    @ParameterizedTest(name = "{0}: a pathway is {1}: {2} ({3})")
    @CsvSource(textBlock = """
            draft,   REMOVED, AT_ONCE,       not-open
            quiet,   REMOVED, AT_ONCE,       not-open
            offered, REMOVED, REFUSED,       pathway-in-cohort
            ended,   REMOVED, REFUSED,       pathway-in-use
            used,    REMOVED, REFUSED,       pathway-in-use
            open,    REMOVED, REFUSED,       pathway-in-cohort
            quiet,   ADDED,   AT_ONCE,       not-open
            open,    ADDED,   SECOND_PERSON, open-now
            """)
    void aPathwayAsAWholeIsOneRuling(String situation, Kind kind, Verdict verdict, String rule) {
        ProgrammeTerms one = Documents.programme(null, Documents.pathway("other"));
        ProgrammeTerms two = Documents.programme(null, Documents.pathway("other"), Documents.pathway("core"));
        List<FieldChange> changes = kind == Kind.ADDED ? FieldChange.between(one, two) : FieldChange.between(two, one);
        assertThat(changes).hasSize(16).allMatch(change -> change.kind() == kind);
        assertThat(ChangeRules.judge(changes, situation(situation))).singleElement().satisfies(ruling -> {
            assertThat(ruling.field()).isEqualTo("pathways/core/code");
            assertThat(ruling.verdict()).isEqualTo(verdict);
            assertThat(ruling.code()).isEqualTo(rule);
        });
    }

    @Test
    void theHardestRulingCounts() {
        List<FieldChange> changes = List.of(new FieldChange("name", "A", "B", Kind.CHANGED), new FieldChange("subjects", "a", "b", Kind.CHANGED));
        assertThat(ChangeRules.verdict(ChangeRules.judge(changes, situation("used")))).isEqualTo(Verdict.REFUSED);
        assertThat(ChangeRules.verdict(ChangeRules.judge(changes.subList(0, 1), situation("used")))).isEqualTo(Verdict.SECOND_PERSON);
        assertThat(ChangeRules.verdict(List.of())).isEqualTo(Verdict.AT_ONCE);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sameDocuments")
    void whatIsTheSameHasNoDifference(String what, CatalogueDocument before, CatalogueDocument after) {
        assertThat(FieldChange.between(before, after)).isEmpty();
    }

    static Stream<Arguments> sameDocuments() {
        PathwayTerms a = Documents.pathway("a");
        PathwayTerms b = Documents.pathway("b");
        return Stream.of(
                Arguments.of("itself", Documents.programme(null, a), Documents.programme(null, a)),
                Arguments.of("pathways in another order", Documents.programme(null, a, b), Documents.programme(null, b, a)),
                Arguments.of("a cohort", Documents.cohort("2026-09-01", "2026-01-01T00:00:00Z", "2026-02-01T00:00:00Z", "a", "b"),
                        Documents.cohort("2026-09-01", "2026-01-01T00:00:00Z", "2026-02-01T00:00:00Z", "b", "a")),
                Arguments.of("a standing", new Standing(ProgrammeState.CLOSED, "x", TODAY), new Standing(ProgrammeState.CLOSED, "x", TODAY)));
    }

    /** What is open, or used, is never handled more lightly than what is not; and each difference of a random pair turns round when the pair does. */
    @Test
    void openingAndUseNeverMakeAChangeLighter() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 2_000; round++) {
            ProgrammeTerms before = randomTerms(random);
            ProgrammeTerms after = randomTerms(random);
            List<FieldChange> changes = FieldChange.between(before, after);
            assertThat(FieldChange.between(after, before)).as("seed %d", seed).hasSameSizeAs(changes);
            Function<String, Verdict> verdict = name -> ChangeRules.verdict(ChangeRules.judge(changes, situation(name)));
            for (String[] lighterFirst : new String[][] {{"draft", "quiet"}, {"quiet", "offered"}, {"offered", "open"}, {"quiet", "ended"}, {"ended", "used"}, {"used", "running"}}) {
                assertThat(verdict.apply(lighterFirst[1])).as("seed %d, %s", seed, String.join(" before ", lighterFirst))
                        .isGreaterThanOrEqualTo(verdict.apply(lighterFirst[0]));
            }
        }
    }

    private static ProgrammeTerms randomTerms(Random random) {
        List<PathwayTerms> pathways = new ArrayList<>();
        for (String code : List.of("core", "other")) {
            if (random.nextInt(4) > 0) {
                pathways.add(new PathwayTerms(code, "N" + random.nextInt(2), PartnerKind.values()[random.nextInt(2)], EntryRoute.values()[random.nextInt(3)],
                        12 + random.nextInt(2), random.nextInt(2), null, null, random.nextBoolean() ? null : random.nextInt(9) + 1,
                        random.nextBoolean() ? null : 1L + random.nextInt(2), random.nextBoolean() ? null : 1 + random.nextInt(2), 1 + random.nextInt(3),
                        random.nextBoolean(), random.nextBoolean(), random.nextBoolean(), random.nextBoolean()));
            }
        }
        return new ProgrammeTerms("N" + random.nextInt(2), "D", List.of("s" + random.nextInt(2)), random.nextBoolean() ? null : TODAY.plusDays(random.nextInt(3) - 1L),
                null, pathways);
    }

    private static Object value(String field, String text) {
        if (text == null) {
            return null;
        }
        return switch (field.substring(field.lastIndexOf('/') + 1)) {
            case "lengthMonths", "extensionMonths", "places", "supportDays" -> Integer.valueOf(text);
            case "pence" -> Long.valueOf(text);
            case "secondPerson", "automaticAcceptance" -> Boolean.valueOf(text);
            case "closesAt", "windowClosesAt", "windowOpensAt" -> Instant.parse(text);
            case "takesApplicationsUntil", "startsOn" -> LocalDate.parse(text);
            default -> text;
        };
    }
}
