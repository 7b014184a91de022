package org.schoolhubs.local;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

/**
 * Passwords and keys of this data directory: random, made when first asked for, kept in {@code secrets.properties} that only its
 * owner can read. They open nothing but the loopback ports of this stack.
 */
public final class Secrets {

  private static final int BYTES = 24;
  private static final int KEY_BYTES = 32;

  private final Path file;
  private final Properties values = new Properties();
  private final SecureRandom random = new SecureRandom();

  Secrets(Path dataDir) {
    this.file = dataDir.resolve("secrets.properties");
    if (Files.exists(file)) {
      try (Reader reader = Files.newBufferedReader(file)) {
        values.load(reader);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /**
   * The password of a database role, made now if there is none.
   *
   * @throws UncheckedIOException when a new one cannot be kept
   */
  public synchronized String password(String role) {
    return value(role, BYTES, Base64.getUrlEncoder().withoutPadding());
  }

  /**
   * A key of 256 bits in base64, made now if there is none.
   *
   * @throws UncheckedIOException when a new one cannot be kept
   */
  synchronized String key(String name) {
    return value(name, KEY_BYTES, Base64.getEncoder());
  }

  private String value(String name, int length, Base64.Encoder encoder) {
    String known = values.getProperty(name);
    if (known != null) {
      return known;
    }
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    String made = encoder.encodeToString(bytes);
    values.setProperty(name, made);
    try {
      save();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return made;
  }

  private void save() throws IOException {
    Path next = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(next);
    Files.createFile(next, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try (Writer writer = Files.newBufferedWriter(next)) {
      values.store(writer, "Passwords and keys of this local stack");
    }
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
