package org.schoolhubs.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** contracts/problem-types.md lists exactly the codes that stand in the catalogues of refusals. */
class ProblemTypesTest {
    /** The gateway shares no class with the kit: its catalogue implements no interface and is known by its name. */
    private static final Pattern CATALOGUE = Pattern.compile("\\benum (GatewayError|\\w+ implements ErrorCode)\\b");
    /** {@code CODE("code", 409, "Title")}, or without the code where it is made of the constant's name. */
    private static final Pattern CONSTANT = Pattern.compile("(?m)^ {4}([A-Z][A-Z0-9_]*)\\(\\s*(?:\"([a-z0-9-]+)\",\\s*)?(\\d{3}),\\s*\"([^\"]*)\"\\)\\s*[,;]");
    private static final Pattern ANY_CONSTANT = Pattern.compile("(?m)^ {4}[A-Z][A-Z0-9_]*\\(");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z0-9-]+)` \\| (\\d{3}) \\| (.*) \\| ([a-z ]+) \\|$");
    private static final Path ROOT = root();

    @Test
    void thePageListsExactlyTheCodesInTheCode() throws IOException {
        List<String> inCode = new ArrayList<>();
        for (Path catalogue : catalogues()) {
            inCode.addAll(constants(catalogue));
        }
        String page = Files.readString(ROOT.resolve("contracts/problem-types.md"));
        List<String> listed = ROW.matcher(page).results().map(row -> row(row.group(1), row.group(2), row.group(3), row.group(4))).toList();

        assertThat(listed).as("contracts/problem-types.md").doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(inCode);
    }

    private static List<Path> catalogues() throws IOException {
        List<Path> found = new ArrayList<>();
        for (String module : List.of("common/service-kit", "applications-service", "hubs-service", "support-service", "grants-service", "gateway")) {
            List<Path> ofModule;
            try (Stream<Path> sources = Files.walk(ROOT.resolve(module).resolve("src/main/java"))) {
                ofModule = sources.filter(source -> source.toString().endsWith("Error.java")).filter(ProblemTypesTest::isCatalogue).toList();
            }
            assertThat(ofModule).as("catalogues of %s", module).isNotEmpty();
            found.addAll(ofModule);
        }
        return found;
    }

    private static boolean isCatalogue(Path source) {
        return CATALOGUE.matcher(read(source)).find();
    }

    private static List<String> constants(Path catalogue) {
        String source = read(catalogue);
        String service = serviceOf(ROOT.relativize(catalogue));
        List<String> rows = CONSTANT.matcher(source).results()
                .map(constant -> row(constant.group(2) == null ? kebab(constant.group(1)) : constant.group(2), constant.group(3), constant.group(4), service))
                .toList();
        assertThat(rows).as("every constant of %s is read", catalogue.getFileName()).hasSize((int) ANY_CONSTANT.matcher(source).results().count()).isNotEmpty();
        return rows;
    }

    private static String row(String code, String status, String title, String service) {
        return code + " | " + status + " | " + title + " | " + service;
    }

    private static String kebab(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String serviceOf(Path source) {
        String module = source.getName(0).toString();
        return "common".equals(module) ? "every service" : module.replace("-service", "");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    /** The folder that holds contracts/, looked for upwards from the module. */
    static Path root() {
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
