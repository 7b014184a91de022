package org.schoolhubs.applications.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileEncodingTest {
    private static Charset of(byte[] file) throws IOException, RefusedFile {
        return FileEncoding.of(new ByteArrayInputStream(file));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65_530, 65_534, 65_535, 65_536, 65_537, 200_000})
    void wellFormedUtf8IsUtf8WhereverItsCharactersStand(int before) throws Exception {
        assertThat(of(("x".repeat(before) + "Zoë Łódź 𝄞 Caerphilly – €").getBytes(StandardCharsets.UTF_8))).isEqualTo(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65_535, 65_536, 200_000})
    void anyOtherTextIsWindows1252(int before) throws Exception {
        assertThat(of(("x".repeat(before) + "Zoë’s café, ok").getBytes(FileEncoding.WINDOWS_1252))).isEqualTo(FileEncoding.WINDOWS_1252);
        assertThat(of(("Zoë" + "x".repeat(before) + "é,").getBytes(FileEncoding.WINDOWS_1252))).isEqualTo(FileEncoding.WINDOWS_1252);
    }

    @Test
    void aFileThatIsCutOffWithinACharacterIsUtf8AllTheSame() throws Exception {
        var whole = "Zoë Łódź ë".getBytes(StandardCharsets.UTF_8);
        assertThat(of(java.util.Arrays.copyOf(whole, whole.length - 1))).isEqualTo(StandardCharsets.UTF_8);
    }

    @Test
    void utf16AndSpreadsheetsAreRefused() {
        for (var charset : new Charset[] {StandardCharsets.UTF_16, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE}) {
            assertThatThrownBy(() -> of("URN,LA (code)\r\n100049,202".getBytes(charset))).isInstanceOf(RefusedFile.class).hasMessageContaining("UTF-16")
                    .extracting(refused -> ((RefusedFile) refused).code()).isEqualTo("encoding-unknown");
        }
        for (var start : new byte[][] {{'P', 'K', 3, 4, 20}, {0x1F, (byte) 0x8B, 8, 0, 1}, {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0, 0, 0}}) {
            assertThatThrownBy(() -> of(start)).isInstanceOf(RefusedFile.class).hasMessageContaining("CSV");
        }
    }
}
