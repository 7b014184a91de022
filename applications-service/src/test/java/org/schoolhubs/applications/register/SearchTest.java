package org.schoolhubs.applications.register;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.schoolhubs.testkit.ProblemMatcher.problem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.schoolhubs.kernel.Roles;
import org.schoolhubs.testkit.SharedInfrastructure;
import org.schoolhubs.testkit.Tokens;

/** Finding schools: by name, postcode, kind and distance; and that an index answers each of them. */
@QuarkusTest
@QuarkusTestResource(SharedInfrastructure.class)
class SearchTest {
    private static final String LA = "771";
    private static final Map<String, String> URN_OF = new TreeMap<>();

    @BeforeEach
    void schools() {
        if (URN_OF.isEmpty()) {
            school("mary", "name", "St Mary's Church of England Primary School", "postcode", "NW3 2BQ", "phase", "PRIMARY", "easting", 528000, "northing",
                    184000);
            school("zoe", "name", "Saint Zo\u00eb's Catholic Voluntary Academy", "postcode", "NW31 1AA", "type_code", "34", "easting", 528300, "northing",
                    184400);
            school("peter", "name", "SS Peter & Paul RC School", "postcode", "N1 1AA", "easting", 529000, "northing", 184000);
            school("holly", "name", "Hollowmere CofE (VA) High School", "postcode", "N11 1AA", "status", "OPEN_PROPOSED_TO_CLOSE", "easting", 528000,
                    "northing", 194000);
            school("mine", "name", "Mine Road Pupil Referral Unit", "provision", "ALTERNATIVE_PROVISION", "status", "CLOSED", "region", "A");
        }
    }

    private static void school(String name, Object... columns) {
        var all = new ArrayList<>(Arrays.asList(columns));
        all.addAll(List.of("la_code", LA));
        URN_OF.put(name, RegisterRows.school(all.toArray()));
    }

    private static RequestSpecification reader() {
        return given().auth().oauth2(Tokens.person("reader").role(Roles.SCHOOL).token());
    }

    private static List<String> urns(String schools) {
        return schools == null ? List.of() : Arrays.stream(schools.split(" ")).map(URN_OF::get).toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            st marys                        | mary
            SAINT MARY'S                    | mary
            Saint Mary\u2019s               | mary
            primary mary                    | mary
            sai mar                         | mary
            mary c of e                     | mary
            mary CE                         | mary
            mary CofE                       | mary
            Church of England               | mary holly
            C.E. high                       | holly
            hollow                          | holly
            Hollowmere Church of England VA | holly
            ST ZOE                          | zoe
            Zo\u00eb's                      | zoe
            zoe rc                          | zoe
            roman catholic                  | zoe peter
            ss peter and paul               | peter
            Saints Paul & Peter             | peter
            st peter                        | peter
            paul st                         | peter
            mine referral                   | mine
            ary                             |
            marys hollowmere                |
            """)
    void aNameIsFoundHoweverItIsWritten(String typed, String found) {
        reader().queryParam("laCode", LA).queryParam("name", typed).get("/v1/schools").then().statusCode(200)
                .body("items.urn", containsInAnyOrder(urns(found).toArray()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            postcode  | nw32bq                 | mary
            postcode  | NW3                    | mary
            postcode  | n1                     | peter
            postcode  | N11 1AA                | holly
            postcode  | SW1A                   |
            typeCode  | 34                     | zoe
            phase     | PRIMARY                | mary
            provision | ALTERNATIVE_PROVISION  | mine
            region    | A                      | mine
            status    | CLOSED                 | mine
            open      | true                   | mary zoe peter holly
            """)
    void theListNarrows(String filter, String value, String found) {
        reader().queryParam("laCode", LA).queryParam(filter, value).get("/v1/schools").then().statusCode(200)
                .body("items.urn", containsInAnyOrder(urns(found).toArray()));
    }

