package org.schoolhubs.sample;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes rows by the names of their columns, in Windows-1252 as the publishers do. */
final class CsvRows implements Closeable {
    static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private final CsvWriter csv;
    private final Map<String, Integer> positions = new HashMap<>();
    private final String[] row;
    private final String blank;

    /** @param blank what stands where nothing was set */
    CsvRows(OutputStream out, List<String> header, String blank) {
        this.csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(new OutputStreamWriter(out, WINDOWS_1252));
        this.row = new String[header.size()];
        this.blank = blank;
        for (int i = 0; i < header.size(); i++) {
            positions.put(header.get(i), i);
        }
        csv.writeRecord(header);
        clear();
    }

    CsvRows set(String column, Object value) {
        var position = positions.get(column);
        if (position == null) {
            throw new IllegalArgumentException("No column " + column);
        }
        row[position] = value == null ? blank : value.toString();
        return this;
    }

    void end() {
        csv.writeRecord(row);
        clear();
    }

    private void clear() {
        Arrays.fill(row, blank);
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
