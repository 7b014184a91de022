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
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.schoolhubs.applications.imports.rules.Columns;

/** A CSV file, read record by record: memory does not grow with it. Windows-1252 as publishers write it, UTF-8 where it begins with a byte order mark. */
final class CsvFile implements Closeable {
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
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

    /** @throws RefusedFile without a header, or when a required column is not in it: names all that are missing */
    static CsvFile open(InputStream file, List<String> requiredColumns) throws IOException, RefusedFile {
        return open(file, requiredColumns, List.of());
    }

    /** As {@link #open(InputStream, List)}; a file that has all {@code otherColumns} is taken, too, unless that list is empty. */
    static CsvFile open(InputStream file, List<String> requiredColumns, List<String> otherColumns) throws IOException, RefusedFile {
        var counting = new CountingStream(file);
        var pushback = new PushbackInputStream(counting, BYTE_ORDER_MARK.length);
        var charset = startsWithByteOrderMark(pushback) ? StandardCharsets.UTF_8 : WINDOWS_1252;
        var reader = CsvReader.builder()
                .allowExtraFields(true).allowMissingFields(true).allowExtraCharsAfterClosingQuote(true).allowUnclosedQuote(false)
                .skipEmptyLines(true).maxBufferSize(LONGEST_RECORD)
                .ofCsvRecord(new InputStreamReader(pushback, charset));
        var csv = new CsvFile(counting, reader);
        var missing = csv.columns.missing(requiredColumns);
        boolean isOther = !otherColumns.isEmpty() && csv.columns.missing(otherColumns).isEmpty();
        if (!missing.isEmpty() && !isOther) {
            throw new RefusedFile("column-missing", "The file lacks " + (missing.size() == 1 ? "the column \"" : "the columns \"")
                    + String.join("\", \"", missing) + "\". Nothing was changed.");
        }
        return csv;
    }

    private static boolean startsWithByteOrderMark(PushbackInputStream file) throws IOException {
        var start = file.readNBytes(BYTE_ORDER_MARK.length);
        boolean marked = Arrays.equals(start, BYTE_ORDER_MARK);
        if (!marked) {
            file.unread(start);
        }
        return marked;
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
