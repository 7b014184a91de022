package org.schoolhubs.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** What all components share: one process, one log file, ports checked first, ready by condition. */
abstract class ProcessComponent implements Component {

  private static final Duration STOP_WITHIN = Duration.ofSeconds(30);
  private static final int LOG_TAIL_LINES = 25;

  protected final StackConfig config;
  private final String name;
  private final List<Port> ports;
  private volatile Process process;

  ProcessComponent(StackConfig config, String name, List<Port> ports) {
    this.config = config;
    this.name = name;
    this.ports = List.copyOf(ports);
  }

  /** Writes what the process reads when it starts. */
  protected void prepare() throws IOException {}

  /** The command line. */
  protected abstract List<String> command() throws IOException;

  /** Variables set over those of the launcher. */
  protected abstract Map<String, String> environment();

  /** Whether the component does its work; an exception means not yet. */
  protected abstract boolean ready() throws Exception;

  /** Asks the process to end; SIGTERM unless the component needs another signal. */
  protected void requestStop(Process running) throws IOException {
    running.destroy();
  }

  @Override
  public final String name() {
    return name;
  }

  @Override
  public final List<Port> ports() {
    return ports;
  }

  @Override
  public synchronized void start() {
    if (isAlive()) {
      throw new IllegalStateException(name + " is running already, process " + pid());
    }
    ports.forEach(port -> port.requireFree(config.port(port)));
    try {
      prepare();
      Path log = logFile();
      Files.createDirectories(log.getParent());
      ProcessBuilder builder = new ProcessBuilder(OsProcess.inOwnSession(command()));
      builder.environment().putAll(environment());
      builder.directory(Files.createDirectories(config.dataDir()).toFile());
      builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
      builder.redirectErrorStream(true);
      builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
      process = builder.start();
      OsProcess.remember(pidFile(), process.toHandle());
    } catch (IOException e) {
      throw new LocalStackException("Cannot start " + name + ": " + e.getMessage(), e);
    }
  }

  @Override
  public void awaitReady() {
    Await.until(name + " is ready", config.readyWithin(), this::ready, this::endedEarly);
  }

  @Override
  public synchronized void stop() {
    Process running = process;
    if (running == null || !running.isAlive()) {
      return;
    }
    try {
      requestStop(running);
      if (!running.waitFor(STOP_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
        kill();
      }
      Files.deleteIfExists(pidFile());
    } catch (IOException e) {
      kill();
    } catch (InterruptedException e) {
      kill();
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public synchronized void kill() {
    if (process == null) {
      return;
    }
    OsProcess.killTree(process.toHandle());
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public final boolean isAlive() {
    Process running = process;
    return running != null && running.isAlive();
  }

  @Override
  public final long pid() {
    Process running = process;
    if (running == null) {
      throw new IllegalStateException(name + " was never started");
    }
    return running.pid();
  }

  /** Ends a process of this component that a killed launcher left behind on the same data directory. */
  final void killLeftOver() throws IOException {
    OsProcess.killRemembered(pidFile());
  }

  /** Where the process's output goes. */
  final Path logFile() {
    return config.dataDir().resolve("logs").resolve(name + ".log");
  }

  /** The folder of the component's own data, made when missing. */
  protected final Path folder() throws IOException {
    return Files.createDirectories(config.dataDir().resolve(name));
  }

  /** The packaged jar of a sibling module with its class path beside it. */
  protected final Path siblingJar(String module) {
    Path jar = config.root().resolve("local-stack").resolve(module).resolve("target/local-" + module + ".jar");
    return requirePackaged(jar, "local-stack/" + module);
  }

  protected final Path requirePackaged(Path jar, String module) {
    if (!Files.exists(jar)) {
      throw new LocalStackException(
          "%s is not packaged, %s is missing: run ./mvnw -pl %s -am package -DskipTests".formatted(name, jar, module));
    }
    return jar;
  }

  /** The JVM options of the parts that are not ours: small, quick to start, quiet logs with the time. */
  protected static List<String> partOptions(String... more) {
    List<String> options =
        new ArrayList<>(
            List.of(
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                "-Dorg.slf4j.simpleLogger.showDateTime=true",
                "-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd'T'HH:mm:ss.SSSXXX"));
    options.addAll(List.of(more));
    return options;
  }

  protected static List<String> java(int heapMiB, List<String> options, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx" + heapMiB + "m");
    command.addAll(options);
    command.addAll(List.of(arguments));
    return command;
  }

  private Path pidFile() {
    return config.dataDir().resolve("run").resolve(name + ".pid");
  }

  private String endedEarly() {
    if (isAlive()) {
      return null;
    }
    String status = process == null ? "was never started" : "ended with status " + process.exitValue();
    return "%s %s before it was ready. The end of %s:%n%s".formatted(name, status, logFile(), logTail());
  }

  private String logTail() {
    try (Stream<String> lines = Files.lines(logFile(), StandardCharsets.ISO_8859_1)) {
      List<String> all = lines.toList();
      return String.join("\n", all.subList(Math.max(0, all.size() - LOG_TAIL_LINES), all.size()));
    } catch (IOException e) {
      return "(no log)";
    }
  }
}
