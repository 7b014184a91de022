package org.schoolhubs.applications.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.schoolhubs.applications.imports.KindFiles.counts;
import static org.schoolhubs.applications.imports.KindFiles.file;
import static org.schoolhubs.applications.imports.KindFiles.member;
import static org.schoolhubs.applications.imports.KindFiles.rejected;
import static org.schoolhubs.applications.imports.KindFiles.trust;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.schoolhubs.testkit.Facts;
import org.schoolhubs.testkit.SharedInfrastructure;

/** Groups, and which school is in which group when. */
@QuarkusTest
@QuarkusTestResource(SharedInfrastructure.class)
class GroupFilesTest {
    private static final String GROUPS = "gias-groups";
    private static final String LINKS = "gias-group-links";

    @BeforeEach
    void aloneInTheRegister() {
        KindFiles.forgetMembershipsAndLinks();
    }

    @Test
    void groupsOfEveryKindGoInAsTheyAreWrittenAndTheSameFileChangesNothing() {
        byte[] groups = file(KindFiles.GROUPS,
                trust("710001", "The \u2018Odd\u2019 Trust & Caf\u00e9"),
                "710002,TR01234_old,Old Trust,1234567,10,Single-academy trust,31/08/2020,,01/09/2012,CLOSED,Closed,,,,,,,",
                "710003,,Valley Federation,,01,Federation,,01/09/2015,,OPEN,Open,,,,,Not recorded,,",
                "710004,SP00001,A Sponsor,,05,School sponsor,,,,PROPOSED_TO_OPEN,Proposed to open,,,,,,,");
        counts(Files.bringIn(GROUPS, groups), 4, 0, 0, 0);
        assertThat(Facts.published("trusts.v1", "710001").get(0).payload()).contains("\"type\": \"MULTI_ACADEMY_TRUST\"", "\"urns\": []",
                "\"openedOn\": \"2012-09-01\"", "\"ukprn\": \"10098765\"", "The \u2018Odd\u2019 Trust & Caf\u00e9");
        assertThat(Facts.published("trusts.v1", "710002").get(0).payload()).contains("\"status\": \"CLOSED\"", "\"closedOn\": \"2020-08-31\"",
                "\"companiesHouseNumber\": \"01234567\"", "\"groupId\": \"TR01234_old\"");
        assertThat(Facts.types("trusts.v1", "710003")).as("a federation is no trust").isEmpty();
        assertThat(Files.number("select count(*) from establishment_group where uid = '710003' and group_id is null and county is null and type_code = '1'")).isOne();

        counts(Files.bringIn(GROUPS, groups), 0, 0, 4, 0);
        assertThat(Facts.types("trusts.v1", "710001")).hasSize(1);
        assertThat(Files.number("select count(*) from establishment_group_version where uid like '71000_'")).isZero();
    }

    @Test
    void aGroupThatDiffersIsVersionedAndOneThatIsMissingIsCountedAndStays() {
        Files.bringIn(GROUPS, file(KindFiles.GROUPS, trust("711001", "Before"), trust("711002", "Stays")));
        var second = Files.bringIn(GROUPS, file(KindFiles.GROUPS, trust("711001", "After")));
        counts(second, 0, 1, 0, 0);
        assertThat(second.<Integer>path("counts.missing")).isPositive();
        assertThat(Files.number("select count(*) from establishment_group_version where uid = '711001' and version = 0 and content->>'name' = 'Before' "
                + "and valid_to > valid_from and superseded_by = '" + second.path("id") + "'")).isOne();
        assertThat(Files.number("select count(*) from establishment_group where uid = '711002' and status = 'OPEN'")).isOne();
        assertThat(Facts.types("trusts.v1", "711001")).hasSize(2);
        assertThat(Files.number("select count(*) from journal where topic = 'trusts.v1' and event_key = '711001' and aggregate_version = 1 "
                + "and changed_fields = '{name}' and actor_id = 'collector-1'")).isOne();
    }

