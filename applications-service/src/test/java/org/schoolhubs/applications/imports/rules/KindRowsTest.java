package org.schoolhubs.applications.imports.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.schoolhubs.applications.calendars.rules.Term;
import org.schoolhubs.applications.calendars.rules.TermDates;
import org.schoolhubs.kernel.AcademicYear;
import org.schoolhubs.kernel.LaCode;
import org.schoolhubs.kernel.Urn;

/** Rows of groups, links, sharing, selections and calendars, without a database. */
class KindRowsTest {
    private static final LocalDate AS_AT = LocalDate.of(2026, 8, 1);
    private static final Columns GROUP_LINKS = Columns.of(GroupLinkRows.REQUIRED_COLUMNS);
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
        assertThat(GroupRows.uid(Columns.of(List.of("Other", "Group UID")), List.of("1", written))).isEqualTo(uid);
        assertThat(GroupRows.uid(Columns.of(List.of("Other", "Group UID")), List.of("short"))).isNull();
    }

    @ParameterizedTest(name = "{0},{1},{2},{3}: {4}")
    @CsvSource(delimiter = '|', value = {
        "2854|A Trust|06|OPEN|", "1|A Federation|1|CLOSED|", "999999|A Sponsor|5|PROPOSED_TO_OPEN|", "2854|A Trust|11|OPEN|",
        "|A Trust|06|OPEN|value-missing", "02854|A Trust|06|OPEN|code-unknown", "1000000|A Trust|06|OPEN|code-unknown", "TR2854|A Trust|06|OPEN|code-unknown",
        "2854||06|OPEN|value-missing", "2854|A Trust||OPEN|value-missing", "2854|A Trust|03|OPEN|code-unknown", "2854|A Trust|12|OPEN|code-unknown",
        "2854|A Trust|06||value-missing", "2854|A Trust|06|Open|code-unknown"})
    void groupsAreTakenOrSayWhyNot(String uid, String name, String type, String status, String code) {
        var row = GroupRows.parse(Columns.of(GroupRows.REQUIRED_COLUMNS), List.of(text(uid), "", text(name), "", text(type), "", "", "", "", text(status)), 2);
        assertThat(row.rejections()).extracting(Rejection::code).isEqualTo(code == null ? List.of() : List.of(code));
    }

    @Test
    void aGroupIsReadByTheNamesOfItsColumns() {
        assertThat(group("10002938", "High Street", "Leeds", "Kent", "LS1 1AA").value()).isEqualTo(new EstablishmentGroup("2854", "TR02854", "A Trust", "6",
                "Multi-academy trust", "CLOSED", LocalDate.of(2012, 9, 1), LocalDate.of(2012, 8, 30), LocalDate.of(2020, 8, 31), "07654321", "10002938", "High Street",
                "Leeds", "Kent", "LS1 1AA"));
    }

    @ParameterizedTest
    @CsvSource({"Not recorded,", "'',", "Unrecorded Lane,Unrecorded Lane"})
    void anAddressThatIsNotRecordedIsNone(String written, String read) {
        assertThat(group("", written, written, written, "").value()).extracting(EstablishmentGroup::street, EstablishmentGroup::town, EstablishmentGroup::county)
                .containsExactly(read, read, read);
    }

    @Test
    void aGroupsFileWithoutAddressAndUkprnSaysNothingOfThem() {
        var row = GroupRows.parse(Columns.of(GroupRows.REQUIRED_COLUMNS), GROUP, 2);
        assertThat(row.isAccepted()).isTrue();
        assertThat(row.value()).extracting(EstablishmentGroup::street, EstablishmentGroup::town, EstablishmentGroup::county, EstablishmentGroup::postcode,
                EstablishmentGroup::ukprn).containsOnlyNulls();
    }

    @ParameterizedTest
    @CsvSource({"20002938, LS1 1AA, UKPRN, code-unknown", "1000293, LS1 1AA, UKPRN, code-unknown", "10002938, in the town, Group Postcode, too-long"})
    void aGroupWithAWrongUkprnOrPostcodeIsRejected(String ukprn, String postcode, String column, String code) {
        assertThat(group(ukprn, "", "", "", postcode).rejections()).extracting(Rejection::column, Rejection::code).containsExactly(tuple(column, code));
    }

    private static final List<String> GROUP =
            List.of("2854", "TR02854", "A Trust", "7654321", "06", "Multi-academy trust", "31/08/2020", "01/09/2012", "30/08/2012", "CLOSED");

    private static Parsed<EstablishmentGroup> group(String ukprn, String street, String town, String county, String postcode) {
        var header = new ArrayList<>(GroupRows.REQUIRED_COLUMNS);
        header.addAll(List.of("UKPRN", "Group Street", "Group Town", "Group County", "Group Postcode"));
        var fields = new ArrayList<>(GROUP);
        fields.addAll(List.of(ukprn, street, town, county, postcode));
        return GroupRows.parse(Columns.of(header), fields, 2);
    }

    @ParameterizedTest(name = "{0},{1},{2}: {3}")
    @CsvSource(delimiter = '|', value = {"100001|2854|01/09/2012|", "20001|1|01/09/2012|", "|2854|01/09/2012|urn-invalid", "100001||01/09/2012|value-missing",
        "100001|02854|01/09/2012|code-unknown", "100001|1000000|01/09/2012|code-unknown", "100001|2854|31/06/2012|date-impossible"})
    void groupLinksAreTakenOrSayWhyNot(String urn, String uid, String day, String code) {
        var row = GroupLinkRows.parse(GROUP_LINKS, List.of(text(urn), text(uid), day), 2);
        assertThat(row.rejections()).extracting(Rejection::code).isEqualTo(code == null ? List.of() : List.of(code));
        assertThat(row.value()).isEqualTo(code == null ? new GroupLink(new Urn(urn), uid, LocalDate.of(2012, 9, 1)) : null);
    }

    @ParameterizedTest(name = "URN in column {0} of \"{1}\": {2}")
    @CsvSource(delimiter = '|', value = {"0|100001;2854|100001", "0|' 100001 ;2854'|100001", "0|100001;2854;;more|100001", "0|school;2854|", "0|;|",
        "1|2854;100001|100001", "1|2854|", "2|2854;01/09/2012|", "2|2854;;100001;more|100001"})
    void theUrnOfABrokenRowIsKnownWhereItCanBeRead(int position, String row, String urn) {
        var header = new ArrayList<>(List.of("Group UID", "Joined date"));
        header.add(position, "URN");
        var broken = GroupLinkRows.parse(Columns.of(header), List.of(row.split(";", -1)), 2);
        assertThat(broken.value()).isNull();
        assertThat(broken.urn()).isEqualTo(urn == null ? null : new Urn(urn));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"SHARING|SHARING|", "Sharing|SHARING|", "not sharing|NOT_SHARING|", "Not_Sharing|NOT_SHARING|", "unknown|UNKNOWN|",
        "maybe||code-unknown", "not-sharing||code-unknown", "''||value-missing"})
    void theStatusOfSharingIsOneOfThreeWords(String written, String status, String code) {
        var row = AttendanceSharingRows.parse(Columns.of(AttendanceSharingRows.REQUIRED_COLUMNS),
                List.of("100001", written, "DfE", "01-08-2026", "31-07-2026"), 2, AS_AT);
        assertThat(row.rejections()).extracting(Rejection::code).isEqualTo(code == null ? List.of() : List.of(code));
        assertThat(row.value()).isEqualTo(code == null
                ? new AttendanceSharing(new Urn("100001"), status, "DfE", LocalDate.of(2026, 8, 1), LocalDate.of(2026, 7, 31)) : null);
    }

    @ParameterizedTest
    @CsvSource({"1,1,", "999999,999999,", "0,,number-invalid", "1000000,,number-invalid", "1.5,,number-invalid", "first,,number-invalid", "'',,value-missing",
        "c,,value-missing"})
    void aListWithRanksRanksEverySchool(String written, Integer rank, String code) {
        var row = SelectionRows.parse(Columns.of(List.of("URN", "Reason", "Rank")), List.of("100001", "High absence", written), 2);
        assertThat(row.rejections()).extracting(Rejection::column, Rejection::code).isEqualTo(code == null ? List.of() : List.of(tuple("Rank", code)));
        assertThat(row.value()).isEqualTo(code == null ? new SelectionRow(new Urn("100001"), "High absence", rank) : null);
    }

    @Test
    void aListWithoutRanksRanksNone() {
        assertThat(SelectionRows.parse(Columns.of(SelectionRows.REQUIRED_COLUMNS), List.of("100001", "High absence"), 2).value().rank()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"urn,", "URN,", "UKPRN,code-unknown", "'',value-missing"})
    void ofTheDepartmentsIdentifiersUrnsAloneAreTaken(String type, String code) {
        var row = SelectionRows.parse(Columns.of(SelectionRows.OTHER_COLUMNS), List.of("List::School", "100001", type), 2);
        assertThat(row.rejections()).extracting(Rejection::code).isEqualTo(code == null ? List.of() : List.of(code));
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

    @Test
    void aTermIsReadByTheNamesOfItsColumns() {
        assertThat(calendar("01-09-2026", "26-10-2026", "30-10-2026", "18-12-2026").value()).isEqualTo(new CalendarRow(new LaCode("202"), AcademicYear.parse("2026/27"),
                new TermDates(Term.AUTUMN, LocalDate.of(2026, 9, 1), LocalDate.of(2026, 10, 26), LocalDate.of(2026, 10, 30), LocalDate.of(2026, 12, 18))));
    }

    @ParameterizedTest
    @CsvSource({"'',26-10-2026,30-10-2026,18-12-2026,Starts on,value-missing", "01-09-2026,'',30-10-2026,18-12-2026,Half term starts on,value-missing",
        "01-09-2026,26-10-2026,'',18-12-2026,Half term ends on,value-missing", "01-09-2026,26-10-2026,30-10-2026,'',Ends on,value-missing",
        "01-09-2026,26-10-2026,30-10-2026,32-12-2026,Ends on,date-impossible"})
    void aTermNeedsAllItsDays(String starts, String halfTermStarts, String halfTermEnds, String ends, String column, String code) {
        assertThat(calendar(starts, halfTermStarts, halfTermEnds, ends).rejections()).extracting(Rejection::column, Rejection::code)
                .containsExactly(tuple(column, code));
    }

    private static Parsed<CalendarRow> calendar(String... days) {
        var fields = new ArrayList<>(List.of("202", "2026/27", "AUTUMN"));
        fields.addAll(List.of(days));
        return CalendarRows.parse(Columns.of(CalendarRows.REQUIRED_COLUMNS), fields, 2);
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
