package org.schoolhubs.applications.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.schoolhubs.applications.imports.KindFiles.counts;
import static org.schoolhubs.applications.imports.KindFiles.rejected;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.schoolhubs.applications.Given;
import org.schoolhubs.testkit.Facts;
import org.schoolhubs.testkit.SharedInfrastructure;

/** Which school followed which, from the links of either side. */
@QuarkusTest
@QuarkusTestResource(SharedInfrastructure.class)
class SuccessorsTest {
    private static final String LINKS = "gias-links";
    private static final String SCHOOLS = "gias-establishments";
    private static final String CLOSED = "2";

    private static String school(String urn, String status) {
        return Files.gias(urn, "EstablishmentStatus (code)", status);
    }

    private static String link(String urn, String linkUrn, String type) {
        return link(urn, linkUrn, type, "");
    }

    private static String link(String urn, String linkUrn, String type, String day) {
        return "%s,%s,\"Name, with comma\",%s,%s".formatted(urn, linkUrn, type, day);
    }

    /** Sends these links and those that stand already: the file is always a full one. */
    private static Response bring(String... rows) {
        var all = new ArrayList<>(standing());
        all.addAll(Arrays.asList(rows));
        return Files.bringIn(LINKS, KindFiles.file(KindFiles.LINKS, all.toArray(String[]::new)));
    }

    private static List<String> standing() {
        var text = Given.one("select coalesce(string_agg(urn || ',' || link_urn || ',' || '\"' || coalesce(link_name, '') || '\",' || link_type || ',' "
                + "|| coalesce(to_char(established_on, 'DD-MM-YYYY'), ''), '|' order by urn, link_urn), '') from school_link");
        return text.isEmpty() ? List.of() : List.of(text.split("\\|"));
    }

    private static String successor(String urn) {
        return Given.one("select successor_urn from school where urn = '" + urn + "'");
    }

    private static String work(String urn) {
        return Given.one("select string_agg(step || coalesce(': ' || detail, ''), '; ' order by id) from register_change where urn = '" + urn
                + "' and ('successorUrn' = any(fields) or 'links' = any(fields))");
    }

    @Test
    void aConversionNamesTheSuccessorOnceFromEitherSide() {
        Files.bringIn(SCHOOLS, Files.giasFile(school("821001", CLOSED), school("821002", "1"), school("821003", CLOSED), school("821004", "3")));
        var done = bring(link("821001", "821002", "Successor", "01-09-2013"), link("821002", "821001", "Predecessor", "01-09-2013"),
                link("821004", "821003", "Predecessor"));
        done.then().body("state", equalTo("COMPLETED")).body("counts.created", equalTo(3));
        assertThat(successor("821001")).isEqualTo("821002");
        assertThat(successor("821003")).as("by the predecessor link alone; open but proposed to close is open").isEqualTo("821004");
        assertThat(work("821001")).isEqualTo("REPLACE");
        assertThat(Facts.types("schools.v1", "821001")).containsExactly("SchoolUpdated", "SchoolUpdated");
        assertThat(Facts.published("schools.v1", "821001").get(1).payload()).contains("\"successorUrn\": \"821002\"");
        assertThat(Facts.types("schools.v1", "821002")).hasSize(1);
        assertThat(Files.number("select count(*) from school_version where urn = '821001' and content->>'successor_urn' is null "
                + "and superseded_by = '" + done.path("id") + "'")).isOne();
        assertThat(Files.number("select count(*) from journal where topic = 'schools.v1' and event_key = '821001' "
                + "and changed_fields = '{successorUrn}' and actor_id = 'collector-1'")).isOne();

        bring().then().body("counts.created", equalTo(0)).body("counts.changed", equalTo(0)).body("counts.missing", equalTo(0));
        assertThat(Facts.types("schools.v1", "821001")).hasSize(2);
        assertThat(work("821001")).isEqualTo("REPLACE");
    }

    @Test
    void schoolsThatMergeHaveTheSameSuccessor() {
        Files.bringIn(SCHOOLS, Files.giasFile(school("822001", CLOSED), school("822002", CLOSED), school("822003", "1"), school("822004", CLOSED), school("822005", "1")));
        bring(link("822001", "822003", "Successor"), link("822003", "822002", "Predecessor"), link("822004", "822005", "Successor - merged"));
        assertThat(successor("822001")).isEqualTo("822003");
        assertThat(successor("822002")).isEqualTo("822003");
        assertThat(List.of(work("822001"), work("822002"))).as("two lead to one").containsOnly("MERGE");
        assertThat(work("822004")).as("its link says so").isEqualTo("MERGE");
    }

