package org.schoolhubs.applications.imports;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Iterator;
import org.schoolhubs.applications.imports.rules.Columns;

/** A CSV file, read record by record: memory does not grow with it. Its encoding is found out first, see {@link FileEncoding}. */
final class CsvFile implements Closeable {
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    /** Characters of one record; a quote that never closes is found here rather than at the end of the file. */
    private static final int LONGEST_RECORD = 1024 * 1024;

    private final CountingStream bytes;
    private final CsvReader<CsvRecord> reader;
    private final Iterator<CsvRecord> records;
    private final Columns columns;

    private CsvFile(CountingStream bytes, CsvReader<CsvRecord> reader) throws RefusedFile {
        this.bytes = bytes;
        this.reader = reader;
        this.records = reader.iterator();
        var header = next();
        if (header == null) {
            throw new RefusedFile("file-unreadable", "The file has no header line.");
        }
        this.columns = Columns.of(header.getFields());
    }

    /** A file that can be read from its beginning more than once. */
    interface Source {
        InputStream open() throws IOException;
    }

    /** @throws RefusedFile without a header, in an encoding that is not understood, or if it is no text */
    static CsvFile open(Source file) throws IOException, RefusedFile {
        Charset charset;
        try (var first = file.open()) {
            charset = FileEncoding.of(first);
        }
        var counting = new CountingStream(file.open());
        var reader = CsvReader.builder()
                .allowExtraFields(true).allowMissingFields(true).allowExtraCharsAfterClosingQuote(true).allowUnclosedQuote(false)
                .skipEmptyLines(true).maxBufferSize(LONGEST_RECORD)
                .ofCsvRecord(new InputStreamReader(withoutByteOrderMark(counting), charset));
        return new CsvFile(counting, reader);
    }

    private static InputStream withoutByteOrderMark(InputStream file) throws IOException {
        var pushback = new PushbackInputStream(file, BYTE_ORDER_MARK.length);
        var start = pushback.readNBytes(BYTE_ORDER_MARK.length);
        if (!Arrays.equals(start, BYTE_ORDER_MARK)) {
            pushback.unread(start);
        }
        return pushback;
    }

    Columns columns() {
        return columns;
    }

    /**
     * The next record, or null at the end.
     *
     * @throws RefusedFile where the file is no CSV
     */
    CsvRecord next() throws RefusedFile {
        try {
            return records.hasNext() ? records.next() : null;
        } catch (CsvParseException broken) {
            throw new RefusedFile("file-unreadable", "The file is no CSV: " + broken.getMessage() + " Nothing was changed.");
        }
    }

    /** How much of the file was read so far. */
    long bytesRead() {
        return bytes.count;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    private static final class CountingStream extends FilterInputStream {
        private long count;

        private CountingStream(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count += read < 0 ? 0 : 1;
            return read;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            count += Math.max(0, read);
            return read;
        }
    }
}
