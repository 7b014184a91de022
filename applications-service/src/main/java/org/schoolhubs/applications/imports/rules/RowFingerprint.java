package org.schoolhubs.applications.imports.rules;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;

/**
 * Says whether a row is the same as it was in an earlier file: a digest (half of a SHA-256) of the columns that are read, as they stand, and of which they are.
 * Other columns, their order and other rows do not count.
 */
public final class RowFingerprint {
    /** Bytes of a fingerprint. */
    public static final int LENGTH = 16;
    private static final byte[] NEXT = {0};

    private final int[] positions;
    private final byte[] header;
    private final MessageDigest digest;

    private RowFingerprint(int[] positions, byte[] header) {
        this.positions = positions;
        this.header = header;
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * @param read         columns that are read; those that the file lacks count as lacking
     * @param rulesVersion to be raised when the same row is to be understood differently
     */
    static RowFingerprint of(Columns columns, List<String> read, int rulesVersion) {
        var present = read.stream().filter(columns::has).toList();
        return new RowFingerprint(present.stream().mapToInt(columns::find).toArray(),
                (rulesVersion + "\n" + String.join("\n", present)).getBytes(StandardCharsets.UTF_8));
    }

    /** @param fields a row with as many fields as the header has */
    public byte[] of(List<String> fields) {
        digest.update(header);
        for (int position : positions) {
            digest.update(NEXT);
            digest.update(fields.get(position).getBytes(StandardCharsets.UTF_8));
        }
        return Arrays.copyOf(digest.digest(), LENGTH);
    }
}
