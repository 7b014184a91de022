package org.schoolhubs.applications.register;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.schoolhubs.testkit.ProblemMatcher.problem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.schoolhubs.applications.imports.Files;
import org.schoolhubs.kernel.Roles;
import org.schoolhubs.kernel.Urn;
import org.schoolhubs.testkit.SharedInfrastructure;
import org.schoolhubs.testkit.Tokens;

@QuarkusTest
@QuarkusTestResource(SharedInfrastructure.class)
class SchoolTest {
    private static final String LA = "777";
    private static boolean prepared;

    @Inject
    SchoolRegister register;

    @BeforeEach
    void aRegister() {
        if (!prepared) {
            Files.bringIn("gias-establishments", Files.giasFile(
                    school("770001", "EstablishmentName", "St Zo\u00eb's School", "Trusts (code)", "777001", "Trusts (name)", "Seventh Trust"),
                    school("770002", "EstablishmentName", "Hollowmere High", "EstablishmentStatus (code)", "2", "CloseDate", "31-08-2020"),
                    school("770003", "EstablishmentName", "Brackenmoor Primary", "PhaseOfEducation (code)", "2", "GOR (code)", "A"),
                    school("770004", "EstablishmentName", "Zoe Zinc", "TypeOfEstablishment (code)", "18", "EstablishmentTypeGroup (code)", "1",
                            "PhaseOfEducation (code)", "6", "FurtherEducationType (name)", "Sixth form college"))).then().body("state", equalTo("COMPLETED"));
            Files.bringIn("ofsted-inspections", Files.ofstedFile(Files.ofsted("770001", Files.graded("770001", "10770001", "15/11/2017", "2"))));
            prepared = true;
        }
    }

    private static String school(String urn, String... more) {
        var all = new ArrayList<>(List.of("LA (code)", LA, "LA (name)", "Seven"));
        all.addAll(List.of(more));
        return Files.gias(urn, all.toArray(String[]::new));
    }

    private static RequestSpecification reader() {
        return given().auth().oauth2(Tokens.person("reader").role(Roles.SCHOOL).token());
    }

    @Test
    void aSchoolIsShownWithItsSourceAndItsInspections() {
        reader().get("/v1/schools/770001").then().statusCode(200).header("ETag", notNullValue()).body("name", equalTo("St Zo\u00eb's School"))
                .body("phase", equalTo("SECONDARY")).body("provision", equalTo("MAINSTREAM")).body("trustUid", equalTo("777001"))
                .body("source.fileName", equalTo("file.csv")).body("source.asAt", notNullValue()).body("source.importId", notNullValue())
                .body("inspections[0].kind", equalTo("OEIF_GRADED")).body("inspections[0].predecessor", equalTo(false))
                .body("inspections[0].inspectedOn", equalTo("2017-11-15")).body("percentFsm", nullValue());
        reader().get("/v1/trusts/777001").then().statusCode(200).body("openSchools", equalTo(1));
    }

    @Test
    void otherFeaturesReadTheSameThing() {
        var school = register.find(new Urn("770004")).orElseThrow();
        assertThat(school.provision()).isEqualTo(Provision.COLLEGE);
        assertThat(school.furtherEducationType()).isEqualTo("Sixth form college");
        assertThat(school.typeCode()).isEqualTo("18");
        assertThat(register.inspections(new Urn("770001"))).singleElement().satisfies(inspection -> {
            assertThat(inspection.kind()).isEqualTo(InspectionRecord.Kind.OEIF_GRADED);
            assertThat(inspection.overallEffectiveness()).isEqualTo("2");
            assertThat(inspection.reportCardGrades()).isEmpty();
            assertThat(inspection.urnAtTime()).isEqualTo(new Urn("770001"));
        });
        assertThat(register.find(new Urn("779999"))).isEmpty();
        assertThat(register.inspections(new Urn("770002"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "name,st zoes,770001", "name,ZO\u00cb,770001", "name,ho%lo,", "name,hollowmere,770002", "status,CLOSED,770002", "phase,PRIMARY,770003",
        "region,A,770003", "trustUid,777001,770001", "phase,SIXTEEN_PLUS,770004"})
    void theListNarrows(String filter, String value, String urn) {
        reader().queryParam("laCode", LA).queryParam(filter, value).get("/v1/schools").then().statusCode(200)
                .body("items.urn", urn == null ? equalTo(List.of()) : hasItem(urn)).body("items.urn", not(hasItem("770009")));
    }

    @Test
    void theListIsPagedByUrnWithoutAGapOrARepeat() {
        var seen = new ArrayList<String>();
        String after = null;
        do {
            var request = reader().queryParam("laCode", LA).queryParam("limit", 1);
            var page = (after == null ? request : request.queryParam("after", after)).get("/v1/schools").then().statusCode(200).extract();
            seen.addAll(page.path("items.urn"));
            after = page.path("next");
        } while (after != null);
        assertThat(seen).containsExactly("770001", "770002", "770003", "770004");
    }

    @Test
    void whatChangedSinceIsFoundByTheWatermark() {
        String watermark = reader().get("/v1/schools?limit=1").path("watermark");
        reader().queryParam("laCode", LA).queryParam("updatedSince", watermark).get("/v1/schools").then().statusCode(200).body("items.size()", equalTo(0));
    }

    @ParameterizedTest
    @CsvSource({"phase,MIDDLE,filter-invalid", "status,open,filter-invalid", "laCode,20,invalid", "trustUid,TR1,invalid", "region,HH,invalid", "name,x,invalid",
        "limit,501,invalid", "after,nonsense,cursor-invalid", "updatedSince,yesterday,parameter-invalid"})
    void aFilterThatCannotBeIsRefused(String filter, String value, String code) {
        reader().queryParam(filter, value).get("/v1/schools").then().spec(problem(400, code));
    }

    @Test
    void aUrnHasAFormAndAnUnknownOneIsNotThere() {
        reader().get("/v1/schools/abc").then().spec(problem(400, "urn-invalid"));
        reader().get("/v1/schools/779999").then().spec(problem(404, "not-found"));
        reader().get("/v1/trusts/779999").then().spec(problem(404, "not-found"));
        reader().get("/v1/trusts/TR01").then().spec(problem(400, "trust-uid-invalid"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/schools", "/v1/schools/770001", "/v1/trusts/777001"})
    void theRegisterNeedsATokenOfWhateverRole(String path) {
        given().get(path).then().spec(problem(401, "unauthenticated"));
        given().auth().oauth2(Tokens.client("m").role(Roles.AUDITOR).token()).get(path).then().statusCode(200);
    }

    @Test
    void noPersonIsInTheRegister() {
        assertThat(Files.number("select count(*) from information_schema.columns where table_name in ('school', 'school_version', 'trust', 'inspection') "
                + "and (column_name like '%head%' or column_name like '%phone%' or column_name like '%props%')")).isZero();
    }
}
