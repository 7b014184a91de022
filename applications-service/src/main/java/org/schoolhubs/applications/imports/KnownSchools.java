package org.schoolhubs.applications.imports;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;

/** The schools of the register with the fingerprints of their rows, while a file is read: 20 bytes a school. */
final class KnownSchools {
    private static final String SELECT = """
            select s.urn::int, f.fingerprint from school s left join school_fingerprint f on f.urn = s.urn order by 1""";
    private static final int FETCH = 10_000;

    private final int[] urns;
    /** Two numbers a school; both 0 where no fingerprint is known. */
    private final long[] fingerprints;

    private KnownSchools(int[] urns, long[] fingerprints) {
        this.urns = urns;
        this.fingerprints = fingerprints;
    }

    static KnownSchools read(Connection connection) throws SQLException {
        int count = Math.toIntExact(Sql.number(connection, "select count(*) from school"));
        var known = new KnownSchools(new int[count], new long[2 * count]);
        try (var select = connection.prepareStatement(SELECT)) {
            select.setFetchSize(FETCH);
            try (var rows = select.executeQuery()) {
                for (int i = 0; rows.next(); i++) {
                    known.urns[i] = rows.getInt(1);
                    var fingerprint = rows.getBytes(2);
                    if (fingerprint != null) {
                        var bytes = ByteBuffer.wrap(fingerprint);
                        known.fingerprints[2 * i] = bytes.getLong();
                        known.fingerprints[2 * i + 1] = bytes.getLong();
                    }
                }
            }
        }
        return known;
    }

    boolean isEmpty() {
        return urns.length == 0;
    }

    /** Whether the register says what a row with this fingerprint says. */
    boolean isAsBefore(int urn, byte[] fingerprint) {
        int place = Arrays.binarySearch(urns, urn);
        var bytes = ByteBuffer.wrap(fingerprint);
        return place >= 0 && fingerprints[2 * place] == bytes.getLong() && fingerprints[2 * place + 1] == bytes.getLong();
    }

    /** Every school of the register, by URN. */
    int[] urns() {
        return urns;
    }
}
