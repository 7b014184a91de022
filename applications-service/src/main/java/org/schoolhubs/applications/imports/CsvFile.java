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
    /** A field of several lines with fewer commas than this is prose rather than rows. */
    private static final int FEWEST_SEPARATORS = 4;

    private final CountingStream bytes;
    private final CsvReader<CsvRecord> reader;
    private final Iterator<CsvRecord> records;
    private final Columns columns;
    /** The record read last: whether it ran over several lines is known when the next one has been read. */
    private CsvRecord last;

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
        CsvRecord record;
        try {
            record = records.hasNext() ? records.next() : null;
        } catch (CsvParseException broken) {
            throw new RefusedFile("file-unreadable", "The file is no CSV: a quote that opens " + (last == null ? "in the header" : "in the row after line "
                    + last.getStartingLineNumber()) + " does not close. Was the file cut off, or is a quote missing? Nothing was changed.");
        }
        if (last != null && (record == null || record.getStartingLineNumber() > last.getStartingLineNumber() + 1)) {
            requireNoRowsWithin(last);
        }
        last = record == null ? last : record;
        return record;
    }

    /** A quote too many takes the rows up to the next one for a part of its field; they would be missing without anybody being told. */
    private void requireNoRowsWithin(CsvRecord record) throws RefusedFile {
        int expected = columns == null ? record.getFieldCount() : columns.count();
        for (var field : record.getFields()) {
            if (field.indexOf('\n') >= 0 && (record.getFieldCount() != expected || commas(field) >= Math.max(FEWEST_SEPARATORS, expected - 1))) {
                throw new RefusedFile("file-unreadable", "A field of line " + record.getStartingLineNumber() + " runs over " + field.lines().count()
                        + " lines and takes other rows with it: a quote is missing there, or one too many. Nothing was changed.");
            }
        }
    }

    private static long commas(String text) {
        return text.chars().filter(c -> c == ',').count();
    }

    /** Whether the file ends within a line, as one does that was cut off. */
    boolean endsWithinALine() {
        return bytes.lastByte != '\n' && bytes.lastByte != '\r';
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
        private int lastByte = '\n';

        private CountingStream(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            if (read >= 0) {
                count++;
                lastByte = read;
            }
            return read;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            if (read > 0) {
                count += read;
                lastByte = buffer[offset + read - 1];
            }
            return read;
        }
    }
}
