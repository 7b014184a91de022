package org.schoolhubs.applications.imports;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * In which encoding a file is written. The rule: UTF-8 if it begins with UTF-8's byte order mark or if all of it is well-formed UTF-8, which text in another
 * encoding practically never is; Windows-1252, as publishers write it, if not. UTF-16, a spreadsheet or an archive is refused.
 */
final class FileEncoding {
    static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final int BUFFER = 64 * 1024;
    private static final String REFUSED = " Nothing was changed.";

    private FileEncoding() {
    }

    /** Reads as much of the file as it takes to say, all of it if it is UTF-8. */
    static Charset of(InputStream file) throws IOException, RefusedFile {
        var buffer = new byte[BUFFER];
        int read = file.readNBytes(buffer, 0, BUFFER);
        requireText(buffer, read);
        boolean isMarked = read >= 3 && buffer[0] == (byte) 0xEF && buffer[1] == (byte) 0xBB && buffer[2] == (byte) 0xBF;
        int ascii = ascii(buffer, 0, read);
        while (ascii == read && read > 0) {
            read = file.readNBytes(buffer, 0, BUFFER);
            ascii = ascii(buffer, 0, read);
        }
        return read == 0 || isMarked || isUtf8(file, buffer, read) ? StandardCharsets.UTF_8 : WINDOWS_1252;
    }

    private static void requireText(byte[] start, int length) throws RefusedFile {
        if (isArchive(start, length)) {
            throw new RefusedFile("file-unreadable", "The file is a spreadsheet or an archive. Save it as CSV." + REFUSED);
        }
        if (length >= 2 && (start[0] == (byte) 0xFF && start[1] == (byte) 0xFE || start[0] == (byte) 0xFE && start[1] == (byte) 0xFF) || isHalfZero(start, length)) {
            throw new RefusedFile("encoding-unknown", "The file is in UTF-16. Save it as UTF-8 or Windows-1252." + REFUSED);
        }
    }

    /** ZIP (which spreadsheets are), gzip, and the spreadsheets of before 2007, by the bytes that they begin with. */
    private static boolean isArchive(byte[] start, int length) {
        return length >= 4 && (start[0] == 'P' && start[1] == 'K' && start[2] < ' ' && start[3] < ' '
                || start[0] == 0x1F && start[1] == (byte) 0x8B
                || start[0] == (byte) 0xD0 && start[1] == (byte) 0xCF && start[2] == 0x11 && start[3] == (byte) 0xE0);
    }

    /** UTF-16 without its mark: of Latin letters every other byte is zero. */
    private static boolean isHalfZero(byte[] start, int length) {
        int zeros = 0;
        for (int i = 0; i < length; i++) {
            zeros += start[i] == 0 ? 1 : 0;
        }
        return zeros > length / 4;
    }

    private static int ascii(byte[] bytes, int from, int to) {
        int i = from;
        while (i < to && bytes[i] >= 0) {
            i++;
        }
        return i;
    }

    private static boolean isUtf8(InputStream file, byte[] buffer, int length) throws IOException {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT);
        var characters = CharBuffer.allocate(BUFFER);
        int held = length;
        while (true) {
            var bytes = ByteBuffer.wrap(buffer, 0, held);
            characters.clear();
            if (decoder.decode(bytes, characters, false).isError()) {
                return false;
            }
            // A character may begin in one piece and end in the next.
            int rest = bytes.remaining();
            System.arraycopy(buffer, bytes.position(), buffer, 0, rest);
            int read = file.readNBytes(buffer, rest, BUFFER - rest);
            if (read == 0) {
                return true; // cut off within a character, it may be: a file in another encoding would have failed before
            }
            held = rest + read;
        }
    }
}