    @Test
    void badGroupsAreRejectedOneByOne() {
        var done = Files.bringIn(GROUPS, file(KindFiles.GROUPS,
                trust("712001", "Good"),
                trust("0", "No such UID"),
                trust("712001", "Twice"),
                trust("712002", ""),
                trust("712003", "Type").replace(",06,", ",99,"),
                trust("712004", "Status").replace(",OPEN,", ",AJAR,"),
                trust("712005", "Day").replace("01-09-2012", "31-02-2012"),
                trust("712006", "Company").replace("07654321", "12"),
                "712007,too,short"));
        counts(done, 1, 0, 0, 8);
        rejected(done, "3 Group UID code-unknown", "5 Group Name value-missing", "6 Group Type (code) code-unknown", "7 Group Status (code) code-unknown",
                "8 Incorporated on (open date) date-impossible", "9 Companies House Number code-unknown", "10  row-truncated",
                "4 Group UID group-duplicate");
    }

    @Test
    void aFileWithoutUkprnAndAddressLeavesWhatTheRegisterKnows() {
        Files.bringIn(GROUPS, file(KindFiles.GROUPS, trust("713001", "Kept")));
        var older = file(KindFiles.GROUPS.subList(0, 11), "713001,TR0713001,Kept,07654321,06,Multi-academy trust,,,01-09-2012,OPEN,Open");
        counts(Files.bringIn(GROUPS, older), 0, 0, 1, 0);
        assertThat(Files.number("select count(*) from establishment_group where uid = '713001' and ukprn = '10098765' and town = 'Leeds'")).isOne();
    }

    @Test
    void anotherFilesHeaderIsRefusedNamingWhatIsMissing() {
        Files.bringIn(GROUPS, file(KindFiles.LINKS, "100001,100002,,Successor,")).then().body("state", equalTo("REFUSED"))
                .body("failureCode", equalTo("file-of-another-kind")).body("failureDetail", containsString("gias-links"));
        Files.bringIn(LINKS, file(KindFiles.GROUPS, trust("714001", "A"))).then().body("failureCode", equalTo("file-of-another-kind"))
                .body("failureDetail", containsString("kind gias-groups"));
        Files.bringIn(GROUPS, file(KindFiles.GROUP_LINKS, member("100001", "714001", ""))).then().body("failureCode", equalTo("file-of-another-kind"))
                .body("failureDetail", containsString("kind gias-group-links"));
        Files.bringIn(GROUPS, file(List.of("Group UID", "Group Name"), "714001,A")).then().body("failureCode", equalTo("column-missing"))
                .body("failureDetail", containsString("\"Group ID\""));
    }

    @Test
    void aTrustKnownOnlyByItsSchoolsIsPublishedWithThem() {
        Files.bringIn("gias-establishments", Files.giasFile(Files.gias("811001", "Trusts (code)", "715001", "Trusts (name)", "By Its Schools"),
                Files.gias("811002", "Trusts (code)", "715001", "Trusts (name)", "By Its Schools", "EstablishmentStatus (code)", "2")));
        assertThat(Facts.published("trusts.v1", "715001").get(0).payload()).contains("\"urns\": [\"811001\"]", "\"type\": null", "\"status\": null");
        Files.bringIn("gias-establishments", Files.giasFile(Files.gias("811001", "Trusts (code)", "715002", "Trusts (name)", "Another")));
        assertThat(Facts.published("trusts.v1", "715001").get(1).payload()).contains("\"urns\": []");
        assertThat(Facts.published("trusts.v1", "715002").get(0).payload()).contains("\"urns\": [\"811001\"]");
    }

