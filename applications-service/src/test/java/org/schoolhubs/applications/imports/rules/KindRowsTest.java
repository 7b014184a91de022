package org.schoolhubs.applications.imports.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.schoolhubs.applications.calendars.rules.Term;

/** Rows of groups, links, sharing, selections and calendars, without a database. */
class KindRowsTest {
    private static final LocalDate AS_AT = LocalDate.of(2026, 8, 1);
    private static final Columns LINKS = Columns.of(SchoolLinkRows.REQUIRED_COLUMNS);

    @ParameterizedTest(name = "\"{0}\" is {1}")
    @CsvSource(delimiter = '|', value = {
        "Predecessor|PREDECESSOR", "Predecessor - amalgamated|PREDECESSOR", "Predecessor - merged|PREDECESSOR", "Predecessor - Split School|PREDECESSOR",
        "Successor|SUCCESSOR", "Successor - amalgamated|SUCCESSOR", "Successor - merged|SUCCESSOR", "Successor - Split School|SUCCESSOR",
        "successor - split school|SUCCESSOR", "Merged - change in age range|OTHER", "Merged - expansion of school capacity|OTHER",
        "Merged - expansion in school capacity and changer in age range|OTHER", "Closure|OTHER", "Expansion|OTHER", "Result of Amalgamation|OTHER",
        "Sixth Form Centre Link|OTHER", "Sixth Form Centre School|OTHER", "Children's Centre Link|OTHER", "Children\u2019s Centre Link|OTHER", "Other|OTHER"})
    void everyTypeOfLinkHasAMeaning(String type, LinkKind kind) {
        assertThat(LinkKind.of(type)).contains(kind);
    }

    @ParameterizedTest
    @CsvSource({"Cousin", "Success", "Predecessor merged", "'Successor -'"})
    void otherWordsAreNoTypeOfLink(String type) {
        assertThat(LinkKind.of(type)).isEmpty();
        assertThat(LinkKind.of(null)).isEmpty();
    }

    @ParameterizedTest(name = "{0},{1},{2},{3}: {4}")
    @CsvSource(delimiter = '|', value = {
        "100001|100002|Successor|01-09-2020|",
        "100001|20001|Children's Centre Link||",
        "100001|100002|Successor|01/09/2020|",
        "100001|100002|Successor|29-02-2023|date-impossible",
        "100001|100001|Successor||link-to-itself",
        "100001||Successor||urn-invalid",
        "012345|100002|Successor||urn-invalid",
        "100001|100002|||value-missing",
        "100001|100002|Friend||code-unknown"})
    void linksAreTakenOrSayWhyNot(String urn, String linkUrn, String type, String day, String code) {
        var row = SchoolLinkRows.parse(LINKS, List.of(text(urn), text(linkUrn), "A name", text(type), text(day)), 2);
        assertThat(row.rejections()).extracting(Rejection::code).isEqualTo(code == null ? List.of() : List.of(code));
    }

    @ParameterizedTest(name = "company number {0} is {1}")
    @CsvSource({"07654321, 07654321", "7654321, 07654321", "654321, 00654321", "oc123456, OC123456", "SC12345A, SC12345A", "12345, ", "123456789, "})
    void companyNumbersGetTheirZerosBack(String written, String read) {
        var columns = Columns.of(GroupRows.REQUIRED_COLUMNS);
        var row = GroupRows.parse(columns, List.of("2854", "TR02854.old", "A Trust", written, "06", "Multi-academy trust", "", "", "01/09/2012", "OPEN"), 2);
        assertThat(row.isAccepted()).isEqualTo(read != null);
        assertThat(row.isAccepted() ? row.value().companiesHouseNumber() : null).isEqualTo(read);
    }

    @ParameterizedTest
    @CsvSource({"2854, 2854", "' 2854 ', 2854", "02854, ", "x, ", "'', "})
    void theUidOfARejectedGroupIsKnownWhereItCanBeRead(String written, String uid) {
        assertThat(GroupRows.uid(Columns.of(List.of("Group UID")), List.of(written))).isEqualTo(uid);
        assertThat(GroupRows.uid(Columns.of(List.of("Other", "Group UID")), List.of("short"))).isNull();
    }

    @ParameterizedTest(name = "checked {0}, last data {1}: {2}")
    @CsvSource(delimiter = '|', value = {
        "01-08-2026|31-07-2026|", "01-08-2026|01-08-2026|", "01-08-2026||", "02-08-2026||date-in-the-future", "01-08-2026|02-08-2026|date-after-check",
        "||value-missing", "31-06-2026||date-impossible", "01-07-2026|30-02-2026|date-impossible"})
    void nobodyLooksLaterThanTheFileOrSeesDataOfLaterThanTheLook(String checked, String last, String code) {
        var row = AttendanceSharingRows.parse(Columns.of(AttendanceSharingRows.REQUIRED_COLUMNS), List.of("100001", "Sharing", "Source", text(checked), text(last)), 2, AS_AT);
        assertThat(row.rejections()).extracting(Rejection::code).isEqualTo(code == null ? List.of() : List.of(code));
    }

