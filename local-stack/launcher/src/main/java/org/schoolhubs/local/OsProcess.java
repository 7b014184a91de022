package org.schoolhubs.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What is done with processes beyond {@link Process}: own session, whole trees, memory of them across launchers. */
final class OsProcess {

  private static final Duration GONE_WITHIN = Duration.ofSeconds(20);
  private static final List<Path> SETSID = List.of(Path.of("/usr/bin/setsid"), Path.of("/bin/setsid"));

  private OsProcess() {}

  /**
   * The command in a session of its own where the system can (it replaces itself, so the process id stays): a Ctrl-C in
   * the terminal then reaches the launcher alone, which stops the parts in order.
   */
  static List<String> inOwnSession(List<String> command) {
    return SETSID.stream().filter(Files::isExecutable).findFirst().map(setsid -> prefixed(command, setsid.toString())).orElse(command);
  }

  static List<String> prefixed(List<String> command, String... prefix) {
    List<String> whole = new ArrayList<>(List.of(prefix));
    whole.addAll(command);
    return whole;
  }

  /** Sends a signal by name, such as {@code INT}. */
  static void signal(long pid, String signal) throws IOException {
    new ProcessBuilder("kill", "-" + signal, Long.toString(pid)).inheritIO().start();
  }

  /** Kills a process and everything it started, and returns when all are gone. */
  static void killTree(ProcessHandle root) {
    List<ProcessHandle> tree = new ArrayList<>(List.of(root));
    root.descendants().forEach(tree::add);
    tree.forEach(ProcessHandle::destroyForcibly);
    Await.until(
        "process " + root.pid() + " and its children are gone",
        GONE_WITHIN,
        () -> tree.stream().allMatch(OsProcess::isGone),
        () -> null);
  }

  /** Notes which process it is: the id alone could be another's after a while, the start time tells. */
  static void remember(Path file, ProcessHandle process) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, process.pid() + " " + startOf(process));
  }

  /** Kills the process noted in the file if it is still that one. */
  static void killRemembered(Path file) throws IOException {
    if (!Files.exists(file)) {
      return;
    }
    String[] noted = Files.readString(file).trim().split(" ");
    if (noted.length == 2) {
      Optional<ProcessHandle> process = ProcessHandle.of(Long.parseLong(noted[0]));
      process.filter(found -> startOf(found).equals(noted[1])).ifPresent(OsProcess::killTree);
    }
    Files.deleteIfExists(file);
  }

  static void deleteTree(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  private static String startOf(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toString).orElse("-");
  }

  private static boolean isGone(ProcessHandle process) {
    return !process.isAlive() || isZombie(process.pid());
  }

  /**
   * An orphan stays listed until process 1 reaps it, which in a bare container may be never. It holds nothing any more when
   * it is a zombie and its last thread is gone: the first thread of a killed process may be a zombie while others still
   * hold the ports.
   */
  private static boolean isZombie(long pid) {
    Path proc = Path.of("/proc", Long.toString(pid));
    try (Stream<Path> threads = Files.list(proc.resolve("task"))) {
      String stat = Files.readString(proc.resolve("stat"));
      return stat.startsWith("Z", stat.lastIndexOf(')') + 2) && threads.count() <= 1;
    } catch (IOException e) {
      return false;
    }
  }
}
