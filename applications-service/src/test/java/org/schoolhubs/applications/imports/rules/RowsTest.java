package org.schoolhubs.applications.imports.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import de.siegmar.fastcsv.reader.CsvReader;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.schoolhubs.applications.imports.Files;
import org.schoolhubs.applications.register.InspectionRecord.Kind;
import org.schoolhubs.applications.register.Phase;
import org.schoolhubs.applications.register.Provision;
import org.schoolhubs.applications.register.SchoolStatus;
import org.schoolhubs.kernel.Urn;
import org.schoolhubs.sample.GiasFormat;
import org.schoolhubs.sample.OfstedFormat;

class RowsTest {
    private static final Columns GIAS = Columns.of(GiasFormat.HEADER);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final Columns OFSTED = Columns.of(OfstedFormat.HEADER);

    private static List<String> fields(String row) {
        return CsvReader.builder().ofSingleCsvRecord(row).getFields();
    }

    private static Parsed<Establishment> gias(String... columnsAndValues) {
        return EstablishmentRows.parse(GIAS, fields(Files.gias("900001", columnsAndValues)), 7, TODAY);
    }

    private static Parsed<InspectedSchool> ofsted(String... columnsAndValues) {
        return InspectionRows.parse(OFSTED, fields(Files.ofsted("900001", columnsAndValues)), 7, TODAY);
    }

    private static String[] with(String[] first, String... more) {
        var all = new ArrayList<>(List.of(first));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    @Test
    void aRowOfGiasIsReadWithItsCodesUnderstood() {
        var school = gias("TypeOfEstablishment (code)", "01", "OpenDate", "01-09-1965", "CloseDate", "31/08/2030", "PercentageFSM", "24.3",
                "Trusts (code)", "2854", "Trusts (name)", "A Trust", "UKPRN", "10002938", "EstablishmentName", "  Haverstock\n  School ").value();
        assertThat(school.urn()).isEqualTo(new Urn("900001"));
        assertThat(school.name()).isEqualTo("Haverstock School");
        assertThat(school.typeCode()).isEqualTo("1");
        assertThat(school.status()).isEqualTo(SchoolStatus.OPEN);
        assertThat(school.phase()).isEqualTo(Phase.SECONDARY);
        assertThat(school.provision()).isEqualTo(Provision.MAINSTREAM);
        assertThat(school.openedOn()).isEqualTo(LocalDate.of(1965, 9, 1));
        assertThat(school.closedOn()).isEqualTo(LocalDate.of(2030, 8, 31));
        assertThat(school.percentFsm()).isEqualByComparingTo("24.3");
        assertThat(school.trustUid()).isEqualTo("2854");
        assertThat(school.place().easting()).isEqualTo(528_159);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "URN                           | ABC        | urn-invalid",
        "URN                           | 1234       | urn-invalid",
        "URN                           | NULL       | urn-invalid",
        "LA (code)                     | 20         | code-unknown",
        "LA (code)                     | ''         | value-missing",
        "EstablishmentName             | ' '        | value-missing",
        "TypeOfEstablishment (code)    | 99         | code-unknown",
        "TypeOfEstablishment (code)    | ''         | value-missing",
        "EstablishmentTypeGroup (code) | 7          | code-unknown",
        "EstablishmentStatus (code)    | 5          | code-unknown",
        "PhaseOfEducation (code)       | 8          | code-unknown",
        "GOR (code)                    | Q          | code-unknown",
        "UKPRN                         | 20002938   | code-unknown",
        "Trusts (code)                 | TR02345    | code-unknown",
        "OpenDate                      | 31-02-2020 | date-impossible",
        "OpenDate                      | 2020-02-30 | date-impossible",
        "OpenDate                      | 2020-1-1   | date-impossible",
        "OpenDate                      | 01-01-0200 | date-impossible",
        "OpenDate                      | 29/02/2023 | date-impossible",
        "CloseDate                     | 01-13-2020 | date-impossible",
        "CloseDate                     | soon       | date-impossible"})
    void aRowThatCannotBeTrueIsRejectedNamingLineColumnAndReason(String column, String value, String code) {
        var row = gias(column, value);
        assertThat(row.isAccepted()).isFalse();
        assertThat(row.value()).isNull();
        assertThat(row.rejections()).singleElement().satisfies(rejection -> {
            assertThat(rejection.line()).isEqualTo(7);
            assertThat(rejection.column()).isEqualTo(column);
            assertThat(rejection.code()).isEqualTo(code);
            assertThat(rejection.reason()).endsWith(".");
        });
    }