    @Test
    void schoolsJoinAndLeaveGroupsAsTheFileSays() {
        Files.bringIn("gias-establishments", Files.giasFile(Files.gias("812001"), Files.gias("812002")));
        Files.bringIn(GROUPS, file(KindFiles.GROUPS, trust("716001", "First"), trust("716002", "Second"),
                "716003,,Federation,,01,Federation,,01/09/2015,,OPEN,Open,,,,,,,"));
        byte[] first = file(KindFiles.GROUP_LINKS, member("812001", "716001", "01-09-2012"), member("812001", "716003", ""), member("812002", "716001", "01/01/2013"));
        counts(Files.bringIn(LINKS, first), 3, 0, 0, 0);
        assertThat(Facts.published("trusts.v1", "716001").get(1).payload()).contains("\"urns\": [\"812001\", \"812002\"]");
        counts(Files.bringIn(LINKS, first), 0, 0, 3, 0);
        assertThat(Facts.types("trusts.v1", "716001")).hasSize(2);

        var moved = Files.bringIn(LINKS, file(KindFiles.GROUP_LINKS, member("812001", "716002", "01-06-2014"), member("812002", "716001", "02/01/2013")));
        counts(moved, 1, 1, 0, 0);
        moved.then().body("counts.missing", equalTo(2));
        assertThat(Files.number("select count(*) from group_membership where uid = '716001' and urn = '812001' and left_on = '2014-06-01' and ended_by = '"
                + moved.path("id") + "'")).as("left on the day it joined the next trust").isOne();
        assertThat(Files.number("select count(*) from group_membership m join register_import i on i.id = m.ended_by where m.uid = '716003' and m.left_on = i.as_at"))
                .as("a federation is left on the day of the file").isOne();
        assertThat(Files.number("select count(*) from group_membership_version where urn = '812002' and content->>'joined_on' = '2013-01-01'")).isOne();
        assertThat(Facts.published("trusts.v1", "716001").get(2).payload()).contains("\"urns\": [\"812002\"]");
        assertThat(Facts.published("trusts.v1", "716002").get(1).payload()).contains("\"urns\": [\"812001\"]");
        assertThat(Files.number("select count(*) from register_change where urn = '812001' and step = 'OTHER' and fields = '{trusts}' and import_id = '"
                + moved.path("id") + "'")).isOne();
    }

    @Test
    void aMembershipThatBeginsLaterDoesNotCountYet() {
        Files.bringIn("gias-establishments", Files.giasFile(Files.gias("813001"), Files.gias("813002")));
        Files.bringIn(GROUPS, file(KindFiles.GROUPS, trust("717001", "Later")));
        Files.bringIn(LINKS, file(KindFiles.GROUP_LINKS, member("813001", "717001", "01-09-2012"), member("813002", "717001", "01-09-2099")));
        assertThat(Facts.published("trusts.v1", "717001").get(1).payload()).contains("\"urns\": [\"813001\"]");
    }

    @Test
    void badMembershipsAreRejectedOneByOne() {
        Files.bringIn("gias-establishments", Files.giasFile(Files.gias("814001"), Files.gias("814002")));
        Files.bringIn(GROUPS, file(KindFiles.GROUPS, trust("718001", "Good")));
        Files.bringIn(LINKS, file(KindFiles.GROUP_LINKS, member("814002", "718001", "01-09-2012")));
        var done = Files.bringIn(LINKS, file(KindFiles.GROUP_LINKS,
                member("814001", "718001", "01-09-2012"),
                member("814001", "718001", "01-09-2013"),
                member("819999", "718001", ""),
                member("814001", "718999", ""),
                member("814002", "718001", "30-02-2012"),
                member("x", "718001", "")));
        counts(done, 1, 0, 0, 5);
        rejected(done, "6 Joined date date-impossible", "7 URN urn-invalid", "3 URN link-duplicate", "4 URN school-unknown", "5 Group UID group-unknown");
        assertThat(Files.number("select count(*) from group_membership where urn = '814002' and left_on is null")).as("a rejected line ends nothing").isOne();
    }

