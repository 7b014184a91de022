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
 * @param list      the list that gave it
 * @param changedAt only for lists by {@code updatedSince}
 * @param watermark the watermark of the first page, so that all pages of one reading end at the same place; only for lists by {@code updatedSince}
 * @param key       the unique key of the row
 */
record Cursor(String list, Instant changedAt, Instant watermark, String key) {

    String encode() {
        String plain = changedAt == null ? "k|" + list + "|" + key : "u|" + list + "|" + micros(changedAt) + "|" + micros(watermark) + "|" + key;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    /** @throws Problem 400 {@code cursor-invalid} if that list did not give it for a reading of this kind */
    static Cursor decode(String text, String list, boolean incremental) {
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            if (plain.chars().anyMatch(Character::isISOControl)) {
                throw invalid();
            }
            String[] parts = plain.split("\\|", incremental ? 5 : 3);
            if (!incremental && parts.length == 3 && "k".equals(parts[0]) && list.equals(parts[1])) {
                return new Cursor(list, null, null, parts[2]);
            }
            if (incremental && parts.length == 5 && "u".equals(parts[0]) && list.equals(parts[1])) {
                return new Cursor(list, instant(parts[2]), instant(parts[3]), parts[4]);
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
