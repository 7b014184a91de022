package org.schoolhubs.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is promised about starting and ending: one owner per data directory, clear refusals, no process left over. */
class LauncherTest {

  private static final Duration LIMIT = Duration.ofSeconds(40);

  @TempDir Path data;

  @ParameterizedTest
  @CsvSource({"INT, 2", "TERM, 15"})
  void endsItsProcessesOnASignalAndThoseThatAKilledLauncherLeftBehind(String signal, int number) throws Exception {
    assumeFalse(isIgnored(number), "whoever started the tests has them ignore the signal, as a shell does for its background jobs");
    StackConfig config = StackConfig.builder().dataDir(data).freePorts().build();
    Process killed = launch(config);
    List<ProcessHandle> orphans = readyProcesses(killed);
    killed.destroyForcibly().waitFor();
    assertThat(orphans).isNotEmpty().allMatch(ProcessHandle::isAlive);

    Process signalled = launch(config);
    List<ProcessHandle> processes = readyProcesses(signalled);
    assertThat(processes).doesNotContainAnyElementsOf(orphans);
    OsProcess.signal(signalled.pid(), signal);
    assertThat(signalled.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)).as("the launcher ends").isTrue();

    List<ProcessHandle> all = new ArrayList<>(orphans);
    all.addAll(processes);
    Await.until("all processes are gone", LIMIT, () -> all.stream().noneMatch(LauncherTest::runs), () -> null);
  }

  @Test
  void refusesATakenPortBeforeItStartsAnything() throws IOException {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      StackConfig config =
          StackConfig.builder().dataDir(data).freePorts().port(Port.CONNECT, other.getLocalPort()).parts(Part.infrastructure()).build();
      try (LocalStack stack = new LocalStack(config, line -> {})) {
        assertThatThrownBy(stack::start)
            .isInstanceOf(PortTakenException.class)
            .hasMessage(
                "Port %d is in use, and Kafka Connect wants it. End the process that holds it, or choose another with --connect-port=<port> or SCHOOL_HUBS_CONNECT_PORT=<port>."
                    .formatted(other.getLocalPort()));
        assertThat(stack.components()).noneMatch(Component::isAlive);
      }
    }
    assertThat(data.resolve("postgres")).doesNotExist();
  }

  @Test
  void refusesADataDirectoryInUse() {
    StackConfig config = StackConfig.builder().dataDir(data).freePorts().build();
    try (LocalStack first = new LocalStack(config, line -> {})) {
      assertThat(first.config()).isEqualTo(config);
      assertThatThrownBy(() -> new LocalStack(config, line -> {}))
          .isInstanceOf(LocalStackException.class)
          .hasMessageContaining("--data=<folder>");
    }
  }

  @Test
  void issuesTokensOfPeopleClientsAndAnyClaims() {
    StackConfig config = StackConfig.builder().dataDir(data).freePorts().parts(EnumSet.of(Part.ISSUER)).build();
    try (LocalStack stack = new LocalStack(config, line -> {})) {
      stack.start();
      assertThat(claims(stack.issuer().personToken("pat-programme")))
          .contains("\"iss\":\"" + config.issuerUrl() + "\"", "\"aud\":\"school-hubs\"", "\"token_use\":\"person\"", "programme-team");
      assertThat(claims(stack.issuer().clientToken("data-collector"))).contains("\"token_use\":\"client\"", "data-collector");
      Map<String, Object> chosen = Map.of("sub", "someone", "roles", List.of("trust"), "organisations", List.of("uid:17"));
      assertThat(claims(stack.issuer().token(chosen))).contains("\"sub\":\"someone\"", "uid:17", "\"aud\":\"school-hubs\"");
    }
  }

  @Test
  void keepsPasswordsForItsOwnerOnly() throws IOException {
    Secrets secrets = new Secrets(data);
    String password = secrets.password("hubs_app");
    assertThat(password).hasSizeGreaterThanOrEqualTo(32).isNotEqualTo(secrets.password("hubs_owner"));
    assertThat(new Secrets(data).password("hubs_app")).isEqualTo(password);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("secrets.properties")))).isEqualTo("rw-------");
  }

  @Test
  void optionsWinOverTheEnvironmentAndAreChecked() {
    StackConfig config =
        StackConfig.builder()
            .environment(Map.of("SCHOOL_HUBS_HUBS_PORT", "9001", "SCHOOL_HUBS_GRANTS_PORT", "9002", "SCHOOL_HUBS_SERVICE_HEAP", "300"))
            .options(List.of("--hubs-port=9003", "--parts=postgres,hubs", "--data=" + data))
            .build();
    assertThat(config.port(Port.HUBS)).isEqualTo(9003);
    assertThat(config.port(Port.GRANTS)).isEqualTo(9002);
    assertThat(config.heaps().service()).isEqualTo(300);
    assertThat(config.parts()).isEqualTo(Set.of(Part.POSTGRES, Part.HUBS));
    assertThatThrownBy(() -> StackConfig.builder().options(List.of("--hubs-port=many"))).hasMessageContaining("--hubs-port");
    assertThatThrownBy(() -> StackConfig.builder().options(List.of("--colour=red"))).hasMessageContaining("--colour");
    assertThatThrownBy(() -> StackConfig.builder().options(List.of("--parts=moon"))).hasMessageContaining("moon");
  }

  private Process launch(StackConfig config) throws IOException {
    List<String> command = new ArrayList<>(List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Dproject.root=" + config.root(),
        "-cp",
        System.getProperty("java.class.path"),
        Launcher.class.getName(),
        "--data=" + data,
        "--parts=postgres,issuer"));
    for (Port port : Port.values()) {
      command.add(port.option() + "=" + config.port(port));
    }
    return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(data.resolve("launcher.out").toFile()).start();
  }

  private List<ProcessHandle> readyProcesses(Process launcher) {
    Path out = data.resolve("launcher.out");
    Await.until(
        "the launcher is ready",
        LIMIT,
        () -> Files.readString(out).contains("is ready at"),
        () -> launcher.isAlive() ? null : "the launcher ended: " + read(out));
    return launcher.descendants().toList();
  }

  /** An ignored signal stays ignored in the processes that one starts, and a JVM leaves it so. */
  private static boolean isIgnored(int signal) throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return false;
    }
    try (Stream<String> lines = Files.lines(status)) {
      String ignored = lines.filter(line -> line.startsWith("SigIgn:")).findFirst().orElseThrow().substring("SigIgn:".length()).trim();
      return (Long.parseUnsignedLong(ignored, 16) >>> signal - 1 & 1) == 1;
    }
  }

  private static boolean runs(ProcessHandle process) {
    return process.isAlive() && Optional.of(process).flatMap(p -> p.info().command()).isPresent();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return e.getMessage();
    }
  }

  private static String claims(String token) {
    return new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
  }
}