    @Test
    void aSelectionIsReadInEitherShape() {
        var own = SelectionRows.parse(Columns.of(List.of("Rank", "URN", "Reason")), List.of("3", "100001", "High absence"), 2);
        assertThat(own.value()).extracting(row -> row.urn().value(), SelectionRow::rank, SelectionRow::reason).containsExactly("100001", 3, "High absence");
        var departments = SelectionRows.parse(Columns.of(SelectionRows.OTHER_COLUMNS), List.of("List::School", "100001", "URN"), 2);
        assertThat(departments.value()).extracting(row -> row.urn().value(), SelectionRow::rank, SelectionRow::reason).containsExactly("100001", null, "List::School");
    }

    @ParameterizedTest(name = "{0} {1} {2}: {3}")
    @CsvSource(delimiter = '|', value = {
        "202|2026/27|AUTUMN|", "national|2026/27|autumn|", "NATIONAL|2026/27|Summer|", "20|2026/27|AUTUMN|code-unknown", "202|2026/28|AUTUMN|code-unknown",
        "202|2026-27|AUTUMN|code-unknown", "202|2026/27|EASTER|code-unknown", "|2026/27|AUTUMN|value-missing", "202||AUTUMN|value-missing",
        "202|2026/27||value-missing"})
    void calendarRowsAreTakenOrSayWhyNot(String la, String year, String term, String code) {
        var row = CalendarRows.parse(Columns.of(CalendarRows.REQUIRED_COLUMNS),
                List.of(text(la), text(year), text(term), "01-09-2026", "26-10-2026", "30-10-2026", "18-12-2026"), 2);
        assertThat(row.rejections()).extracting(Rejection::code).isEqualTo(code == null ? List.of() : List.of(code));
        if (code == null) {
            assertThat(row.value().laCode() == null).isEqualTo("national".equalsIgnoreCase(la));
            assertThat(row.value().term().term()).isEqualTo(Term.valueOf(term.toUpperCase(java.util.Locale.ROOT)));
        }
    }

    @ParameterizedTest
    @CsvSource({"/terms/0/startsOn, 'AUTUMN, Starts on:'", "/terms/1/halfTermStartsOn, 'SPRING, Half term starts on:'",
        "/terms/2/halfTermEndsOn, 'SUMMER, Half term ends on:'", "/terms/2/endsOn, 'SUMMER, Ends on:'", "/terms, ''"})
    void faultsOfACalendarAreSaidInTheWordsOfTheFile(String pointer, String place) {
        assertThat(CalendarRows.place(pointer)).isEqualTo(place);
    }

    @Test
    void noRowWhateverItHoldsIsMoreThanRejected() {
        long seed = System.nanoTime();
        var random = new SplittableRandom(seed);
        var headers = List.of(GroupRows.REQUIRED_COLUMNS, GroupLinkRows.REQUIRED_COLUMNS, SchoolLinkRows.REQUIRED_COLUMNS, AttendanceSharingRows.REQUIRED_COLUMNS,
                SelectionRows.REQUIRED_COLUMNS, SelectionRows.OTHER_COLUMNS, CalendarRows.REQUIRED_COLUMNS);
        for (int i = 0; i < 20_000; i++) {
            int kind = random.nextInt(headers.size());
            var columns = Columns.of(headers.get(kind));
            var fields = random.ints(random.nextInt(columns.count() + 2), 0, SCRAPS.size()).mapToObj(SCRAPS::get).toList();
            var row = parse(kind, columns, fields, i);
            assertThat(row.isAccepted()).as("seed %d, row %d: %s", seed, i, fields).isEqualTo(row.value() != null);
            assertThat(row.rejections()).as("seed %d", seed).allSatisfy(rejection -> assertThat(rejection.reason()).isNotBlank());
        }
    }

    private static final List<String> SCRAPS = List.of("", " ", "100001", "99999", "2854", "0", "-1", "01-09-2026", "31/02/2026", "9999-99-99", "2026/27", "national", "AUTUMN",
            "urn", "OPEN", "06", "Successor", "SHARING", "NULL", "=cmd()", "\u0000\u0007", "\u00e9\u2019", "x".repeat(600), "12345678", "999999999999", "c");

    private static Parsed<?> parse(int kind, Columns columns, List<String> fields, long line) {
        return switch (kind) {
            case 0 -> GroupRows.parse(columns, fields, line);
            case 1 -> GroupLinkRows.parse(columns, fields, line);
            case 2 -> SchoolLinkRows.parse(columns, fields, line);
            case 3 -> AttendanceSharingRows.parse(columns, fields, line, AS_AT);
            case 4, 5 -> SelectionRows.parse(columns, fields, line);
            default -> CalendarRows.parse(columns, fields, line);
        };
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }
}
