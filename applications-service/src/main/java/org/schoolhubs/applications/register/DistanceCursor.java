package org.schoolhubs.applications.register;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.schoolhubs.kernel.Urn;
import org.schoolhubs.kit.problem.CommonError;
import org.schoolhubs.kit.problem.Problem;

/**
 * Where a page by distance ended. Opaque to callers.
 *
 * @param distance metres, exactly as the database calculated it
 */
record DistanceCursor(double distance, String urn) {
    private static final String MARK = "d";

    String encode() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((MARK + "|" + distance + "|" + urn).getBytes(StandardCharsets.UTF_8));
    }

    /** @throws Problem 400 {@code cursor-invalid} if no list by distance gave it */
    static DistanceCursor decode(String text) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split("\\|", -1);
            if (parts.length == 3 && MARK.equals(parts[0]) && Urn.isValid(parts[2])) {
                double distance = Double.parseDouble(parts[1]);
                if (distance >= 0 && distance < Double.POSITIVE_INFINITY) {
                    return new DistanceCursor(distance, parts[2]);
                }
            }
        } catch (IllegalArgumentException notOurs) {
            // falls through to the refusal below
        }
        throw Problem.of(CommonError.CURSOR_INVALID, "Start again without after, or pass next exactly as the same list gave it.")
                .parameter("after", "invalid", "Not a cursor of this list.");
    }
}
