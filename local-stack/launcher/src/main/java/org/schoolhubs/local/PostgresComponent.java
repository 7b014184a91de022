package org.schoolhubs.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * PostgreSQL with the durability of a server: what is committed survives {@link #kill()}. The process is the postmaster
 * itself.
 */
public final class PostgresComponent extends ProcessComponent {

  static final String SUPERUSER = "postgres";

  private final Secrets secrets;

  PostgresComponent(StackConfig config, Secrets secrets) {
    super(config, Part.POSTGRES.id(), List.of(Port.POSTGRES));
    this.secrets = secrets;
  }

  /**
   * A connection to a database of this server.
   *
   * @param database such as {@code hubs}
   * @param role such as {@code hubs_owner}; its password is taken from the secrets
   * @throws SQLException when the server refuses or cannot be reached
   */
  public Connection connect(String database, String role) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", role);
    properties.setProperty("password", secrets.password(role));
    properties.setProperty("connectTimeout", "2");
    properties.setProperty("socketTimeout", "30");
    return DriverManager.getConnection(config.jdbcUrl(database), properties);
  }

  @Override
  protected void prepare() throws IOException {
    if (!Files.exists(data())) {
      initialise();
    }
    removeStalePidFile();
  }

  @Override
  protected List<String> command() throws IOException {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("port", Integer.toString(config.port(Port.POSTGRES)));
    settings.put("listen_addresses", "127.0.0.1");
    settings.put("unix_socket_directories", "");
    settings.put("fsync", "on");
    settings.put("synchronous_commit", "on");
    settings.put("full_page_writes", "on");
    settings.put("wal_level", "logical");
    settings.put("max_replication_slots", "16");
    settings.put("max_wal_senders", "16");
    settings.put("max_slot_wal_keep_size", "2GB");
    settings.put("max_connections", "200");
    settings.put("shared_buffers", "128MB");
    settings.put("timezone", "UTC");
    settings.put("log_timezone", "UTC");
    List<String> command = new ArrayList<>(List.of(program("postgres"), "-D", data().toString()));
    settings.forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
    return asOrdinaryUser(command);
  }

  @Override
  protected Map<String, String> environment() {
    return Map.of("LC_ALL", "C", "PGTZ", "UTC");
  }

  @Override
  protected boolean ready() throws Exception {
    try (Connection connection = connect("postgres", SUPERUSER);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select not pg_is_in_recovery()")) {
      return row.next() && row.getBoolean(1);
    }
  }

  /** SIGTERM would wait until every client has gone; SIGINT ends their sessions, writes a checkpoint and goes. */
  @Override
  protected void requestStop(Process running) throws IOException {
    OsProcess.signal(running.pid(), "INT");
  }

  private Path data() throws IOException {
    return folder().resolve("data");
  }

  private String program(String name) throws IOException {
    Path cache = config.root().resolve("local-stack/launcher/target/postgres");
    return new PostgresBinaries(cache).unpacked().resolve("bin").resolve(name).toString();
  }

  /** Into a folder that gets its name at the end: a first start that was cut short leaves nothing half made. */
  private void initialise() throws IOException {
    Path made = folder().resolve("data.new");
    OsProcess.deleteTree(made);
    Path password = Files.createTempFile(
        folder(), "initdb", "", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try {
      Files.writeString(password, secrets.password(SUPERUSER) + "\n");
      run(
          asOrdinaryUser(
              List.of(
                  program("initdb"),
                  "--pgdata=" + made,
                  "--username=" + SUPERUSER,
                  "--pwfile=" + password,
                  "--auth=scram-sha-256",
                  "--encoding=UTF8",
                  "--locale-provider=builtin",
                  "--builtin-locale=C.UTF-8",
                  "--locale=C",
                  "--no-instructions")));
    } finally {
      Files.delete(password);
    }
    Files.move(made, data(), StandardCopyOption.ATOMIC_MOVE);
  }

  private void run(List<String> command) throws IOException {
    Files.createDirectories(logFile().getParent());
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment());
    builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(logFile().toFile()));
    try {
      int status = builder.start().waitFor();
      if (status != 0) {
        throw new IOException("initdb ended with status " + status + ", see " + logFile());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  /**
   * After a kill the file names a process that is gone, or by now another's that happens to have the same number, which
   * would keep PostgreSQL from starting. The stack's lock on the data directory makes sure no other server uses it.
   */
  private void removeStalePidFile() throws IOException {
    Path file = data().resolve("postmaster.pid");
    if (!Files.exists(file)) {
      return;
    }
    long noted = Long.parseLong(Files.readAllLines(file).get(0).trim());
    boolean running =
        ProcessHandle.of(noted).flatMap(process -> process.info().command()).filter(c -> c.endsWith("/postgres")).isPresent();
    if (!running) {
      Files.delete(file);
    }
  }

  /** PostgreSQL refuses to run as root; in a user namespace of its own root is nobody. */
  private static List<String> asOrdinaryUser(List<String> command) {
    return "root".equals(System.getProperty("user.name")) ? OsProcess.prefixed(command, "unshare", "-U") : command;
  }
}
