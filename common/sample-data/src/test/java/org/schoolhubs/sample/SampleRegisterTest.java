package org.schoolhubs.sample;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SampleRegisterTest {
    private static final LocalDate AS_AT = LocalDate.of(2026, 8, 1);
    private static final SampleRegister REGISTER = SampleRegister.generate(7, 300, AS_AT);

    private interface Writing {
        void to(OutputStream out) throws IOException;
    }

    private static byte[] bytes(Writing writing) throws IOException {
        var out = new ByteArrayOutputStream();
        writing.to(out);
        return out.toByteArray();
    }

    private static List<NamedCsvRecord> read(byte[] file) throws IOException {
        try (var csv = CsvReader.builder().ofNamedCsvRecord(new String(file, CsvRows.WINDOWS_1252))) {
            return csv.stream().toList();
        }
    }

    private static Set<String> values(List<NamedCsvRecord> rows, String column) {
        return rows.stream().map(row -> row.getField(column)).collect(Collectors.toSet());
    }

    @Test
    void theHeadersHaveTheColumnsOfThePublishers() throws IOException {
        assertEquals(135, GiasFormat.HEADER.size());
        assertEquals("URN", GiasFormat.HEADER.get(0));
        assertEquals("AccreditationExpiryDate", GiasFormat.HEADER.get(134));
        assertTrue(GiasFormat.HEADER.containsAll(List.of("TypeOfEstablishment (code)", "GOR (code)", "Trusts (code)", "FurtherEducationType (name)", "Easting")));
        assertEquals(85, OfstedFormat.HEADER.size());
        assertEquals("Web Link (opens in new window)", OfstedFormat.HEADER.get(0));
        assertEquals("Most recent category of concern", OfstedFormat.HEADER.get(84));
        assertTrue(OfstedFormat.HEADER.contains("Latest OEIF  safeguarding is effective?"));
        assertEquals(GiasFormat.HEADER, read(bytes(REGISTER::writeGias)).get(0).getHeader());
        assertEquals(OfstedFormat.HEADER, read(bytes(REGISTER::writeOfsted)).get(0).getHeader());
    }

    @Test
    void theSameSeedGivesTheSameFilesAndAnotherGivesOthers() throws IOException {
        var again = SampleRegister.generate(7, 300, AS_AT);
        assertArrayEquals(bytes(REGISTER::writeGias), bytes(again::writeGias));
        assertArrayEquals(bytes(REGISTER::writeOfsted), bytes(again::writeOfsted));
        assertFalse(Arrays.equals(bytes(REGISTER::writeGias), bytes(SampleRegister.generate(8, 300, AS_AT)::writeGias)));
    }

    @Test
    void everyKindRegionStatusAndInspectionIsThere() throws IOException {
        var rows = read(bytes(REGISTER::writeGias));
        assertEquals(Set.of("A", "B", "D", "E", "F", "G", "H", "J", "K", "W"), values(rows, "GOR (code)"));
        assertEquals(Set.of("1", "2", "3", "4"), values(rows, "EstablishmentStatus (code)"));
        assertTrue(values(rows, "TypeOfEstablishment (code)").containsAll(Set.of("01", "07", "10", "11", "14", "15", "18", "30", "34", "39", "42", "44", "45")));
        assertEquals(Set.of("0", "1", "2", "3", "4", "5", "6", "7"), values(rows, "PhaseOfEducation (code)"));
        assertTrue(values(rows, "FurtherEducationType (name)").containsAll(Set.of("Sixth form college", "General further education college")));
        assertEquals(EnumSet.allOf(InspectionPattern.class), REGISTER.schools().stream().map(SampleSchool::inspection).collect(Collectors.toSet()));
        assertEquals(Set.of("1", "2", "3", "4", "Not judged", "NULL"), values(read(bytes(REGISTER::writeOfsted)), "Latest OEIF overall effectiveness"));
    }

    @Test
    void noPersonIsInIt() throws IOException {
        var rows = read(bytes(REGISTER::writeGias));
        for (var column : List.of("HeadTitle (name)", "HeadFirstName", "HeadLastName", "HeadPreferredJobTitle", "TelephoneNum", "PropsName")) {
            assertEquals(Set.of(""), values(rows, column), column);
        }
    }

    @Test
    void numbersAreUniqueAndInTheirRanges() {
        var schools = REGISTER.schools();
        assertEquals(300, schools.stream().map(SampleSchool::urn).distinct().count());
        assertEquals(300, schools.stream().map(SampleSchool::ukprn).distinct().count());
        assertEquals(300, schools.stream().map(SampleSchool::name).distinct().count());
        assertTrue(schools.stream().allMatch(school -> school.urn().matches("900[0-9]{3}") && school.ukprn().matches("1099[0-9]{4}")));
        assertTrue(schools.stream().allMatch(school -> school.easting() > 0 && school.easting() < 660_000 && school.northing() > 0 && school.northing() < 660_000));
    }

    @Test
    void aTrustHasOneNameAndSeveralSchools() {
        var byTrust = REGISTER.schools().stream().filter(school -> school.trustUid() != null).collect(Collectors.groupingBy(SampleSchool::trustUid));
        assertTrue(byTrust.values().stream().allMatch(schools -> schools.stream().map(SampleSchool::trustName).distinct().count() == 1));
        assertTrue(byTrust.values().stream().anyMatch(schools -> schools.size() > 2));
    }

    @Test
    void everyKindOfSettingThatRulesTellApartIsThereOpen() {
        var open = REGISTER.schools().stream().filter(SampleSchool::isOpen).map(SampleSchool::kind).collect(Collectors.toSet());
        assertEquals(EnumSet.allOf(SchoolKind.class), open);
    }

    @Test
    void groupsHoldTheTrustsOfTheSchoolsAndOthersOfEveryState() throws IOException {
        var groups = read(bytes(REGISTER::writeGroups));
        var trusts = REGISTER.schools().stream().map(SampleSchool::trustUid).filter(uid -> uid != null).collect(Collectors.toSet());
        assertTrue(values(groups, "Group UID").containsAll(trusts));
        assertEquals(groups.size(), values(groups, "Group UID").size());
        assertEquals(Set.of("OPEN", "CLOSED", "PROPOSED_TO_OPEN"), values(groups, "Group Status (code)"));
        assertTrue(values(groups, "Group Type (code)").containsAll(Set.of("01", "02", "05", "06", "08")));
        assertTrue(values(groups, "Group ID").containsAll(Set.of("", "TR95001_old", "TR95002.old")));
        assertTrue(groups.stream().map(row -> row.getField("Companies House Number")).allMatch(number -> number.isEmpty() || number.matches("[0-9]{8}")));
        assertTrue(groups.stream().map(row -> row.getField("UKPRN")).allMatch(number -> number.isEmpty() || number.matches("10[0-9]{6}")));
    }

    @Test
    void groupLinksNameOpenSchoolsAndGroupsOfTheFile() throws IOException {
        var links = read(bytes(REGISTER::writeGroupLinks));
        var open = REGISTER.schools().stream().filter(SampleSchool::isOpen).map(SampleSchool::urn).collect(Collectors.toSet());
        assertTrue(open.containsAll(values(links, "URN")));
        assertTrue(values(read(bytes(REGISTER::writeGroups)), "Group UID").containsAll(values(links, "Group UID")));
        assertTrue(links.size() > values(links, "URN").size(), "some schools have a sponsor beside their trust");
    }

    @Test
    void linksHoldConversionsMergersSplitsChainsAndTheOutside() throws IOException {
        var links = read(bytes(REGISTER::writeLinks));
        assertTrue(values(links, "LinkType").containsAll(Set.of("Successor", "Predecessor", "Successor - merged", "Successor - amalgamated",
                "Successor - Split School", "Predecessor - Split School", "Sixth Form Centre Link")));
        var urns = REGISTER.schools().stream().map(SampleSchool::urn).collect(Collectors.toSet());
        assertFalse(urns.containsAll(values(links, "LinkURN")));
        var closed = REGISTER.schools().stream().filter(school -> school.statusCode().equals("2")).map(SampleSchool::urn).collect(Collectors.toSet());
        assertEquals(8, closed.size());
        assertEquals(5, REGISTER.successors().size());
        assertTrue(closed.containsAll(REGISTER.successors().keySet()));
        assertTrue(REGISTER.successors().values().stream().noneMatch(closed::contains));
    }

    @Test
    void ownFormatsHaveTheirHeadersAndAreConsistent() throws IOException {
        assertEquals(SampleLists.SHARING_HEADER, read(bytes(REGISTER::writeAttendanceSharing)).get(0).getHeader());
        assertEquals(Set.of("SHARING", "NOT_SHARING", "UNKNOWN"), values(read(bytes(REGISTER::writeAttendanceSharing)), "Status"));
        assertEquals(20, read(bytes(out -> REGISTER.writeSelectionList(20, out))).size());
        var calendars = read(bytes(out -> REGISTER.writeTermCalendars(2026, out)));
        assertEquals(3 * values(calendars, "LA code").size(), calendars.size());
        assertTrue(values(calendars, "LA code").contains("national"));
    }

    @Test
    void aLargeFileIsStreamedWithUniqueUrns() throws IOException {
        var urns = new HashSet<String>();
        for (var row : read(bytes(out -> SampleRegister.streamGias(7, 101_000, AS_AT, out)))) {
            assertTrue(row.getField("URN").matches("[1-9][0-9]{4,5}"));
            urns.add(row.getField("URN"));
        }
        assertEquals(101_000, urns.size());
        assertThrows(IllegalArgumentException.class, () -> SampleRegister.streamGias(7, 990_001, AS_AT, OutputStream.nullOutputStream()));
    }
}
