package org.schoolhubs.kit.parcel;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.schoolhubs.testkit.Facts;
import org.schoolhubs.testkit.SharedInfrastructure;
import org.schoolhubs.testkit.Tokens;

@QuarkusTest
@QuarkusTestResource(SharedInfrastructure.class)
class JournalTest {
    private static String pack() {
        return given().auth().oauth2(Tokens.person("pat").role("packer").token()).contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString()).body("{\"label\": {\"text\": \"books\"}, \"weight\": 3}").post("/v1/parcels").path("id");
    }

    @Test
    void aFactIsWrittenWithTheChange() {
        String id = pack();
        assertThat(Facts.published("hubs.v1", id)).singleElement().satisfies(fact -> {
            assertThat(fact.type()).isEqualTo("ParcelPacked");
            assertThat(fact.payload()).contains("\"weight\": 3").contains(id);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"update journal set event_type = 'Other'", "delete from journal", "truncate journal", "drop table journal", "alter table journal disable trigger all"})
    void theApplicationCanOnlyAddToIt(String sql) {
        pack();
        assertThatThrownBy(() -> {
            try (Connection connection = SharedInfrastructure.asApplication()) {
                connection.createStatement().execute(sql);
            }
        }).isInstanceOf(SQLException.class);
    }

    @Test
    void notEvenTheOwnerChangesItByMistake() {
        pack();
        assertThatThrownBy(() -> {
            try (Connection connection = SharedInfrastructure.asOwner()) {
                connection.createStatement().execute("update journal set event_type = 'Other'");
            }
        }).hasMessageContaining("append-only");
    }

    @ParameterizedTest
    @ValueSource(strings = {"select actor_id from journal", "select * from journal", "select * from parcel", "select * from task"})
    void theConnectorReadsNothingButThePublicColumns(String sql) throws SQLException {
        try (Connection connection = SharedInfrastructure.asConnector()) {
            try (ResultSet allowed = connection.createStatement().executeQuery("select id, topic, payload from journal")) {
                assertThat(allowed.getMetaData().getColumnCount()).isEqualTo(3);
            }
            assertThatThrownBy(() -> connection.createStatement().executeQuery(sql)).hasMessageContaining("permission denied");
        }
    }

    @Test
    void thePublicationLeavesOutWhatIsHistoryOnly() throws SQLException {
        try (Connection connection = SharedInfrastructure.asOwner(); ResultSet row = connection.createStatement()
                .executeQuery("select attnames::text, rowfilter from pg_publication_tables where pubname = 'journal_public'")) {
            row.next();
            assertThat(row.getString(1)).doesNotContain("actor").doesNotContain("changed_fields");
            assertThat(row.getString(2)).contains("topic IS NOT NULL");
        }
    }
}
