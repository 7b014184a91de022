package org.schoolhubs.kit.parcel;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.schoolhubs.testkit.ProblemMatcher.problem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.schoolhubs.testkit.SharedInfrastructure;
import org.schoolhubs.testkit.Tokens;

@QuarkusTest
@QuarkusTestResource(SharedInfrastructure.class)
class PagingTest {
    @Inject
    ParcelService parcels;

    private static RequestSpecification reader() {
        return given().auth().oauth2(Tokens.person("reader").role("packer").token()).contentType("application/json");
    }

    private static String pack(String label) {
        return reader().header("Idempotency-Key", UUID.randomUUID().toString()).body("{\"label\": {\"text\": \"" + label + "\"}, \"weight\": 1}")
                .post("/v1/parcels").then().statusCode(201).extract().path("id");
    }

    private static String fresh() {
        return UUID.randomUUID().toString().substring(0, 10);
    }

    private static List<String> readAll(String label, String since, int limit) {
        List<String> ids = new ArrayList<>();
        String after = null;
        do {
            RequestSpecification request = reader().queryParam("label", label).queryParam("limit", limit);
            if (since != null) {
                request.queryParam("updatedSince", since);
            }
            if (after != null) {
                request.queryParam("after", after);
            }
            Response page = request.get("/v1/parcels");
            page.then().statusCode(200);
            ids.addAll(page.jsonPath().getList("items.id", String.class));
            after = page.path("next");
        } while (after != null);
        return ids;
    }

    @ParameterizedTest
    @CsvSource({"1", "2", "3", "7", "500"})
    void everyItemComesOnceInOrderWhateverThePageSize(int limit) {
        String label = fresh();
        List<String> packed = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            packed.add(pack(label));
        }
        assertThat(readAll(label, null, limit)).isEqualTo(packed);
        assertThat(readAll(label, "2020-01-01T00:00:00Z", limit)).isEqualTo(packed);
    }

    @ParameterizedTest
    @CsvSource({"limit,0", "limit,501", "limit,many", "after,%%%", "after,Zm9v", "updatedSince,yesterday", "updatedSince,-4714-01-01T00:00:00Z", "after,a3wA", "label,01234567890", "state,LOST", "id,12"})
    void aBadParameterIsRefusedByName(String parameter, String value) {
        reader().queryParam(parameter, value).get("/v1/parcels").then().statusCode(400).body("errors.parameter", hasItem(parameter));
    }

    @Test
    void aCursorOfTheWholeListIsNotOneOfUpdates() {
        String label = fresh();
        pack(label);
        pack(label);
        String cursor = reader().queryParam("label", label).queryParam("limit", 1).get("/v1/parcels").path("next");
        reader().queryParam("after", cursor).queryParam("updatedSince", "2020-01-01T00:00:00Z").get("/v1/parcels").then().spec(problem(400, "cursor-invalid"));
    }

    @Test
    void aCursorOfAnotherListIsRefused() {
        String ofOthers = Base64.getUrlEncoder().withoutPadding().encodeToString(("k|Crate|" + UUID.randomUUID()).getBytes(StandardCharsets.UTF_8));
        reader().queryParam("after", ofOthers).get("/v1/parcels").then().spec(problem(400, "cursor-invalid"));
        String ofParcels = Base64.getUrlEncoder().withoutPadding().encodeToString(("k|Parcel|" + UUID.randomUUID()).getBytes(StandardCharsets.UTF_8));
        reader().queryParam("after", ofParcels).get("/v1/parcels").then().statusCode(200);
    }

    @Test
    void aChangedItemComesAgainAfterItsWatermark() {
        String label = fresh();
        String first = pack(label);
        pack(label);
        String watermark = reader().queryParam("label", label).get("/v1/parcels").path("watermark");
        assertThat(readAll(label, watermark, 50)).isEmpty();
        reader().header("Idempotency-Key", UUID.randomUUID().toString()).header("If-Match", "\"0\"").post("/v1/parcels/" + first + "/sealing").then().statusCode(200);
        assertThat(readAll(label, watermark, 50)).containsExactly(first);
    }

    @Test
    void nothingThatCommitsLateIsSkipped() throws Exception {
        String label = fresh();
        String early = pack(label);
        UUID late = UUID.randomUUID();
        try (Connection held = SharedInfrastructure.asApplication(); Statement statement = held.createStatement()) {
            held.setAutoCommit(false);
            statement.execute("insert into parcel (id, version, created_at, label, weight, owner, state) values ('%s', 0, now(), '%s', 1, 'reader', 'OPEN')"
                    .formatted(late, label));
            String meanwhile = pack(label);

            Response reading = reader().queryParam("label", label).queryParam("updatedSince", "2020-01-01T00:00:00Z").get("/v1/parcels");
            // What was committed after the held transaction began waits behind it: the reader's next position is before both.
            assertThat(reading.jsonPath().getList("items.id", String.class)).containsExactly(early);
            held.commit();

            assertThat(readAll(label, reading.path("watermark"), 1)).containsExactlyInAnyOrder(late.toString(), meanwhile);
        }
    }

    @Test
    void aReaderWhoFollowsTheLastItemsInstantMissesNothingEither() throws Exception {
        String label = fresh();
        List<String> seen = new ArrayList<>();
        String since = "2020-01-01T00:00:00Z";
        List<String> written = new ArrayList<>();
        for (int round = 0; round < 10; round++) {
            try (Connection held = SharedInfrastructure.asApplication(); Statement statement = held.createStatement()) {
                held.setAutoCommit(false);
                UUID late = UUID.randomUUID();
                statement.execute("insert into parcel (id, version, created_at, label, weight, owner, state) values ('%s', 0, now(), '%s', 1, 'reader', 'OPEN')"
                        .formatted(late, label));
                written.add(pack(label));
                since = follow(label, since, seen);
                held.commit();
                written.add(late.toString());
            }
            since = follow(label, since, seen);
        }
        assertThat(seen).containsAll(written);
    }

    private static String follow(String label, String since, List<String> seen) {
        Response page = reader().queryParam("label", label).queryParam("updatedSince", since).get("/v1/parcels");
        List<String> instants = page.jsonPath().getList("items.changedAt", String.class);
        seen.addAll(page.jsonPath().getList("items.id", String.class));
        return instants.isEmpty() ? since : instants.get(instants.size() - 1);
    }

    @Test
    void aPageHasItemsNextAndWatermark() {
        reader().queryParam("label", fresh()).get("/v1/parcels").then().body("items", equalTo(List.of())).body("next", equalTo(null));
    }
}
