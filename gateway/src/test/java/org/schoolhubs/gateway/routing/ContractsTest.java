package org.schoolhubs.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The table of routes against the documents of the services: what they publish is reachable, and open to everybody exactly where they say so. */
class ContractsTest {
    private static final Path CONTRACTS = Path.of("..", "contracts", "openapi");

    /** The gateway asks for these itself and makes one answer of them. */
    private static final String COMPOSED = "/v1/journeys/";

    private record Operation(String method, String path, boolean open) {
    }

    @ParameterizedTest
    @EnumSource(Service.class)
    void everyOperationOfAServiceHasARouteToIt(Service service) throws IOException {
        assertThat(operations(service)).isNotEmpty().allSatisfy(operation ->
                assertThat(RouteTable.of(operation.path())).as("route of %s", operation.path()).map(Route::service).contains(service));
    }

    @ParameterizedTest
    @EnumSource(Service.class)
    void aTokenIsAskedForExactlyWhereTheServiceAsksForOne(Service service) throws IOException {
        assertThat(operations(service)).allSatisfy(operation ->
                assertThat(RouteTable.isPublic(operation.method(), operation.path())).as("%s %s without a token", operation.method(), operation.path())
                        .isEqualTo(operation.open()));
    }

    private static List<Operation> operations(Service service) throws IOException {
        JsonNode paths = new YAMLMapper().readTree(CONTRACTS.resolve(service.word() + ".v1.yaml").toFile()).path("paths");
        List<Operation> operations = new ArrayList<>();
        paths.properties().forEach(path -> path.getValue().properties().forEach(method -> {
            if (method.getValue().has("operationId") && !path.getKey().startsWith(COMPOSED)) {
                String example = path.getKey().replace("{context}", service.word()).replaceAll("\\{[^}]+}", "0199f0c8");
                operations.add(new Operation(method.getKey().toUpperCase(Locale.ROOT), example, !method.getValue().has("security")));
            }
        }));
        return operations;
    }
}