    @Test
    void everythingThatIsWrongWithARowIsSaidAtOnce() {
        var row = gias("LA (code)", "x", "OpenDate", "99-99-9999", "Easting", "a");
        assertThat(row.rejections()).extracting(Rejection::column).containsExactlyInAnyOrder("LA (code)", "OpenDate", "Easting");
        assertThat(row.warnings()).isEmpty();
        assertThat(row.urn()).isEqualTo(new Urn("900001"));
    }

    @ParameterizedTest
    @CsvSource({"Easting,0,Northing,0", "Easting,'',Northing,''"})
    void aPlaceThatIsNotKnownIsNoPlace(String one, String first, String other, String second) {
        var row = gias(one, first, other, second);
        assertThat(row.value().place()).isNull();
        assertThat(row.warnings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, 184498, Easting, coordinate-outside-england", "528159, 0, Easting, coordinate-outside-england",
        "700000, 1300000, Easting, coordinate-outside-england", "'', 184498, Easting, coordinate-missing",
        "528159, '', Northing, coordinate-missing", "0, '', Northing, coordinate-missing"})
    void aPlaceThatIsNoneNamesTheCoordinateAtFault(String easting, String northing, String column, String code) {
        var row = gias("Easting", easting, "Northing", northing);
        assertThat(row.value().place()).isNull();
        assertThat(row.warnings()).extracting(Rejection::column, Rejection::code).containsExactly(tuple(column, code));
    }

    @ParameterizedTest
    @CsvSource({"0,0", "1,1", "007,7", "800.0,800", "100000,100000", "100001,", "800.5,", "800.,", "-0,"})
    void pupilsAreAWholeNumberUpToAHundredThousand(String written, Integer pupils) {
        var row = gias("NumberOfPupils", written);
        assertThat(row.value().pupils()).isEqualTo(pupils);
        assertThat(row.warnings()).extracting(Rejection::code).isEqualTo(pupils == null ? List.of("number-invalid") : List.of());
    }

    @ParameterizedTest
    @CsvSource({"0,0", "0.5,0.5", "33.333333,33.333333", "99.9,99.9", "100,100", "100.0,100.0", "100.000001,", "101,", "-1,", ".5,", "33.3333333,", "12%,"})
    void aPercentageIsFromNoughtToAHundred(String written, BigDecimal percentage) {
        var row = gias("PercentageFSM", written);
        assertThat(row.value().percentFsm()).isEqualTo(percentage);
        assertThat(row.warnings()).extracting(Rejection::code).isEqualTo(percentage == null ? List.of("number-invalid") : List.of());
    }

    @ParameterizedTest
    @CsvSource({"0,99,0,99", "2,5,2,5", "100,11,,11", "4,100,4,"})
    void agesAreOfTwoDigits(String low, String high, Integer lowAge, Integer highAge) {
        var details = gias("StatutoryLowAge", low, "StatutoryHighAge", high).value().details();
        assertThat(details.lowAge()).isEqualTo(lowAge);
        assertThat(details.highAge()).isEqualTo(highAge);
    }

    @ParameterizedTest
    @CsvSource({"EstablishmentName,200", "TypeOfEstablishment (name),200", "LA (name),200", "FurtherEducationType (name),200", "Trusts (name),300", "Town,200",
        "Postcode,10", "Street,200", "SchoolWebsite,200"})
    void aTextMayBeAsLongAsItsColumnAndNoLonger(String column, int longest) {
        var fits = gias(column, "x".repeat(longest));
        assertThat(fits.isAccepted()).isTrue();
        assertThat(fits.warnings()).isEmpty();
        var tooLong = gias(column, "x".repeat(longest + 1));
        assertThat(tooLong.isAccepted() ? tooLong.warnings() : tooLong.rejections()).extracting(Rejection::column, Rejection::code)
                .containsExactly(tuple(column, "too-long"));
    }

