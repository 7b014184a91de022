package org.schoolhubs.applications.imports;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.response.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.schoolhubs.applications.Given;
import org.schoolhubs.kernel.Roles;
import org.schoolhubs.testkit.Tokens;

/** Files of groups, links, sharing, selections and calendars, and the requests that send them. */
final class KindFiles {
    static final List<String> GROUPS = List.of("Group UID", "Group ID", "Group Name", "Companies House Number", "Group Type (code)", "Group Type", "Closed Date",
            "Open date", "Incorporated on (open date)", "Group Status (code)", "Group Status", "Group Street", "Group Locality", "Group Address 3", "Group Town",
            "Group County", "Group Postcode", "UKPRN");
    static final List<String> GROUP_LINKS = List.of("URN", "Group UID", "Group ID", "Group Name", "Companies House Number", "Group Type (code)", "Group Type",
            "Closed Date", "Open date", "Incorporated on (open date)", "Group Status (code)", "Group Status", "Joined date", "EstablishmentName");
    static final List<String> LINKS = List.of("URN", "LinkURN", "LinkName", "LinkType", "LinkEstablishedDate");
    static final List<String> SHARING = List.of("URN", "Status", "Source", "Checked on", "Last data day");
    static final List<String> SELECTION = List.of("URN", "Reason");
    static final List<String> CALENDARS =
            List.of("LA code", "Academic year", "Term", "Starts on", "Half term starts on", "Half term ends on", "Ends on");

    private KindFiles() {
    }

    /** An open multi-academy trust. */
    static String trust(String uid, String name) {
        return uid + ",TR0" + uid + "," + name + ",07654321,06,Multi-academy trust,,,01-09-2012,OPEN,Open,1 Lane,,,Leeds,Not recorded,LS1 1AA,10098765";
    }

    static String member(String urn, String uid, String joined) {
        return urn + "," + uid + ",TR0" + uid + ",A name,,06,Multi-academy trust,,,,OPEN,Open," + joined + ",A school";
    }

    /** The three rows of a calendar. */
    static String[] calendar(String la, String year, int first) {
        int second = first + 1;
        return new String[] {
            "%s,%s,AUTUMN,03-09-%d,25-10-%d,31-10-%d,19-12-%d".formatted(la, year, first, first, first, first),
            "%s,%s,Spring,05/01/%d,16/02/%d,20/02/%d,27/03/%d".formatted(la, year, second, second, second, second),
            "%s,%s,SUMMER,13-04-%d,25-05-%d,29-05-%d,21-07-%d".formatted(la, year, second, second, second, second)};
    }

    static byte[] file(List<String> header, String... rows) {
        return Files.file(header, Files.WINDOWS_1252, rows);
    }

    /** Files of memberships and links are full ones: what other tests left would look like a file that was cut off. */
    static void forgetMembershipsAndLinks() {
        Given.update("update group_membership set left_on = greatest(joined_on, date '2014-01-01'), ended_by = import_id where left_on is null");
        Given.update("delete from school_link");
    }

    static Tokens collector() {
        return Tokens.client("collector-1").role(Roles.DATA_COLLECTOR);
    }

    static Tokens dfe() {
        return Tokens.person("dee").role(Roles.DFE);
    }

    static Response send(Tokens who, String kind, String asAt, byte[] file, Map<String, String> parameters) {
        return given().auth().oauth2(who.token())
                .config(RestAssured.config().encoderConfig(EncoderConfig.encoderConfig().appendDefaultContentCharsetToContentTypeIfUndefined(false)))
                .contentType("text/csv").queryParam("kind", kind).queryParam("asAt", asAt).queryParam("fileName", "list.csv").queryParams(parameters)
                .body(file).post("/v1/imports");
    }

    /** Sends a selection list as the Department and waits until its import is over. */
    static Response select(String cohort, byte[] file) {
        var sent = send(dfe(), "selection-list", Files.nextDay(), file, target(cohort));
        sent.then().statusCode(202);
        return Files.over(sent.path("id"));
    }

    static Map<String, String> target(String cohort) {
        return Map.of("programme", "behaviour-and-attendance-hubs", "pathway", "enhanced", "cohort", cohort);
    }

    static Response completed(Response done) {
        done.then().body("state", equalTo("COMPLETED"));
        return done;
    }

    static void counts(Response done, int created, int changed, int unchanged, int rejected) {
        done.then().body("state", equalTo("COMPLETED")).body("counts.created", equalTo(created)).body("counts.changed", equalTo(changed))
                .body("counts.unchanged", equalTo(unchanged)).body("counts.rejected", equalTo(rejected));
    }

    /** Line, column and code of each reason. */
    static void rejected(Response done, String... expected) {
        assertThat(Files.rejectedRows(done.path("id"))).extracting(row -> row.get(0) + " " + row.get(1) + " " + row.get(3))
                .containsExactlyElementsOf(Arrays.asList(expected));
    }
}
