package org.schoolhubs.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.schoolhubs.local.ConnectComponent;
import org.schoolhubs.local.PostgresComponent;
import org.schoolhubs.local.Secrets;
import org.schoolhubs.local.Service;
import org.schoolhubs.local.ServiceComponent;
import org.schoolhubs.local.StackConfig;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * That docker-compose.yml, the Dockerfile and what they mention fit together and give every process what the local stack gives it. Needs no container engine; where
 * there is a {@code docker compose}, it reads the file too.
 */
class ComposeTest {
    private static final Path ROOT = StackConfig.builder().build().root();
    private static final Path FILE = ROOT.resolve("docker-compose.yml");
    private static final ObjectMapper JSON = JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
    /** $$ is a dollar; ${NAME}, ${NAME:-default} and ${NAME:?message} are replaced. */
    private static final Pattern VARIABLE = Pattern.compile("\\$(?:\\$|\\{([A-Za-z_][A-Za-z0-9_]*)(:?[-?])?([^}]*)}|([A-Za-z_][A-Za-z0-9_]*))");
    private static final Pattern PROPERTY_VARIABLE = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*)(:[^}]*)?}");

    private static final Set<String> APPLICATIONS = Set.of("applications", "hubs", "support", "grants", "gateway");
    private static final Set<String> PARTS = Set.of("postgres", "kafka", "topics", "connect", "connectors", "issuer");
    /** Read by the name of its property, which therefore stands nowhere as a variable in braces. */
    private static final Map<String, Set<String>> BY_PROPERTY = Map.of("applications", Set.of("SCHOOLHUBS_IMPORTS_SPOOL"));
    private static final Set<String> KEYS_OF_A_SERVICE =
        Set.of(
            "image", "build", "profiles", "user", "read_only", "cap_drop", "security_opt", "pids_limit", "mem_limit", "shm_size", "logging", "tmpfs", "restart",
            "stop_grace_period", "healthcheck", "depends_on", "environment", "entrypoint", "command", "volumes", "networks", "ports");

    private final JsonNode compose = read();

    /** Every anchor and merge resolved. Jackson's tree does not know anchors, so it reads the file for duplicate keys only. */
    private static JsonNode read() {
        try {
            String text = Files.readString(FILE);
            YAMLMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build().readTree(text);
            LoaderOptions options = new LoaderOptions();
            options.setAllowDuplicateKeys(false);
            Object document = new Yaml(new SafeConstructor(options)).load(text);
            return JSON.valueToTree(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void everyServiceIsKnownAndComesFromAnImageOrOurDockerfile() throws IOException {
        assertThat(names(compose.path("services"))).containsExactlyInAnyOrderElementsOf(union(APPLICATIONS, PARTS));
        assertThat(names(compose).stream().filter(name -> !name.startsWith("x-"))).containsExactlyInAnyOrder("name", "services", "networks", "volumes");
        Set<String> targets = new TreeSet<>();
        Matcher stage = Pattern.compile("(?m)^FROM \\S+ AS (\\S+)$").matcher(Files.readString(ROOT.resolve("Dockerfile")));
        while (stage.find()) {
            targets.add(stage.group(1));
        }
        eachService((name, service) -> {
            assertThat(names(service)).as("keys of " + name).isSubsetOf(KEYS_OF_A_SERVICE);
            assertThat(service.has("image") ^ service.has("build")).as(name + " has an image or a build").isTrue();
            if (service.has("image")) {
                assertThat(service.path("image").asText()).as("image of " + name).matches("[a-z0-9./-]+:[0-9][0-9A-Za-z.-]*");
            } else {
                JsonNode build = service.path("build");
                assertThat(build.path("context").asText()).isEqualTo(".");
                assertThat(targets).as("stages of the Dockerfile").contains(build.path("target").asText());
                String module = build.at("/args/MODULE").asText(null);
                String part = build.at("/args/PART").asText(null);
                assertThat(build.path("target").asText()).isEqualTo(module != null ? "service" : "part");
                assertThat(ROOT.resolve(module != null ? module : "local-stack/" + part).resolve("pom.xml")).exists();
                assertThat(names(build.path("args"))).hasSize(1);
            }
        });
        assertThat(compose.at("/services/gateway/build/args/MODULE").asText()).isEqualTo("gateway");
        for (Service service : Service.values()) {
            assertThat(compose.at("/services/" + service.id() + "/build/args/MODULE").asText()).isEqualTo(service.id() + "-service");
        }
    }

    @Test
    void whatAServiceWaitsForIsThereAndCanHappen() {
        eachService((name, service) -> service.path("depends_on").fields().forEachRemaining(wait -> {
            JsonNode other = compose.path("services").path(wait.getKey());
            assertThat(other.isObject()).as(name + " waits for " + wait.getKey()).isTrue();
            assertThat(other.has("profiles")).as(name + " waits for " + wait.getKey() + ", which may not start").isFalse();
            switch (wait.getValue().path("condition").asText()) {
                case "service_healthy" -> assertThat(other.at("/healthcheck/test").isArray()).as(wait.getKey() + " has a health check").isTrue();
                case "service_completed_successfully" -> assertThat(other.path("restart").asText()).as(wait.getKey() + " ends").startsWith("on-failure");
                default -> throw new AssertionError(name + " waits for " + wait);
            }
        }));
        compose.path("services").fieldNames().forEachRemaining(name -> assertNoWayBack(name, List.of()));
    }

    @Test
    void everyNetworkAndVolumeIsDeclaredAndUsed() {
        Set<String> networks = new TreeSet<>();
        Set<String> volumes = new TreeSet<>();
        eachService((name, service) -> {
            assertThat(texts(service.path("networks"))).as("networks of " + name).isNotEmpty();
            networks.addAll(texts(service.path("networks")));
            mounts(service).filter(mount -> !mount.source().startsWith("./")).forEach(mount -> volumes.add(mount.source()));
        });
        assertThat(names(compose.path("networks"))).isEqualTo(networks);
        assertThat(names(compose.path("volumes"))).isEqualTo(volumes);
        assertThat(compose.at("/networks/inner/internal").asBoolean()).isTrue();
        for (String inside : List.of("postgres", "kafka", "topics", "connect", "connectors")) {
            assertThat(texts(compose.path("services").path(inside).path("networks"))).as(inside).containsExactly("inner");
        }
        for (String outside : List.of("gateway", "issuer")) {
            assertThat(texts(compose.path("services").path(outside).path("networks"))).as(outside).containsExactly("door");
        }
    }

    @Test
    void everyFileThatIsMentionedIsInTheRepository() throws IOException {
        eachService((name, service) -> {
            mounts(service).filter(mount -> mount.source().startsWith("./")).forEach(mount -> {
                assertThat(ROOT.resolve(mount.source())).as("mounted into " + name).exists();
                assertThat(mount.readOnly()).as(mount + " of " + name + " is read only").isTrue();
            });
            for (String part : texts(service.path("entrypoint"))) {
                if (part.endsWith(".sh")) {
                    assertThat(onThisMachine(service, part)).as("entrypoint of " + name).isExecutable();
                }
            }
        });
        assertThat(onThisMachine(compose.at("/services/postgres"), "/docker-entrypoint-initdb.d/10-databases.sh")).isExecutable();
        Path environmentExample = ROOT.resolve(".env.example");
        assertThat(environmentExample).exists();

        // The builder gets what the Dockerfile copies, of every module that is built, and nothing that must not leave.
        List<String> sent = Files.readAllLines(ROOT.resolve(".dockerignore")).stream().filter(line -> line.startsWith("!")).map(line -> line.substring(1)).toList();
        assertThat(Files.readAllLines(ROOT.resolve(".dockerignore"))).contains("**");
        List<String> needed = new ArrayList<>();
        for (String name : APPLICATIONS) {
            needed.add((name.equals("gateway") ? name : name + "-service") + "/target/quarkus-app/**");
        }
        for (String part : List.of("connect", "issuer")) {
            needed.add("local-stack/" + part + "/target/lib/**");
            needed.add("local-stack/" + part + "/target/local-" + part + ".jar");
        }
        assertThat(sent).containsExactlyInAnyOrderElementsOf(needed);
        List<String> copied = Files.readAllLines(ROOT.resolve("Dockerfile")).stream().filter(line -> line.startsWith("COPY ")).map(line -> line.split(" ")[2]).toList();
        assertThat(copied)
            .allMatch(source -> source.startsWith("${MODULE}/target/quarkus-app/") || source.startsWith("local-stack/${PART}/target/"))
            .contains("local-stack/${PART}/target/lib/", "local-stack/${PART}/target/local-${PART}.jar")
            .filteredOn(source -> source.startsWith("${MODULE}"))
            .extracting(source -> source.replace("${MODULE}/target/quarkus-app/", ""))
            .containsExactlyInAnyOrder("lib/", "*.jar", "app/", "quarkus/");
    }

    @Test
    void variablesWithoutADefaultAreThoseOfTheExampleAndSayWhatIsMissing() throws IOException {
        Set<String> needed = new TreeSet<>();
        eachText(compose, text -> {
            Matcher variable = VARIABLE.matcher(text);
            while (variable.find()) {
                assertThat(variable.group(4)).as("write ${%s}, in %s", variable.group(4), text).isNull();
                if (variable.group(1) != null && !(":-".equals(variable.group(2)) && !variable.group(3).isEmpty())) {
                    assertThat(variable.group(2)).as("compose must fail when it is missing or empty: " + text).isEqualTo(":?");
                    assertThat(variable.group(3)).as("message of " + variable.group(1)).contains(".env.example");
                    needed.add(variable.group(1));
                }
            }
            assertThat(text.replace("$$", "").replaceAll("\\$\\{[^}]*}", "")).as("a dollar that compose would read").doesNotContain("$");
        });
        Map<String, String> example = example();
        assertThat(example.keySet()).isEqualTo(needed);
        // No secret has a value that somebody could keep.
        assertThat(example).allSatisfy((name, value) -> assertThat(value.isEmpty()).as(name).isEqualTo(name.endsWith("_PASSWORD") || name.endsWith("_KEY")));
        eachService((name, service) -> service.path("environment").fields().forEachRemaining(variable -> {
            if (variable.getKey().endsWith("PASSWORD") || variable.getKey().endsWith("_KEY")) {
                assertThat(variable.getValue().asText()).as(name + " " + variable.getKey()).startsWith("${").endsWith("}");
            }
        }));
    }

    @Test
    void everyContainerIsKeptSmall() throws IOException {
        eachService((name, service) -> {
            assertThat(service.path("read_only").asBoolean()).as(name + " read_only").isTrue();
            assertThat(texts(service.path("cap_drop"))).as(name + " cap_drop").containsExactly("ALL");
            assertThat(texts(service.path("security_opt"))).as(name + " security_opt").containsExactly("no-new-privileges:true");
            assertThat(texts(service.path("tmpfs"))).as(name + " tmpfs").anyMatch(mount -> mount.startsWith("/tmp:") && mount.contains("size="));
            assertThat(service.path("mem_limit").asText()).as(name + " mem_limit").matches("[0-9]+[mg]");
            assertThat(service.path("pids_limit").asInt()).as(name + " pids_limit").isPositive();
            assertThat(service.path("restart").asText()).as(name + " restart").isIn("unless-stopped", "on-failure:3");
            assertThat(service.at("/logging/options/max-size").isTextual() && service.at("/logging/options/max-file").isTextual()).as(name + " log rotation").isTrue();
            String user = service.path("user").asText();
            if (service.has("user")) {
                assertThat(user).as(name + " user").matches("[1-9][0-9]*:[1-9][0-9]*");
            } else {
                assertThat(service.path("image").asText()).as(name + " is not root by its image").startsWith("apache/kafka:");
            }
            if (!name.equals("topics")) {
                assertThat(service.at("/healthcheck/test/0").asText()).as(name + " health check").isEqualTo("CMD");
            }
        });
        for (String name : APPLICATIONS) {
            JsonNode service = compose.path("services").path(name);
            assertThat(service.path("user").asText()).isEqualTo("185:185");
            assertThat(service.path("healthcheck").toString()).contains("/q/health/ready").contains("/127.0.0.1/" + service.at("/environment/HTTP_PORT").asText());
        }
        List<String> dockerfile = Files.readAllLines(ROOT.resolve("Dockerfile"));
        assertThat(dockerfile.stream().filter(line -> line.startsWith("USER ")).reduce((a, b) -> b)).contains("USER 185:185");
        assertThat(dockerfile).filteredOn(line -> line.startsWith("ENTRYPOINT ")).hasSize(2).allMatch(line -> line.startsWith("ENTRYPOINT [\"java\", "));
        assertThat(dockerfile).filteredOn(line -> line.startsWith("ARG BASE=")).singleElement().asString().matches(".*/openjdk-17-runtime:[0-9].*");
    }

    @Test
    void onlyTheGatewayAndTheIssuerArePublishedAndOnLoopbackOnly() {
        Map<String, List<String>> published = new HashMap<>();
        eachService((name, service) -> {
            if (service.has("ports")) {
                published.put(name, texts(service.path("ports")));
            }
        });
        assertThat(published)
            .containsOnly(Map.entry("gateway", List.of("127.0.0.1:${GATEWAY_PORT:-8080}:8080")), Map.entry("issuer", List.of("127.0.0.1:8090:8090")));
        // The issuer has one URL, inside and outside: its service name and a port that is the same on both sides.
        assertThat(compose.at("/services/issuer/profiles/0").asText()).isEqualTo("trial");
    }

    @Test
    void aServiceGetsTheVariablesThatTheLauncherGivesIt(@TempDir Path data) throws Exception {
        StackConfig config = StackConfig.builder().root(ROOT).dataDir(data).build();
        Secrets secrets = make(Secrets.class, new Class<?>[] {Path.class}, data);
        Map<String, Map<String, String>> launcher = new HashMap<>();
        Method service = ServiceComponent.class.getDeclaredMethod("of", StackConfig.class, Secrets.class, Service.class);
        service.setAccessible(true);
        for (Service each : Service.values()) {
            launcher.put(each.id(), environment(service.invoke(null, config, secrets, each)));
        }
        Method gateway = ServiceComponent.class.getDeclaredMethod("gateway", StackConfig.class);
        gateway.setAccessible(true);
        launcher.put("gateway", environment(gateway.invoke(null, config)));
        PostgresComponent postgres = make(PostgresComponent.class, new Class<?>[] {StackConfig.class, Secrets.class}, config, secrets);
        Consumer<String> quiet = line -> { };
        launcher.put(
            "connect",
            environment(
                make(
                    ConnectComponent.class,
                    new Class<?>[] {StackConfig.class, PostgresComponent.class, Secrets.class, Consumer.class},
                    config, postgres, secrets, quiet)));

        assertThat(launcher.keySet()).containsExactlyInAnyOrderElementsOf(union(APPLICATIONS, Set.of("connect")));
        launcher.forEach((name, given) -> {
            Map<String, String> here = environment(name);
            assertThat(here.keySet()).as("environment of " + name).isEqualTo(new TreeSet<>(given.keySet()));
            // Names of roles are the same everywhere: migrations grant to them.
            given.forEach((variable, value) -> {
                if (variable.endsWith("_USER")) {
                    assertThat(here.get(variable)).as(name + " " + variable).isEqualTo(value);
                }
            });
        });
        for (Service each : Service.values()) {
            Map<String, String> here = environment(each.id());
            String upper = each.name();
            assertThat(here.get("DB_URL")).isEqualTo("jdbc:postgresql://postgres:5432/" + each.id());
            assertThat(here.get("DB_APP_PASSWORD")).startsWith("${" + upper + "_APP_PASSWORD:?");
            assertThat(here.get("DB_OWNER_PASSWORD")).startsWith("${" + upper + "_OWNER_PASSWORD:?");
            assertThat(environment("connect").get(upper + "_DB_CONNECTOR_PASSWORD")).startsWith("${" + upper + "_CONNECTOR_PASSWORD:?");
            assertThat(environment("gateway").get(upper + "_URL")).isEqualTo("http://" + each.id() + ":" + here.get("HTTP_PORT"));
        }
    }

    @Test
    void aServiceGetsWhatItsPropertiesAskForAndNothingElse() throws IOException {
        String kit = Files.readString(ROOT.resolve("common/service-kit/src/main/resources/META-INF/microprofile-config.properties"));
        for (String name : APPLICATIONS) {
            boolean gateway = name.equals("gateway");
            String own = Files.readString(ROOT.resolve(gateway ? name : name + "-service").resolve("src/main/resources/application.properties"));
            Set<String> needed = new TreeSet<>();
            Set<String> known = new TreeSet<>(BY_PROPERTY.getOrDefault(name, Set.of()));
            // The gateway has no kit. Lines of other profiles (%dev, %test) do not count.
            (gateway ? own : kit + "\n" + own).lines().filter(line -> !line.startsWith("#") && !line.startsWith("%")).forEach(line -> {
                Matcher variable = PROPERTY_VARIABLE.matcher(line);
                while (variable.find()) {
                    known.add(variable.group(1));
                    if (variable.group(2) == null) {
                        needed.add(variable.group(1));
                    }
                }
            });
            assertThat(environment(name).keySet()).as("environment of " + name).containsAll(needed).isSubsetOf(known);
        }
        Set<String> asked = new TreeSet<>();
        try (Stream<Path> files = Files.list(ROOT.resolve("deploy/connect"))) {
            for (Path file : files.filter(path -> path.toString().matches(".*\\.(json|properties)")).toList()) {
                Matcher variable = Pattern.compile("\\$\\{env:([A-Z_]+)}").matcher(Files.readString(file));
                while (variable.find()) {
                    asked.add(variable.group(1));
                }
            }
        }
        assertThat(environment("connect").keySet()).isEqualTo(asked);
    }

    @Test
    void topicsConnectorsAndPeopleAreTheFilesOfTheLocalStack() throws IOException {
        assertThat(onThisMachine(compose.at("/services/topics"), "/topics/declare.sh").resolveSibling("topics.csv"))
            .isEqualTo(ROOT.resolve("deploy/topics/topics.csv"))
            .exists();
        Path connectors = onThisMachine(compose.at("/services/connectors"), "/connect/supervise.sh").getParent();
        assertThat(connectors).isEqualTo(ROOT.resolve("deploy/connect"));
        Set<String> declared = new TreeSet<>();
        try (Stream<Path> files = Files.list(connectors)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".json")).toList()) {
                JsonNode connector = JSON.readTree(Files.readString(file));
                // supervise.sh takes the first "name" at the start of a line, and sends the file as it is.
                assertThat(Files.readAllLines(file).stream().map(String::strip).filter(line -> line.startsWith("\"name\"")).findFirst().orElseThrow())
                    .isEqualTo("\"name\": \"" + connector.path("name").asText() + "\",");
                assertThat(names(connector)).containsExactlyInAnyOrder("name", "config");
                declared.add(connector.path("name").asText());
            }
        }
        assertThat(declared).isEqualTo(Arrays.stream(Service.values()).map(Service::connector).collect(Collectors.toCollection(TreeSet::new)));
        assertThat(onThisMachine(compose.at("/services/connect"), compose.at("/services/connect/command/0").asText()))
            .isEqualTo(ROOT.resolve("deploy/connect/worker.properties"))
            .exists();
        assertThat(onThisMachine(compose.at("/services/issuer"), environment("issuer").get("JSON_CONFIG_PATH")))
            .isEqualTo(ROOT.resolve("local-stack/issuer/src/main/resources/issuer.json"));
        // The volume of the offsets is where the worker writes them; that of the spool where the service does.
        assertThat(mounts(compose.at("/services/connect")).map(Mount::target))
            .contains(Path.of(environment("connect").get("CONNECT_OFFSET_FILE")).getParent().toString());
        assertThat(mounts(compose.at("/services/applications")).map(Mount::target))
            .contains(Path.of(environment("applications").get("SCHOOLHUBS_IMPORTS_SPOOL")).getParent().toString());
        for (String variable : List.of("CONNECT_OFFSET_FILE", "SCHOOLHUBS_IMPORTS_SPOOL")) {
            assertThat(environment(variable.startsWith("CONNECT") ? "connect" : "applications").get(variable)).startsWith("/var/lib/school-hubs/");
        }
        assertThat(Files.readString(ROOT.resolve("Dockerfile"))).contains("install -d -o 185 -g 185 -m 0750 /var/lib/school-hubs");
    }

    @Test
    void databaseAndBrokerAreSetUpAsInTheLocalStack() throws IOException {
        Path launcher = ROOT.resolve("local-stack/launcher/src/main/java/org/schoolhubs/local");
        List<String> command = texts(compose.at("/services/postgres/command"));
        Matcher setting = Pattern.compile("settings\\.put\\(\"([a-z_]+)\", \"([^\"]+)\"\\)").matcher(Files.readString(launcher.resolve("PostgresComponent.java")));
        // Where the container listens, and durability, are the image's own defaults.
        Set<String> defaults = Set.of("listen_addresses", "unix_socket_directories", "fsync", "synchronous_commit", "full_page_writes");
        List<String> wanted = new ArrayList<>();
        while (setting.find()) {
            if (!defaults.contains(setting.group(1))) {
                wanted.add(setting.group(1) + "=" + setting.group(2));
            }
        }
        assertThat(wanted).contains("wal_level=logical");
        assertThat(command.stream().filter(part -> part.contains("="))).containsExactlyInAnyOrderElementsOf(wanted);
        assertThat(names(compose.at("/services/postgres/environment")))
            .containsExactlyInAnyOrderElementsOf(
                Stream.concat(
                        Stream.of("POSTGRES_PASSWORD", "POSTGRES_INITDB_ARGS"),
                        Arrays.stream(Service.values()).flatMap(each -> Stream.of("OWNER", "APP", "CONNECTOR").map(role -> each.name() + "_" + role + "_PASSWORD")))
                    .toList());
        assertThat(Files.readString(ROOT.resolve("deploy/postgres/init.sh")))
            .contains("for service in " + Arrays.stream(Service.values()).map(Service::id).collect(Collectors.joining(" ")) + "; do");

        Set<String> ofThePlace = Set.of("controller.quorum.voters", "listeners", "advertised.listeners", "log.dirs");
        Map<String, String> kafka = environment("kafka");
        Matcher line = Pattern.compile("(?m)^ {8}([a-z.]+)=(\\S+)$").matcher(Files.readString(launcher.resolve("BrokerComponent.java")));
        int compared = 0;
        while (line.find()) {
            String variable = "KAFKA_" + line.group(1).toUpperCase(Locale.ROOT).replace('.', '_');
            assertThat(kafka).containsKey(variable);
            if (!ofThePlace.contains(line.group(1))) {
                assertThat(kafka.get(variable)).as(variable).isEqualTo(line.group(2));
            }
            compared++;
        }
        assertThat(compared).isGreaterThan(10);
        assertThat(kafka).containsEntry("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false");
        Matcher version = Pattern.compile("<kafka.version>([^<]+)<").matcher(Files.readString(ROOT.resolve("pom.xml")));
        assertThat(version.find()).isTrue();
        for (String name : List.of("kafka", "topics")) {
            assertThat(compose.path("services").path(name).path("image").asText()).isEqualTo("apache/kafka:" + version.group(1));
        }
    }

    @Test
    void scriptsAreShell() throws Exception {
        for (String script : List.of("deploy/connect/supervise.sh", "deploy/topics/declare.sh", "deploy/postgres/init.sh")) {
            assertThat(Files.readAllLines(ROOT.resolve(script)).get(0)).isEqualTo("#!/bin/sh");
            Run checked = run("sh", "-n", script);
            assertThat(checked.status()).as(checked.output()).isZero();
        }
    }

    @Test
    void dockerComposeTakesTheFile(@TempDir Path folder) throws Exception {
        boolean there;
        try {
            there = run("docker", "compose", "version").status() == 0;
        } catch (IOException e) {
            there = false;
        }
        assumeTrue(there, "docker compose is not on this machine: docker-compose.yml was read by this test alone.");
        Path values = folder.resolve("values.env");
        Map<String, String> complete = example();
        complete.replaceAll((name, value) -> value.isEmpty() ? "0123456789abcdef" : value);
        Files.write(values, complete.entrySet().stream().map(entry -> entry.getKey() + "=" + entry.getValue()).toList());
        Run taken = run("docker", "compose", "--file", FILE.toString(), "--env-file", values.toString(), "--profile", "trial", "config", "--quiet");
        assertThat(taken.status()).as(taken.output()).isZero();

        complete.remove("BANK_DETAILS_KEY");
        Files.write(values, complete.entrySet().stream().map(entry -> entry.getKey() + "=" + entry.getValue()).toList());
        Run refused = run("docker", "compose", "--file", FILE.toString(), "--env-file", values.toString(), "config", "--quiet");
        assertThat(refused.status()).isNotZero();
        assertThat(refused.output()).contains("BANK_DETAILS_KEY", ".env.example");
    }

    private record Mount(String source, String target, boolean readOnly) {
    }

    private record Run(int status, String output) {
    }

    private interface Check {
        void of(String name, JsonNode service);
    }

    private void eachService(Check check) {
        compose.path("services").fields().forEachRemaining(entry -> check.of(entry.getKey(), entry.getValue()));
    }

    private void assertNoWayBack(String name, List<String> before) {
        assertThat(before).as("a circle of depends_on").doesNotContain(name);
        List<String> now = new ArrayList<>(before);
        now.add(name);
        compose.path("services").path(name).path("depends_on").fieldNames().forEachRemaining(next -> assertNoWayBack(next, now));
    }

    private Map<String, String> environment(String service) {
        Map<String, String> values = new HashMap<>();
        compose.path("services").path(service).path("environment").fields().forEachRemaining(entry -> {
            assertThat(entry.getValue().isTextual()).as("%s %s is written as text", service, entry.getKey()).isTrue();
            values.put(entry.getKey(), entry.getValue().asText());
        });
        return values;
    }

    private static Stream<Mount> mounts(JsonNode service) {
        return texts(service.path("volumes")).stream().map(text -> {
            String[] parts = text.split(":");
            assertThat(parts.length).as(text).isBetween(2, 3);
            return new Mount(parts[0], parts[1], parts.length == 3 && parts[2].equals("ro"));
        });
    }

    /** The file of the checkout that a container sees under a path. */
    private static Path onThisMachine(JsonNode service, String path) {
        Mount mount =
            mounts(service)
                .filter(each -> each.source().startsWith("./") && (path.equals(each.target()) || path.startsWith(each.target() + "/")))
                .max(Comparator.comparingInt(each -> each.target().length()))
                .orElseThrow(() -> new AssertionError(path + " is not mounted"));
        Path source = ROOT.resolve(mount.source()).normalize();
        return path.equals(mount.target()) ? source : source.resolve(path.substring(mount.target().length() + 1));
    }

    private static Map<String, String> example() throws IOException {
        Map<String, String> values = new TreeMap<>();
        for (String line : Files.readAllLines(ROOT.resolve(".env.example"))) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            assertThat(line).matches("[A-Z][A-Z0-9_]*=.*");
            String[] pair = line.split("=", 2);
            assertThat(values.put(pair[0], pair[1])).as(pair[0] + " once").isNull();
        }
        return values;
    }

    private static void eachText(JsonNode node, Consumer<String> check) {
        if (node.isTextual()) {
            check.accept(node.asText());
        }
        node.forEach(child -> eachText(child, check));
    }

    private static List<String> texts(JsonNode node) {
        List<String> texts = new ArrayList<>();
        node.forEach(child -> texts.add(child.asText()));
        return texts;
    }

    private static Set<String> names(JsonNode node) {
        Set<String> names = new TreeSet<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        return Stream.concat(one.stream(), other.stream()).collect(Collectors.toCollection(TreeSet::new));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, String> environment(Object component) throws ReflectiveOperationException {
        Method method = component.getClass().getDeclaredMethod("environment");
        method.setAccessible(true);
        return (Map<String, String>) method.invoke(component);
    }

    private static <T> T make(Class<T> type, Class<?>[] parameters, Object... arguments) throws ReflectiveOperationException {
        Constructor<T> constructor = type.getDeclaredConstructor(parameters);
        constructor.setAccessible(true);
        return constructor.newInstance(arguments);
    }

    private static Run run(String... command) throws IOException, InterruptedException {
        Path output = Files.createTempFile("compose-test", ".log");
        try {
            Process process = new ProcessBuilder(command).directory(ROOT.toFile()).redirectErrorStream(true).redirectOutput(output.toFile()).start();
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError(String.join(" ", command) + " does not end");
            }
            return new Run(process.exitValue(), Files.readString(output));
        } finally {
            Files.delete(output);
        }
    }
}