    @ParameterizedTest
    @CsvSource({"01-01-0500,true", "31-12-0499,false", "31-12-2100,true", "01-01-2101,false"})
    void aDayIsOfTheYears500To2100(String day, boolean taken) {
        assertThat(gias("CloseDate", day).rejections()).extracting(Rejection::code).isEqualTo(taken ? List.of() : List.of("date-impossible"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "   ", "\t", "\n", "\u0000\u0007", "\u007f", "\u00a0", "\ufeff", "NULL", " NULL "})
    void aFieldOfNothingButSpaceIsBlank(String blank) {
        assertThat(gias("Street", blank).value().details().street()).isNull();
        assertThat(gias("EstablishmentName", blank).rejections()).extracting(Rejection::code).containsExactly("value-missing");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"St Mary|St Mary", "' Mary'|Mary", "'Mary '|Mary", "'St Mary '|St Mary", "St  Mary|St Mary", "St\tMary|St Mary",
        "St\u007fMary|St Mary", "St\u00a0Mary|St Mary", "'\u00a0Mary'|Mary", "'\ufeffMary'|Mary", "Zo\u00eb|Zo\u00eb", "Null|Null"})
    void spaceOfEveryKindIsOneSpaceAndNoneAtTheEnds(String written, String read) {
        assertThat(gias("EstablishmentName", written).value().name()).isEqualTo(read);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "c", "z", "x", "SUPP", "NULL"})
    void aFigureThatIsWithheldIsNoFigure(String marker) {
        assertThat(gias("NumberOfPupils", marker, "PercentageFSM", marker).value().pupils()).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Easting                | 700001     | number-invalid",
        "Easting                | -1         | number-invalid",
        "Easting                | east       | number-invalid",
        "Northing               | 1300001    | number-invalid",
        "Northing               | ''         | coordinate-missing",
        "Easting                | 60000      | coordinate-outside-england",
        "EstablishmentNumber    | 12345      | code-unknown",
        "EstablishmentNumber    | A123       | code-unknown",
        "StatutoryLowAge        | 100        | number-invalid",
        "StatutoryHighAge       | -1         | number-invalid",
        "SchoolCapacity         | 1e9        | number-invalid",
        "Federations (code)     | F12        | code-unknown",
        "LastChangedDate        | 31-02-2026 | date-impossible",
        "NumberOfPupils         | many        | number-invalid",
        "NumberOfPupils         | -5          | number-invalid",
        "NumberOfPupils         | 99999999999 | number-invalid",
        "PercentageFSM          | 100.1       | number-invalid",
        "PercentageFSM          | 1e2         | number-invalid",
        "UrbanRural (code)      | town        | code-unknown",
        "Postcode               | in the town | too-long",
        "OpenDate               | 23-11-2026  | date-in-the-future"})
    void aPlaceOrDetailThatCannotBeTrueIsLeftOutWithAWarningAndTheRowGoesIn(String column, String value, String code) {
        var row = gias(column, value);
        assertThat(row.isAccepted()).isTrue();
        assertThat(row.warnings()).extracting(Rejection::code).contains(code);
        assertThat(row.value().place() == null).isEqualTo(column.endsWith("thing") || column.equals("Easting"));
        var left = row.value().details();
        assertThat(left.establishmentNumber()).isNull();
        assertThat(left.lowAge()).isNull();
        assertThat(left.sourceChangedOn()).isNull();
    }

    @Test
    void everyDetailIsReadByTheNameOfItsColumn() {
        var details = gias("EstablishmentNumber", "123", "StatutoryLowAge", "4", "StatutoryHighAge", "11", "NurseryProvision (name)", "No Nursery Classes",
                "OfficialSixthForm (name)", "Does not have a sixth form", "Boarders (name)", "No boarders", "Gender (name)", "Mixed",
                "ReligiousCharacter (name)", "None", "AdmissionsPolicy (name)", "Non-selective", "SchoolCapacity", "420", "TrustSchoolFlag (name)", "Not applicable",
                "Federations (code)", "1234", "Federations (name)", "A Federation", "Street", "High Street", "Locality", "Green", "Address3", "Third", "County (name)",
                "Kent", "SchoolWebsite", "http://school.example", "DistrictAdministrative (name)", "Camden", "ReasonEstablishmentOpened (name)", "New Provision",
                "ReasonEstablishmentClosed (name)", "Not applicable", "Section41Approved (name)", "Not approved", "LastChangedDate", "2026-03-04").value().details();
        assertThat(details).isEqualTo(new Establishment.Details("0123", 4, 11, "No Nursery Classes", "Does not have a sixth form", "No boarders", "Mixed", "None",
                "Non-selective", 420, "Not applicable", "1234", "A Federation", "High Street", "Green", "Third", "Kent", "http://school.example", "Camden",
                "New Provision", "Not applicable", "Not approved", LocalDate.of(2026, 3, 4)));
    }

    @Test
    void detailsThatAFileLacksAreNamedSoThatTheyStayAsTheyAre() {
        var header = new ArrayList<>(GiasFormat.HEADER);
        header.removeAll(List.of("SchoolCapacity", "Section41Approved (name)"));
        assertThat(EstablishmentRows.unknownTo(Columns.of(header))).containsExactly("capacity", "section41");
        assertThat(EstablishmentRows.unknownTo(GIAS)).isEmpty();
        assertThat(Columns.of(header).missing(EstablishmentRows.REQUIRED_COLUMNS)).isEmpty();
    }

    @Test
    void aFileOfRequiredColumnsAloneSaysNothingOfDetails() {
        var row = fields(Files.gias("900001", "Street", "High Street", "SchoolCapacity", "many"));
        var school = EstablishmentRows.parse(Columns.of(EstablishmentRows.REQUIRED_COLUMNS),
                EstablishmentRows.REQUIRED_COLUMNS.stream().map(column -> row.get(GiasFormat.HEADER.indexOf(column))).toList(), 7, TODAY);
        assertThat(school.isAccepted()).isTrue();
        assertThat(school.warnings()).isEmpty();
        assertThat(school.value().details()).hasAllNullFieldsOrProperties();
    }

    @Test
    void theTextsAndCodesOfASchoolAreReadByTheNamesOfTheirColumns() {
        var school = gias("FurtherEducationType (name)", "Sixth form college", "Trusts (code)", "2854", "Trusts (name)", "A Trust", "UKPRN", "10002938").value();
        assertThat(school).extracting(Establishment::laCode, Establishment::laName, Establishment::typeName, Establishment::region, Establishment::furtherEducationType)
                .containsExactly("202", "Camden", "Community school", "H", "Sixth form college");
        assertThat(school).extracting(Establishment::trustName, Establishment::ukprn, Establishment::urbanRural, Establishment::town, Establishment::postcode)
                .containsExactly("A Trust", "10002938", "UN1", "London", "NW3 2BQ");
    }

    @Test
    void theUrnOfASchoolIsSeenAsItStandsWhereverItsColumnIs() {
        assertThat(EstablishmentRows.urn(Columns.of(List.of("EstablishmentName", "urn")), List.of("A School", " 900001"))).isEqualTo(" 900001");
    }

    @Test
    void namesAndTelephoneNumbersOfPersonsAreNeverRead() {
        var row = gias("HeadTitle (name)", "Dr", "HeadFirstName", "Ada", "HeadLastName", "Byron", "HeadPreferredJobTitle", "Principal", "PropsName", "A. Owner",
                "TelephoneNum", "02079460000");
        assertThat(row.value().toString()).doesNotContain("Ada", "Byron", "Principal", "Owner", "0207946");
    }

    @ParameterizedTest
    @CsvSource({"01-09-1965", "01/09/1965", "1965-09-01", "1/9/1965"})
    void aDayIsReadInTheFormsThatOccur(String day) {
        assertThat(gias("OpenDate", day).value().openedOn()).isEqualTo(LocalDate.of(1965, 9, 1));
    }

    @Test
    void aSchoolDoesNotCloseBeforeItOpens() {
        assertThat(gias("OpenDate", "01-09-2020", "CloseDate", "31-08-2020").rejections()).extracting(Rejection::code).containsExactly("closed-before-opened");
        assertThat(gias("OpenDate", "01-09-2020", "CloseDate", "01-09-2020").isAccepted()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"1,OpenDate,22-11-2026,true", "1,OpenDate,23-11-2026,false", "3,OpenDate,23-11-2026,false", "4,OpenDate,01-09-2027,true", "2,CloseDate,22-11-2026,true",
        "2,CloseDate,31-08-2027,false", "3,CloseDate,31-08-2027,true", "1,CloseDate,31-08-2027,true"})
    void aDayThatHasNotComeIsLeftOutWhereTheStatusSaysThatItHas(String status, String column, String day, boolean stays) {
        var row = gias("EstablishmentStatus (code)", status, column, day);
        assertThat(row.isAccepted()).isTrue();
        assertThat(row.warnings()).extracting(Rejection::code).isEqualTo(stays ? List.of() : List.of("date-in-the-future"));
        assertThat((column.equals("OpenDate") ? row.value().openedOn() : row.value().closedOn()) != null).isEqualTo(stays);
    }

    @Test
    void bytesThatAreNoCharactersAreNotTakenForAName() {
        assertThat(gias("EstablishmentName", "Caf\uFFFD").rejections()).extracting(Rejection::code).containsExactly("text-undecodable");
        assertThat(gias("EstablishmentName", "\uFFFDcole").rejections()).extracting(Rejection::code).containsExactly("text-undecodable");
        assertThat(gias("Street", "Caf\uFFFD").warnings()).extracting(Rejection::code).containsExactly("text-undecodable");
    }

    @Test
    void aNulInATextIsASpace() {
        assertThat(gias("EstablishmentName", "St\u0000 Mary\u0000").value().name()).isEqualTo("St Mary");
    }

    @Test
    void aRowWithTooFewFieldsIsTruncatedAndOneWithTooManyIsWrong() {
        var cut = EstablishmentRows.parse(GIAS, List.of("900001", "202"), 3, TODAY);
        assertThat(cut.rejections()).extracting(Rejection::code).containsExactly("row-truncated");
        assertThat(cut.urn()).isNull();
        var fields = new ArrayList<>(fields(Files.gias("900001")));
        fields.add("");
        assertThat(EstablishmentRows.parse(GIAS, fields, 3, TODAY).rejections()).extracting(Rejection::code).containsExactly("wrong-number-of-fields");
    }

    @Test
    void columnsAreBoundByNameAndMissingOnesAreNamed() {
        var header = new ArrayList<>(GiasFormat.HEADER);
        header.removeAll(List.of("GOR (code)", "URN"));
        assertThat(Columns.of(header).missing(EstablishmentRows.REQUIRED_COLUMNS)).containsExactly("URN", "GOR (code)");
        assertThat(GIAS.missing(EstablishmentRows.REQUIRED_COLUMNS)).isEmpty();
        assertThat(InspectionRows.missing(OFSTED)).isEmpty();
        assertThat(InspectionRows.missing(GIAS)).startsWith("Inspection number of latest OEIF graded inspection").doesNotContain("URN");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"URN;Reason|semicolons", "URN;Reason, why|", "'URN\tReason'|tabs", "'\tURN'|tabs", "'URN;\tReason'|semicolons", "URN Reason|",
        "URN|", "'URN,Rea;son'|", "'URN\t,Reason'|"})
    void aHeaderOfOneColumnNamesTheSeparatorThatItSeemsToHave(String header, String separator) {
        assertThat(Columns.of(List.of(header.split(","))).otherSeparator()).isEqualTo(Optional.ofNullable(separator));
    }

    @ParameterizedTest
    @ValueSource(strings = {"URN", "Inspection number of latest OEIF graded inspection", "Publication date of latest OEIF graded inspection",
        "Latest OEIF category of concern", "Latest OEIF overall effectiveness", "Latest OEIF quality of education", "Date of latest ungraded inspection",
        "Ungraded inspection publication date", "Does the ungraded inspection relate to the URN of the current school?", "URN at time of the ungraded inspection",
        "Ungraded inspection overall outcome", "Inspection start date", "Publication date", "URN at time of latest full inspection", "Curriculum and teaching",
        "Leadership and governance", "Category of concern", "Safeguarding standards"})
    void anOfstedFileThatLostOneColumnOfAGenerationIsRefusedNamingIt(String column) {
        assertThat(InspectionRows.missing(ofstedWithout(column))).containsExactly(column);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Latest ungraded inspection number                   | OEIF_GRADED REPORT_CARD",
        "Inspection number of latest full inspection         | OEIF_GRADED UNGRADED",
        "Inclusion                                           | OEIF_GRADED UNGRADED",
        "Early years (where applicable)                      | OEIF_GRADED UNGRADED REPORT_CARD",
        "Post-16 provision (where applicable)                | OEIF_GRADED UNGRADED REPORT_CARD",
        "Latest OEIF early years provision (where applicable)| OEIF_GRADED UNGRADED REPORT_CARD",
        "Latest OEIF safeguarding is effective?              | OEIF_GRADED UNGRADED REPORT_CARD"})
    void anOfstedFileMayLackAGenerationOrWhatHoldsForFewSchools(String column, String kinds) {
        var columns = ofstedWithout(column);
        assertThat(InspectionRows.missing(columns)).isEmpty();
        assertThat(InspectionRows.kinds(columns)).extracting(Kind::name).containsExactly(kinds.split(" "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Inspection number of latest graded inspection", "Overall effectiveness"})
    void aFileWithNeitherSetOfNamesOfGradedInspectionsIsMeasuredByTodays(String onlyOne) {
        assertThat(InspectionRows.missing(Columns.of(List.of("URN", onlyOne)))).startsWith("Inspection number of latest OEIF graded inspection")
                .contains("Latest OEIF overall effectiveness", "Latest OEIF quality of education").doesNotContain("URN", onlyOne);
    }

    private static Columns ofstedWithout(String column) {
        var header = OfstedFormat.HEADER.stream().map(name -> name.replace("  ", " ")).filter(name -> !name.equals(column)).toList();
        assertThat(header).hasSize(OfstedFormat.HEADER.size() - 1);
        return Columns.of(header);
    }

    @Test
    void anOfstedRowWithTooFewOrTooManyFieldsIsRejected() {
        assertThat(InspectionRows.parse(OFSTED, List.of("", "900001"), 3, TODAY).rejections()).extracting(Rejection::line, Rejection::code)
                .containsExactly(tuple(3L, "row-truncated"));
        var fields = new ArrayList<>(fields(Files.ofsted("900001")));
        fields.add("");
        assertThat(InspectionRows.parse(OFSTED, fields, 3, TODAY).rejections()).extracting(Rejection::code).containsExactly("wrong-number-of-fields");
    }

    @Test
    void capitalsAndSpacesInAHeaderDoNotCount() {
        var header = OfstedFormat.HEADER.stream().map(name -> " " + name.toUpperCase(java.util.Locale.ROOT).replace(" ", "  ") + "\u00a0").toList();
        var columns = Columns.of(header);
        assertThat(InspectionRows.missing(columns)).isEmpty();
        var row = InspectionRows.parse(columns, fields(Files.ofsted("900001", Files.graded("900001", "10245812", "15/11/2017", "not JUDGED"))), 2, TODAY);
        assertThat(row.value().inspections()).singleElement().satisfies(graded -> assertThat(graded.overallEffectiveness()).isEqualTo("Not judged"));
    }

    @Test
    void aFileFromBeforeReportCardsSpeaksOfTheOtherGenerationsOnly() {
        var header = new ArrayList<>(OfstedFormat.HEADER.subList(0, 25));
        header.addAll(OfstedFormat.HEADER.subList(55, OfstedFormat.HEADER.size()));
        assertThat(InspectionRows.missing(Columns.of(header))).isEmpty();
        assertThat(InspectionRows.kinds(Columns.of(header))).containsExactly(Kind.OEIF_GRADED, Kind.UNGRADED);
        assertThat(InspectionRows.kinds(OFSTED)).containsExactly(Kind.OEIF_GRADED, Kind.UNGRADED, Kind.REPORT_CARD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"graded", "full"})
    void theNamesThatGradedInspectionsHadBeforeAreUnderstood(String inspection) {
        var columns = Columns.of(List.of("URN", "Inspection number of latest " + inspection + " inspection", "Inspection start date", "Publication date",
                "Does the latest " + inspection + " inspection relate to the URN of the current school?", "URN at time of latest " + inspection + " inspection",
                "Overall effectiveness", "Category of concern", "Quality of education", "Behaviour and attitudes", "Personal development",
                "Effectiveness of leadership and management", "Safeguarding is effective?"));
        assertThat(InspectionRows.missing(columns)).isEmpty();
        assertThat(InspectionRows.kinds(columns)).containsExactly(Kind.OEIF_GRADED);
        var row = InspectionRows.parse(columns, List.of("900001", "10245812", "15/11/2017", "NULL", "No", "800001", "3", "NTI", "3", "2", "2", "3", "Yes"), 2, TODAY);
        assertThat(row.rejections()).isEmpty();
        assertThat(row.value().inspections()).singleElement().satisfies(graded -> {
            assertThat(graded.overallEffectiveness()).isEqualTo("3");
            assertThat(graded.categoryOfConcern()).isEqualTo("NTI");
            assertThat(graded.predecessor()).isTrue();
            assertThat(graded.grades()).containsEntry("Quality of education", "3").containsEntry("Safeguarding is effective", "Yes");
        });
    }

    @ParameterizedTest
    @CsvSource({"0,0", "1,1", "8,8", "9,9", "Not judged,Not judged", "Not applicable,9", "NULL,"})
    void everyCodeOfTheOverallJudgementIsKept(String written, String kept) {
        var row = ofsted(Files.graded("900001", "10245812", "15/11/2017", written));
        assertThat(row.value().inspections()).singleElement().satisfies(graded -> assertThat(graded.overallEffectiveness()).isEqualTo(kept));
    }

    @Test
    void aRowIsRecognisedByTheColumnsThatAreReadAndByThemAlone() {
        var fingerprint = EstablishmentRows.fingerprint(GIAS);
        var row = fingerprint.of(fields(Files.gias("900001")));
        assertThat(row).hasSize(RowFingerprint.LENGTH).isEqualTo(fingerprint.of(fields(Files.gias("900001", "HeadLastName", "Byron", "TelephoneNum", "1"))));
        assertThat(GiasFormat.HEADER.stream().filter(EstablishmentRows.REQUIRED_COLUMNS::contains)
                .filter(column -> java.util.Arrays.equals(row, fingerprint.of(fields(Files.gias("900001", column, "something else")))))).isEmpty();
        assertThat(fingerprint.of(fields(Files.gias("900001", "Street", "A", "Locality", "")))).isNotEqualTo(fingerprint.of(fields(Files.gias("900001", "Street", "",
                "Locality", "A"))));
        var shorter = new ArrayList<>(GiasFormat.HEADER);
        shorter.remove("Section41Approved (name)");
        assertThat(EstablishmentRows.fingerprint(Columns.of(shorter)).of(fields(Files.gias("900001")).subList(0, shorter.size()))).isNotEqualTo(row);
    }

    @Test
    void aRowIsAnotherOneWhenItsFieldsStandUnderOtherColumnsOrRulesChange() {
        var read = List.of("URN", "Street", "Locality");
        var fields = List.of("900001", "Green");
        var row = RowFingerprint.of(Columns.of(List.of("URN", "Street")), read, 1).of(fields);
        assertThat(RowFingerprint.of(Columns.of(List.of("URN", "Street")), read, 1).of(fields)).isEqualTo(row);
        assertThat(RowFingerprint.of(Columns.of(List.of("URN", "Street", "Town")), read, 1).of(List.of("900001", "Green", "Leeds"))).isEqualTo(row);
        assertThat(RowFingerprint.of(Columns.of(List.of("Street", "URN")), read, 1).of(List.of("Green", "900001"))).isEqualTo(row);
        assertThat(RowFingerprint.of(Columns.of(List.of("URN", "Locality")), read, 1).of(fields)).isNotEqualTo(row);
        assertThat(RowFingerprint.of(Columns.of(List.of("URN", "Street")), read, 2).of(fields)).isNotEqualTo(row);
    }

    @Test
    void aRowIsRecognisedWhateverRowsCameBeforeIt() {
        var fingerprint = RowFingerprint.of(Columns.of(List.of("URN")), List.of("URN"), 1);
        var first = fingerprint.of(List.of("900001"));
        assertThat(fingerprint.of(List.of("900002"))).isNotEqualTo(first);
        assertThat(fingerprint.of(List.of("900001"))).isEqualTo(first);
    }

    @Test
    void aSchoolWithoutInspectionsHasNone() {
        assertThat(ofsted().value().inspections()).isEmpty();
    }

    @Test
    void aGradedInspectionIsReadFromItsOwnColumns() {
        var inspection = ofsted(with(Files.graded("900001", "10245812", "15/11/2017", "3"), "Latest OEIF quality of education", "2",
                "Latest OEIF category of concern", "SWK", "Latest OEIF  safeguarding is effective?", "Yes")).value().inspections();
        assertThat(inspection).singleElement().satisfies(graded -> {
            assertThat(graded.kind()).isEqualTo(Kind.OEIF_GRADED);
            assertThat(graded.number()).isEqualTo("10245812");
            assertThat(graded.inspectedOn()).isEqualTo(LocalDate.of(2017, 11, 15));
            assertThat(graded.overallEffectiveness()).isEqualTo("3");
            assertThat(graded.categoryOfConcern()).isEqualTo("SWK");
            assertThat(graded.grades()).isEqualTo(Map.of("Quality of education", "2", "Safeguarding is effective", "Yes"));
            assertThat(graded.predecessor()).isFalse();
        });
    }

    @ParameterizedTest
    @CsvSource({"Yes,900001,false", "No,800001,true", "Yes,800001,true", "NULL,900001,false", "No,NULL,true", "NULL,NULL,false"})
    void anInspectionOfAnotherUrnIsAPredecessors(String relates, String urnAtTime, boolean predecessor) {
        var inspection = ofsted(with(Files.graded("900001", "10245812", "15/11/2017", "2"),
                "Does the latest OEIF graded inspection relate to the URN of the current school?", relates,
                "URN at time of latest OEIF graded inspection", urnAtTime)).value().inspections().get(0);
        assertThat(inspection.predecessor()).isEqualTo(predecessor);
    }

    @Test
    void threeGenerationsInOneRowStayApart() {
        var row = ofsted(with(Files.graded("900001", "10245812", "15/11/2017", "Not judged"),
                "Latest ungraded inspection number", "10224097", "Date of latest ungraded inspection", "17/04/2024",
                "Ungraded inspection overall outcome", "School remains Good",
                "Inspection number of latest full inspection", "10409667", "Inspection start date", "08/12/2025",
                "Leadership and governance", "Needs attention", "Inclusion", "Exceptional", "Safeguarding standards", "Met", "Category of concern", "RSI"));
        assertThat(row.rejections()).isEmpty();
        assertThat(row.value().inspections()).extracting(InspectedSchool.Inspection::kind).containsExactly(Kind.OEIF_GRADED, Kind.UNGRADED, Kind.REPORT_CARD);
        var card = row.value().inspections().get(2);
        assertThat(card.overallEffectiveness()).isNull();
        assertThat(card.categoryOfConcern()).isEqualTo("RSI");
        assertThat(card.grades()).isEqualTo(Map.of("Leadership and governance", "Needs attention", "Inclusion", "Exceptional", "Safeguarding standards", "Met"));
    }

    @Test
    void aFullInspectionThatOnlyRepeatsTheGradedOneIsNoReportCard() {
        var row = ofsted(with(Files.graded("900001", "10245812", "15/11/2017", "2"),
                "Inspection number of latest full inspection", "10245812", "Inspection start date", "15/11/2017"));
        assertThat(row.value().inspections()).extracting(InspectedSchool.Inspection::kind).containsExactly(Kind.OEIF_GRADED);
    }

    @ParameterizedTest
    @CsvSource({"14/11/2017,,published-before-inspected", "15/11/2017,2017-11-15,", "20/12/2017,2017-12-20,", "NULL,,"})
    void aDayOfPublicationBeforeTheInspectionIsLeftOut(String written, LocalDate publishedOn, String warning) {
        var row = ofsted(with(Files.graded("900001", "10245812", "15/11/2017", "2"), "Publication date of latest OEIF graded inspection", written));
        assertThat(row.warnings()).extracting(Rejection::code).isEqualTo(warning == null ? List.of() : List.of(warning));
        assertThat(row.value().inspections()).singleElement().satisfies(inspection -> assertThat(inspection.publishedOn()).isEqualTo(publishedOn));
    }

    @ParameterizedTest
    @CsvSource({"22/11/2026,true", "22/11/2027,true", "23/11/2027,false"})
    void anInspectionMayBeginUpToAYearAhead(String day, boolean taken) {
        assertThat(ofsted(Files.graded("900001", "10245812", day, "2")).isAccepted()).isEqualTo(taken);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Latest OEIF overall effectiveness                      | 5          | code-unknown",
        "Latest OEIF overall effectiveness                      | Good       | code-unknown",
        "Latest OEIF quality of education                       | 7          | code-unknown",
        "Latest OEIF category of concern                        | BAD        | code-unknown",
        "Inspection start date of latest OEIF graded inspection | 31/06/2020 | date-impossible",
        "Inspection start date of latest OEIF graded inspection | NULL       | value-missing",
        "Inspection start date of latest OEIF graded inspection | 15/11/2071 | date-in-the-future",
        "URN at time of latest OEIF graded inspection           | 12         | urn-invalid",
        "Inspection number of latest OEIF graded inspection     | =1+1       | code-unknown"})
    void anInspectionThatCannotBeTrueIsRejected(String column, String value, String code) {
        var row = ofsted(with(Files.graded("900001", "10245812", "15/11/2017", "2"), column, value));
        assertThat(row.rejections()).singleElement().satisfies(rejection -> {
            assertThat(rejection.column()).isEqualTo(column);
            assertThat(rejection.code()).isEqualTo(code);
        });
    }
}
