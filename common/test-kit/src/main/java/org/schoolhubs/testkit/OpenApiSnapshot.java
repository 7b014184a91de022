package org.schoolhubs.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Holds the published OpenAPI document of a service to its snapshot in contracts/openapi. */
public final class OpenApiSnapshot {
    private OpenApiSnapshot() {
    }

    /**
     * Compares the running service's document with {@code contracts/openapi/<name>.v1.yaml}; with {@code -Dcontracts.update=true} writes it instead.
     */
    public static void check(String name) {
        String document = RestAssured.given().queryParam("format", "yaml").get("/openapi").then().statusCode(200).extract().asString();
        Path snapshot = projectRoot().resolve("contracts/openapi/" + name + ".v1.yaml");
        try {
            if (Boolean.getBoolean("contracts.update")) {
                Files.createDirectories(snapshot.getParent());
                Files.writeString(snapshot, document);
                return;
            }
            assertThat(document).as("The OpenAPI document differs from %s. If the change is meant: ./mvnw test -Dcontracts.update=true", snapshot.getFileName())
                    .isEqualTo(Files.readString(snapshot));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The folder that holds contracts/, looked for upwards from the module. */
    public static Path projectRoot() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.isDirectory(folder.resolve("contracts"))) {
            folder = folder.getParent();
        }
        if (folder == null) {
            throw new IllegalStateException("No folder contracts/ above the module");
        }
        return folder;
    }
}