    @Test
    void partOfAFileEndsNothing() {
        var schools = IntStream.range(815100, 815160).mapToObj(String::valueOf).toList();
        Files.bringIn("gias-establishments", Files.giasFile(schools.stream().map(urn -> Files.gias(urn)).toArray(String[]::new)));
        Files.bringIn(GROUPS, file(KindFiles.GROUPS, trust("719001", "Large")));
        Files.bringIn(LINKS, file(KindFiles.GROUP_LINKS, schools.stream().map(urn -> member(urn, "719001", "")).toArray(String[]::new)));
        Files.bringIn(LINKS, file(KindFiles.GROUP_LINKS, List.of(member("815100", "719001", "")).toArray(String[]::new))).then()
                .body("state", equalTo("REFUSED")).body("failureCode", equalTo("file-incomplete"));
        assertThat(Files.number("select count(*) from group_membership where uid = '719001' and left_on is null")).isEqualTo(60);
    }

    @Test
    void aSchoolWithARejectedLineLeavesNothingWhateverIsWrongWithTheLine() {
        Files.bringIn("gias-establishments", Files.giasFile(Files.gias("816001"), Files.gias("816002"), Files.gias("816003")));
        Files.bringIn(GROUPS, file(KindFiles.GROUPS, trust("713001", "Good")));
        Files.bringIn(LINKS, file(KindFiles.GROUP_LINKS, member("816001", "713001", ""), member("816002", "713001", ""), member("816003", "713001", "")));
        var unknownGroup = Files.bringIn(LINKS, file(KindFiles.GROUP_LINKS, member("816001", "718998", ""), "816002,713001,too short", member("816003", "713001", "")));
        counts(unknownGroup, 0, 0, 1, 2);
        unknownGroup.then().body("counts.missing", equalTo(0));
        var whose = Files.bringIn(LINKS, file(KindFiles.GROUP_LINKS, member("816001", "713001", ""), member("8l6002", "713001", ""), member("816003", "713001", "")));
        counts(whose, 0, 0, 2, 1);
        assertThat(Files.number("select count(*) from group_membership where uid = '713001' and left_on is null")).as("the line that nobody can read may be 816002's")
                .isEqualTo(3);
    }

    @Test
    void schoolsThatLeaveTheirTrustAreListedAndGuarded() {
        var schools = IntStream.range(817100, 817160).mapToObj(String::valueOf).toList();
        Files.bringIn("gias-establishments", Files.giasFile(schools.stream().map(urn -> Files.gias(urn)).toArray(String[]::new)));
        Files.bringIn(GROUPS, file(KindFiles.GROUPS, trust("714001", "From"), trust("714002", "To")));
        Files.bringIn(LINKS, file(KindFiles.GROUP_LINKS, schools.stream().map(urn -> member(urn, "714001", "")).toArray(String[]::new)));
        var moved = Files.tryOut(LINKS, file(KindFiles.GROUP_LINKS, schools.stream().map(urn -> member(urn, urn.equals("817100") ? "714002" : "714001", ""))
                .toArray(String[]::new)));
        moved.then().body("state", equalTo("DRY_RUN_COMPLETED")).body("report.movedTrust", equalTo(1));
        Files.collector().get("/v1/imports/" + moved.path("id") + "/changes").then().statusCode(200).body("items.urn", equalTo(List.of("817100")))
                .body("items[0].changes", equalTo(List.of("MOVED_TRUST"))).body("items[0].fields.groups.before", equalTo("714001"))
                .body("items[0].fields.groups.after", equalTo("714002"));
        var many = Files.bringIn(LINKS, file(KindFiles.GROUP_LINKS, schools.stream().map(urn -> member(urn, Integer.parseInt(urn) < 817125 ? "714002" : "714001", ""))
                .toArray(String[]::new)));
        many.then().body("state", equalTo("AWAITING_CONFIRMATION")).body("report.guard.closedOrMoved", equalTo(25));
        assertThat(Files.number("select count(*) from group_membership where uid = '714001' and left_on is null")).isEqualTo(60);
    }
}
