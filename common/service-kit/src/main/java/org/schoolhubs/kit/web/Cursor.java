package org.schoolhubs.kit.web;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import org.schoolhubs.kit.problem.CommonError;
import org.schoolhubs.kit.problem.Problem;

/**
 * Where a page ended: the sort values of its last row. Opaque to callers.
 *
 * @param changedAt only for lists by {@code updatedSince}
 * @param watermark the watermark of the first page, so that all pages of one reading end at the same place; only for lists by {@code updatedSince}
 * @param key       the unique key of the row
 */
record Cursor(Instant changedAt, Instant watermark, String key) {

    String encode() {
        String plain = changedAt == null ? "k|" + key : "u|" + micros(changedAt) + "|" + micros(watermark) + "|" + key;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    /** @throws Problem 400 {@code cursor-invalid} if no list of this kind gave it */
    static Cursor decode(String text, boolean incremental) {
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            if (plain.chars().anyMatch(Character::isISOControl)) {
                throw invalid();
            }
            String[] parts = plain.split("\\|", 4);
            if (!incremental && parts.length == 2 && "k".equals(parts[0])) {
                return new Cursor(null, null, parts[1]);
            }
            if (incremental && parts.length == 4 && "u".equals(parts[0])) {
                return new Cursor(instant(parts[1]), instant(parts[2]), parts[3]);
            }
        } catch (IllegalArgumentException | DateTimeException notOurs) {
            // falls through to the refusal below
        }
        throw invalid();
    }

    static Problem invalid() {
        return Problem.of(CommonError.CURSOR_INVALID, "Start again without after, or pass next exactly as the same list gave it.")
                .parameter("after", "invalid", "Not a cursor of this list.");
    }

    private static long micros(Instant instant) {
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), 1_000_000L), instant.getNano() / 1_000);
    }

    private static Instant instant(String micros) {
        long value = Long.parseLong(micros);
        Instant instant = Instant.ofEpochSecond(Math.floorDiv(value, 1_000_000L), Math.floorMod(value, 1_000_000L) * 1_000L);
        if (!Bounds.holds(instant)) {
            throw invalid();
        }
        return instant;
    }
}
