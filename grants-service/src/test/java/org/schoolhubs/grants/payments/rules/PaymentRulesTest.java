package org.schoolhubs.grants.payments.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaymentRulesTest {
    @ParameterizedTest
    @CsvSource({
        "PREPARED,  APPROVE, APPROVED", "PREPARED,  RELEASE, .",        "PREPARED,  RECORD_RESULTS, .",         "PREPARED,  CANCEL, CANCELLED",
        "APPROVED,  APPROVE, .",        "APPROVED,  RELEASE, RELEASED", "APPROVED,  RECORD_RESULTS, .",         "APPROVED,  CANCEL, CANCELLED",
        "RELEASED,  APPROVE, .",        "RELEASED,  RELEASE, .",        "RELEASED,  RECORD_RESULTS, COMPLETED", "RELEASED,  CANCEL, .",
        "COMPLETED, APPROVE, .",        "COMPLETED, RELEASE, .",        "COMPLETED, RECORD_RESULTS, .",         "COMPLETED, CANCEL, .",
        "CANCELLED, APPROVE, .",        "CANCELLED, RELEASE, .",        "CANCELLED, RECORD_RESULTS, .",         "CANCELLED, CANCEL, ."})
    void everyActInEveryStateOfARun(RunState from, RunAct act, String to) {
        assertThat(RunLifecycle.TABLE.next(from, act).map(Enum::name).orElse(".")).isEqualTo(to);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23, true,  2026-11-23", "2026-11-21, false, 2026-11-23", "2026-11-22, false, 2026-11-23",
        "2026-12-25, false, 2026-12-29", "2026-12-28, false, 2026-12-29", "2026-12-29, true,  2026-12-29"})
    void banksPayFromMondayToFridayExceptOnBankHolidays(LocalDate day, boolean paid, LocalDate next) {
        PaymentDays days = new PaymentDays(Set.of(LocalDate.parse("2026-12-25"), LocalDate.parse("2026-12-28")));
        assertThat(days.include(day)).isEqualTo(paid);
        assertThat(days.onOrAfter(day)).isEqualTo(next);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', nullValues = "-", value = {
        "a,PAID,;b,PAID,            | -",
        "b,RETURNED,AC04;a,PAID,    | -",
        "a,PAID,                    | 0 line-missing",
        "a,PAID,;a,PAID,;b,PAID,    | 3 line-duplicate",
        "a,PAID,;b,PAID,;x,PAID,    | 4 line-unknown",
        "a,PAID,;b,PAID,;old,PAID,  | 4 already-confirmed",
        "a,paid,;b,PAID,            | 2 status-unknown",
        "a,RETURNED,some words;b,PAID, | 2 reason-invalid",
        "x,PAID,;x,PAID,            | 2 line-unknown, 3 line-duplicate, 0 line-missing, 0 line-missing"})
    void everyLineMatchesOrEveryWrongOneIsNamed(String lines, String errors) {
        ResultCsv.Parsed parsed = ResultCsv.parse("endToEndId,status,reason\n" + lines.replace(';', '\n') + "\n");
        assertThat(parsed.errors()).isEmpty();
        ResultMatch match = ResultMatch.of(Set.of("a", "b"), Set.of("old"), parsed.lines());
        assertThat(match.errors().stream().map(error -> error.line() + " " + error.code()).collect(Collectors.joining(", "))).isEqualTo(errors == null ? "" : errors);
        assertThat(match.isComplete()).isEqualTo(errors == null);
    }

    @Test
    void anOutcomeSaysWhetherItWasPaidAndWhyNot() {
        ResultMatch match = ResultMatch.of(Set.of("a", "b"), Set.of(), List.of(new ResultLine(2, "a", "PAID", ""), new ResultLine(3, "b", "RETURNED", "AC04")));
        assertThat(match.outcomes().get("a")).isEqualTo(new ResultMatch.Outcome(true, null));
        assertThat(match.outcomes().get("b")).isEqualTo(new ResultMatch.Outcome(false, "AC04"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', value = {
        "''                                        | 1 heading-wrong",
        "status,endToEndId,reason                  | 1 heading-wrong",
        "endToEndId,status,reason;a,PAID           | 2 columns-wrong",
        "endToEndId,status,reason;a,PAID,,         | 2 columns-wrong",
        "a,PAID,                                   | 1 heading-wrong"})
    void aFileOfAnotherFormIsRefused(String file, String errors) {
        assertThat(ResultCsv.parse(file.replace(';', '\n')).errors().stream().map(error -> error.line() + " " + error.code()).collect(Collectors.joining(", ")))
                .isEqualTo(errors);
    }

    @Test
    void aByteOrderMarkAndQuotesAreUnderstood() {
        ResultCsv.Parsed parsed = ResultCsv.parse("\uFEFFendToEndId,status,reason\r\n\"a\",PAID,\r\n");
        assertThat(parsed.errors()).isEmpty();
        assertThat(parsed.lines()).containsExactly(new ResultLine(2, "a", "PAID", ""));
    }

    @Test
    void theTableOfThisTestHasEveryStateAndAct() throws NoSuchMethodException {
        CsvSource rows = getClass().getDeclaredMethod("everyActInEveryStateOfARun", RunState.class, RunAct.class, String.class).getAnnotation(CsvSource.class);
        assertThat(Arrays.stream(rows.value()).map(row -> row.replaceAll("\\s", "").replaceAll(",[^,]*$", "")).distinct())
                .hasSize(RunState.values().length * RunAct.values().length);
    }
}