    @Test
    void severalStatusesMayBeAskedFor() {
        reader().queryParam("laCode", LA).queryParam("status", "CLOSED", "OPEN_PROPOSED_TO_CLOSE").get("/v1/schools").then().statusCode(200)
                .body("items.urn", containsInAnyOrder(urns("mine holly").toArray()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            528000,184000 |     | mary zoe peter holly | 0 500 1000 10000
            528000,184000 | 1   | mary zoe peter       | 0 500 1000
            mary          | 5   | mary zoe peter       | 0 500 1000
            500000,100000 | 1   |                      |
            """)
    void schoolsAroundAPointComeNearestFirst(String near, String within, String found, String metres) {
        var request = reader().queryParam("laCode", LA).queryParam("near", URN_OF.getOrDefault(near, near));
        (within == null ? request : request.queryParam("within", within)).get("/v1/schools").then().statusCode(200).body("items.urn", equalTo(urns(found)))
                .body("items.distanceMetres", equalTo(metres == null ? List.of() : Stream.of(metres.split(" ")).map(Integer::valueOf).toList()));
    }

    @Test
    void aListByDistanceIsPagedWithoutAGapOrARepeatThoughManyAreEquallyFar() {
        var seed = System.nanoTime();
        var random = new Random(seed);
        var expected = new ArrayList<String>();
        for (int i = 0; i < 25; i++) {
            int ring = random.nextInt(4);
            expected.add("%06d %s".formatted(ring * 100, RegisterRows.school("la_code", "772", "easting", 400_000 + (i % 2 == 0 ? ring * 100 : -ring * 100),
                    "northing", 300_000)));
        }
        var seen = new ArrayList<String>();
        String after = null;
        do {
            var request = reader().queryParam("laCode", "772").queryParam("near", "400000,300000").queryParam("limit", 1 + random.nextInt(6));
            var page = (after == null ? request : request.queryParam("after", after)).get("/v1/schools").then().statusCode(200).extract();
            List<Map<String, Object>> items = page.path("items");
            items.forEach(item -> seen.add("%06d %s".formatted(((Number) item.get("distanceMetres")).intValue(), item.get("urn"))));
            after = page.path("next");
        } while (after != null);
        assertThat(seen).as("seed " + seed).containsExactlyElementsOf(expected.stream().sorted().toList());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            name=!!                                 | nothing-to-search
            postcode=London                         | no-postcode
            typeCode=99                             | unknown-value
            phase=MIDDLE                            | unknown-value
            provision=NONE                          | unknown-value
            status=OPEN&status=open                 | unknown-value
            status=OPEN&open=true                   | with-status
            within=5                                | missing
            near=1,1                                | not-in-england
            near=184498,9999999                     | not-in-england
            near=779998                             | unknown-school
            near=528159,184498&updatedSince=2026-01-01T00:00:00Z | not-here
            """)
    void aFilterThatCannotBeIsRefusedWithWhatIsWrong(String query, String code) {
        reader().get("/v1/schools?" + query).then().spec(problem(400, "filter-invalid")).body("errors[0].code", equalTo(code));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            near=north                              | invalid
            near=528159                             | filter-invalid
            near=-1,5                               | invalid
            near=528159,184498&within=0             | invalid
            near=528159,184498&within=101           | invalid
            near=528159,184498&within=x             | invalid
            near=528159,184498&limit=501            | invalid
            near=528159,184498&after=nonsense       | cursor-invalid
            near=528159,184498&after=ZHxOYU58MTAwMDAx | cursor-invalid
            open=false                              | invalid
            typeCode=abc                            | invalid
            """)
    void soIsAParameterOfAnotherForm(String query, String code) {
        reader().get("/v1/schools?" + query).then().spec(problem(400, code));
    }

    @Test
    void aSchoolWithoutAPlaceIsNoMiddle() {
        reader().queryParam("near", URN_OF.get("mine")).get("/v1/schools").then().spec(problem(400, "filter-invalid")).body("errors[0].code",
                equalTo("school-without-place"));
    }

    @Test
    void anOrdinaryListShowsNoDistance() {
        reader().queryParam("laCode", LA).get("/v1/schools").then().statusCode(200).body("items[0].distanceMetres", nullValue())
                .body("items[0].inspections", nullValue());
    }

    /** With enough schools in the register, and an expression that the database knows again. */
    @Test
    void anIndexAnswersEverySearchAndAPageCostsTheSameAtTheEnd() throws SQLException {
        try (var connection = SharedInfrastructure.asOwner(); var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("""
                    insert into school (urn, version, name, search_name, status, type_code, type_group_code, phase, provision, la_code, easting, northing,
                            postcode,
                      import_id, source_file, source_as_at)
                    select 100000 + g, 0, 'School ' || g, 'st school ' || g, 'OPEN', case when g % 2000 = 0 then '57' else '1' end, '4', 'SECONDARY',
                            'MAINSTREAM', '999', 100000 + g % 500 * 1000,
                      100000 + g / 500 * 1000, 'ZZ' || g % 90 || ' 1AA', (select import_id from school limit 1), 'x.csv', '2010-01-01'
                    from generate_series(400000, 440000) g on conflict do nothing""");
            statement.execute("analyze school");
            assertThat(plan(statement, "school_search_words(search_name) @@ cast('''400123'':* & ''saint'':*' as tsquery) and urn > '5' order by urn"))
                    .contains("school_words");
            assertThat(plan(statement, "postcode_outward(postcode) = 'ZZ7' and urn > '5' order by urn")).contains("school_of_postcode").doesNotContain("Sort");
            assertThat(plan(statement, "point(easting, northing) <@ circle(point(400000, 150000), 5000) order by point(easting, northing) <-> "
                    + "point(400000, 150000), urn"))
                    .contains("school_place");
            assertThat(plan(statement, "type_code = '57' and urn > '5' order by urn")).contains("school_of_type").doesNotContain("Sort");
            assertThat(plan(statement, "urn > '539990' order by urn")).contains("school_pkey").doesNotContain("Sort");
            connection.rollback();
        }
    }

    private static String plan(java.sql.Statement statement, String rest) throws SQLException {
        var plan = new StringBuilder();
        try (var rows = statement.executeQuery("explain select * from school where " + rest + " limit 51")) {
            while (rows.next()) {
                plan.append(rows.getString(1)).append('\n');
            }
        }
        return plan.toString();
    }
}