    @Test
    void aChainIsFollowedToItsOpenEndThroughClosedAndUnknownSchools() {
        Files.bringIn(SCHOOLS, Files.giasFile(school("823001", CLOSED), school("823002", CLOSED), school("823003", "1"), school("823004", CLOSED)));
        bring(link("823001", "823002", "Successor"), link("823003", "823002", "Predecessor"),
                link("823004", "823999", "Successor"), link("823999", "823003", "Successor - amalgamated"));
        assertThat(successor("823001")).isEqualTo("823003");
        assertThat(successor("823002")).isEqualTo("823003");
        assertThat(successor("823004")).as("823999 is outside the register").isEqualTo("823003");
    }

    @Test
    void withoutExactlyOneOpenSuccessorNobodyFollowsAndAPersonIsAsked() {
        Files.bringIn(SCHOOLS, Files.giasFile(school("824001", CLOSED), school("824002", "1"), school("824003", "1"), school("824004", CLOSED), school("824005", CLOSED),
                school("824006", CLOSED), school("824007", CLOSED), school("824008", "4")));
        bring(link("824001", "824002", "Successor - Split School"), link("824001", "824003", "Successor - Split School"),
                link("824004", "824998", "Successor"),
                link("824005", "824006", "Successor"), link("824006", "824005", "Successor"),
                link("824007", "824008", "Successor"));
        for (var urn : List.of("824001", "824004", "824005", "824006", "824007")) {
            assertThat(successor(urn)).as(urn).isNull();
        }
        assertThat(work("824001")).isEqualTo("CLOSE: The links name 2 open successors: a person chooses.");
        assertThat(work("824004")).isEqualTo("CLOSE: The links name no open successor.");
        assertThat(work("824005")).as("a circle ends").startsWith("CLOSE");
        assertThat(work("824007")).as("proposed to open is not open").startsWith("CLOSE");
        assertThat(Facts.types("schools.v1", "824001")).hasSize(1);
    }

    @Test
    void aLinkThatHoldsLaterCountsWhenItsDayHasCome() {
        Files.bringIn(SCHOOLS, Files.giasFile(school("825101", CLOSED), school("825102", "1")));
        bring(link("825101", "825102", "Successor", "01-09-2098"));
        assertThat(successor("825101")).isNull();
        bring("").then().body("counts.unchanged", equalTo(standing().size()));
        assertThat(successor("825101")).isNull();
        Given.update("update school_link set established_on = '2015-01-01', source_as_at = '2014-12-31' where urn = '825101'");
        Files.bringIn(SCHOOLS, Files.giasFile(school("825101", CLOSED)));
        assertThat(successor("825101")).as("an unchanged register of a later day").isEqualTo("825102");
    }

    @Test
    void aSchoolThatClosesLaterFindsItsSuccessorInTheSameVersionAndEvent() {
        Files.bringIn(SCHOOLS, Files.giasFile(school("826001", "1"), school("826002", "4")));
        bring(link("826001", "826002", "Successor"));
        assertThat(successor("826001")).isNull();
        Files.bringIn(SCHOOLS, Files.giasFile(school("826001", CLOSED), school("826002", "1")));
        assertThat(successor("826001")).isEqualTo("826002");
        assertThat(work("826001")).isEqualTo("REPLACE");
        assertThat(Facts.types("schools.v1", "826001")).containsExactly("SchoolUpdated", "SchoolUpdated");
        assertThat(Facts.published("schools.v1", "826001").get(1).payload()).contains("\"successorUrn\": \"826002\"", "\"status\": \"CLOSED\"");
        assertThat(Files.number("select count(*) from journal where event_key = '826001' and changed_fields @> '{status,successorUrn}'")).isOne();

        Files.bringIn(SCHOOLS, Files.giasFile(school("826001", "1"), school("826002", "1")));
        assertThat(successor("826001")).as("it is open again").isNull();
    }

    @Test
    void aLinkThatIsGoneTakesTheSuccessorWithItAndItsHistoryIsKept() {
        Files.bringIn(SCHOOLS, Files.giasFile(school("827001", CLOSED), school("827002", "1")));
        bring(link("827001", "827002", "Successor"));
        var without = standing().stream().filter(row -> !row.startsWith("827001")).toArray(String[]::new);
        Files.bringIn(LINKS, KindFiles.file(KindFiles.LINKS, without)).then().body("state", equalTo("COMPLETED")).body("counts.missing", equalTo(1));
        assertThat(successor("827001")).isNull();
        assertThat(work("827001")).isEqualTo("REPLACE; CLOSE: The links name no open successor.");
        assertThat(Files.number("select count(*) from school_link_version where urn = '827001' and content->>'link_urn' = '827002'")).isOne();
    }

