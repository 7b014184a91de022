package org.schoolhubs.applications.imports;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import java.util.function.Predicate;
import org.schoolhubs.kit.problem.Problem;

/** Where files wait between the request that brought them and the worker. Names are ours: nothing that a sender wrote becomes a path. */
@ApplicationScoped
class Spool {
    private static final String PART = ".part";
    private static final String READY = ".csv";
    private static final int BUFFER = 64 * 1024;
    /** A request that still writes is younger than this. */
    private static final Duration ABANDONED = Duration.ofDays(1);

    private final Path directory;
    private final long maxBytes;

    Spool(ImportSettings settings) {
        this.directory = settings.spool();
        this.maxBytes = settings.maxBytes();
    }

    /**
     * A file that was received and belongs to no import yet.
     *
     * @param sha256 hexadecimal
     */
    record Spooled(Path part, String sha256, long bytes) {
    }

    /** @throws Problem 413 when the request announces more than is taken */
    void requireRoomFor(long announcedBytes) {
        if (announcedBytes > maxBytes) {
            throw tooLarge();
        }
    }

    /**
     * Writes the stream to disk, through to the device: what is acknowledged survives a crash.
     *
     * @throws Problem 413 above the limit, 400 for no content; nothing is left behind then
     */
    Spooled receive(InputStream body) {
        try {
            Files.createDirectories(directory);
            var part = Files.createTempFile(directory, "import-", PART);
            try {
                return write(body, part);
            } catch (IOException | RuntimeException failure) {
                Files.deleteIfExists(part);
                throw failure;
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Spooled write(InputStream body, Path part) throws IOException {
        var digest = sha256();
        long bytes = 0;
        try (var file = FileChannel.open(part, StandardOpenOption.WRITE)) {
            var buffer = new byte[BUFFER];
            for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                bytes += read;
                if (bytes > maxBytes) {
                    throw tooLarge();
                }
                digest.update(buffer, 0, read);
                for (var rest = ByteBuffer.wrap(buffer, 0, read); rest.hasRemaining(); ) {
                    file.write(rest);
                }
            }
            file.force(true);
        }
        if (bytes == 0) {
            throw Problem.of(ImportError.IMPORT_EMPTY, "Send the file as the body of the request, as text/csv or application/octet-stream.");
        }
        return new Spooled(part, HexFormat.of().formatHex(digest.digest()), bytes);
    }

    /** The file becomes the import's. */
    void keep(Spooled file, UUID importId) {
        try {
            Files.move(file.part(), path(importId), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The file was not needed. */
    void discard(Spooled file) {
        delete(file.part());
    }

    /** @throws NoSuchFileException when the file is gone, with a machine for example */
    InputStream open(UUID importId) throws IOException {
        return Files.newInputStream(path(importId));
    }

    /** An empty file for what belongs to no import's file; whoever makes it deletes it. */
    Path temporary() throws IOException {
        return Files.createTempFile(directory, "import-", PART);
    }

    void remove(UUID importId) {
        delete(path(importId));
    }

    /** Deletes what processes that died left behind: unfinished files of yesterday, and files of imports that {@code isOver} says need them no more. */
    void sweep(Predicate<UUID> isOver, Instant now) {
        if (!Files.isDirectory(directory)) {
            return;
        }
        try (var files = Files.newDirectoryStream(directory)) {
            for (var file : files) {
                if (isAbandoned(file, isOver, now)) {
                    delete(file);
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static boolean isAbandoned(Path file, Predicate<UUID> isOver, Instant now) throws IOException {
        var name = file.getFileName().toString();
        if (name.endsWith(PART)) {
            return Files.getLastModifiedTime(file).compareTo(FileTime.from(now.minus(ABANDONED))) < 0;
        }
        return name.matches("[0-9a-f-]{36}\\.csv") && isOver.test(UUID.fromString(name.substring(0, name.length() - READY.length())));
    }

    private Path path(UUID importId) {
        return directory.resolve(importId + READY);
    }

    private Problem tooLarge() {
        return Problem.of(ImportError.IMPORT_TOO_LARGE, "A file may have " + maxBytes + " bytes.");
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
