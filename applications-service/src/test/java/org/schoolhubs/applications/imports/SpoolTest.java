package org.schoolhubs.applications.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.schoolhubs.kit.problem.Problem;

class SpoolTest {
    private static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");

    @TempDir
    Path folder;
    private Spool spool;

    @BeforeEach
    void spool() {
        spool = new Spool(new ImportSettings() {
            @Override
            public Path spool() {
                return folder.resolve("made/on/demand");
            }

            @Override
            public long maxBytes() {
                return 5;
            }

            @Override
            public String every() {
                return "1s";
            }

            @Override
            public double guardShare() {
                return 0.01;
            }

            @Override
            public long guardAtLeast() {
                return 20;
            }

            @Override
            public Map<String, Integer> staleAfterDays() {
                return Map.of();
            }
        });
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private List<Path> left() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("made/on/demand"))) {
            return files.toList();
        }
    }

    @Test
    void aFileIsKeptUnderTheImportsIdWithItsDigest() throws IOException {
        var file = spool.receive(stream("abc"));
        assertThat(file.bytes()).isEqualTo(3);
        assertThat(file.sha256()).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        var id = UUID.randomUUID();
        spool.keep(file, id);
        spool.discard(file);
        try (var kept = spool.open(id)) {
            assertThat(kept.readAllBytes()).asString().isEqualTo("abc");
        }
        spool.remove(id);
        assertThatThrownBy(() -> spool.open(id)).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void tooMuchOrNothingIsRefusedAndLeavesNothingBehind() throws IOException {
        assertThatThrownBy(() -> spool.requireRoomFor(6)).isInstanceOfSatisfying(Problem.class,
                problem -> assertThat(problem.error()).isEqualTo(ImportError.IMPORT_TOO_LARGE));
        assertThatThrownBy(() -> spool.receive(stream("sixsix"))).isInstanceOfSatisfying(Problem.class,
                problem -> assertThat(problem.error()).isEqualTo(ImportError.IMPORT_TOO_LARGE));
        assertThatThrownBy(() -> spool.receive(stream(""))).isInstanceOfSatisfying(Problem.class,
                problem -> assertThat(problem.error()).isEqualTo(ImportError.IMPORT_EMPTY));
        assertThat(left()).isEmpty();
    }

    @Test
    void aSenderThatBreaksOffLeavesNothingBehind() throws IOException {
        var breaking = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("connection reset");
            }
        };
        assertThatThrownBy(() -> spool.receive(breaking)).isInstanceOf(UncheckedIOException.class);
        assertThat(left()).isEmpty();
    }

    @Test
    void theSweepTakesWhatDeadProcessesLeftAndNothingElse() throws IOException {
        var waiting = UUID.randomUUID();
        var over = UUID.randomUUID();
        spool.keep(spool.receive(stream("a")), waiting);
        spool.keep(spool.receive(stream("b")), over);
        var writing = spool.receive(stream("c")).part();
        var abandoned = spool.receive(stream("d")).part();
        Files.setLastModifiedTime(writing, FileTime.from(NOW.minus(Duration.ofMinutes(5))));
        Files.setLastModifiedTime(abandoned, FileTime.from(NOW.minus(Duration.ofDays(2))));
        var notOurs = Files.writeString(folder.resolve("made/on/demand/README.csv"), "x");
        spool.sweep(over::equals, NOW);
        assertThat(left()).containsExactlyInAnyOrder(folder.resolve("made/on/demand/" + waiting + ".csv"), writing, notOurs);
    }
}