    @Test
    void badLinksAreRejectedOneByOneAndUnknownEndsAreKept() {
        int before = standing().size();
        var done = bring(link("828001", "828002", "Successor"), link("828001", "828002", "Successor"), link("828001", "828003", "Cousin"),
                link("828001", "828001", "Successor"), link("828001", "1", "Successor"), link("828001", "828004", "Predecessor", "31-02-2020"), "828001,short");
        counts(done, 1, 0, before, 6);
        int line = before + 2;
        rejected(done, (line + 2) + " LinkType code-unknown", (line + 3) + " LinkURN link-to-itself", (line + 4) + " LinkURN urn-invalid",
                (line + 5) + " LinkEstablishedDate date-impossible", (line + 6) + "  row-truncated", (line + 1) + " LinkURN link-duplicate");
        assertThat(Files.number("select count(*) from school_link where urn = '828001'")).isOne();
    }

    @ParameterizedTest
    @CsvSource({"Sixth Form Centre Link", "Children's Centre Link", "Result of Amalgamation", "Closure", "Expansion", "Other"})
    void otherLinksNameNoSuccessor(String type) {
        Files.bringIn(SCHOOLS, Files.giasFile(school("829001", CLOSED), school("829002", "1")));
        bring(link("829001", "829002", type));
        assertThat(successor("829001")).isNull();
        assertThat(Files.number("select count(*) from school_link where urn = '829001' and kind = 'OTHER'")).isPositive();
    }

    @Test
    void anUndoneClosureTakesTheSuccessorBackToo() {
        Files.bringIn(SCHOOLS, Files.giasFile(Files.gias("829201", "Trusts (code)", "829299", "Trusts (name)", "A Trust"), school("829202", "1")));
        bring(link("829201", "829202", "Successor"));
        var closing = Files.bringIn(SCHOOLS, Files.giasFile(Files.gias("829201", "Trusts (code)", "829299", "Trusts (name)", "A Trust",
                "EstablishmentStatus (code)", CLOSED)));
        assertThat(successor("829201")).isEqualTo("829202");
        assertThat(Facts.published("trusts.v1", "829299").get(1).payload()).contains("\"urns\": []");
        Files.undo(KindFiles.dfe(), closing);
        assertThat(successor("829201")).isNull();
        assertThat(Facts.published("schools.v1", "829201").get(2).payload()).contains("\"successorUrn\": null", "\"status\": \"OPEN\"");
        assertThat(Facts.published("trusts.v1", "829299").get(2).payload()).contains("\"urns\": [\"829201\"]");
    }

    @Test
    void aDryRunTellsOfSuccessorsAndLeavesEverythingAsItIs() {
        Files.bringIn(SCHOOLS, Files.giasFile(school("829301", CLOSED), school("829302", "1")));
        var all = new ArrayList<>(standing());
        all.add(link("829301", "829302", "Successor"));
        var sent = KindFiles.send(KindFiles.collector(), LINKS, Files.nextDay(), KindFiles.file(KindFiles.LINKS, all.toArray(String[]::new)), Map.of("dryRun", "true"));
        sent.then().statusCode(202);
        Files.over(sent.path("id")).then().body("state", equalTo("DRY_RUN_COMPLETED")).body("counts.created", equalTo(1));
        assertThat(successor("829301")).isNull();
        assertThat(Files.number("select count(*) from school_link where urn = '829301'")).isZero();
        assertThat(Facts.types("schools.v1", "829301")).hasSize(1);
        assertThat(Given.one("select fields::text from import_change where import_id = '" + sent.path("id") + "' and urn = '829301'"))
                .isEqualTo("{\"successorUrn\": {\"after\": \"829302\", \"before\": null}}");
    }

    @Test
    void anotherFilesHeaderIsRefused() {
        Files.bringIn(LINKS, Files.giasFile(Files.gias("829101"))).then().body("state", equalTo("REFUSED"))
                .body("failureDetail", containsString("kind gias-establishments"));
    }

    @Test
    void aPartOfALinksFileEndsNoLink() {
        Files.bringIn(SCHOOLS, Files.giasFile(school("827101", CLOSED), school("827102", "1")));
        bring(link("827101", "827102", "Successor"), link("827102", "827101", "Predecessor"), link("827103", "827102", "Other"));
        var rows = standing();
        var whole = new String(KindFiles.file(KindFiles.LINKS, rows.toArray(String[]::new)), Files.WINDOWS_1252).stripTrailing();
        for (var cut : List.of(whole.substring(0, whole.lastIndexOf(",")), whole + ",", "\"" + whole.substring(1))) {
            Files.bringIn(LINKS, cut.getBytes(Files.WINDOWS_1252)).then().body("state", equalTo("REFUSED"));
        }
        var unreadable = rows.stream().map(row -> row.startsWith("827101") ? row.replaceFirst("827101", "82710I") : row).toArray(String[]::new);
        Files.bringIn(LINKS, KindFiles.file(KindFiles.LINKS, unreadable)).then().body("state", equalTo("COMPLETED")).body("counts.rejected", equalTo(1))
                .body("counts.missing", equalTo(0));
        assertThat(successor("827101")).isEqualTo("827102");
    }
}
