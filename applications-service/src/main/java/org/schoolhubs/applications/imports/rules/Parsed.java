package org.schoolhubs.applications.imports.rules;

import java.util.ArrayList;
import java.util.List;
import org.schoolhubs.kernel.Urn;

/**
 * What became of a row: a value, or the reasons why there is none.
 *
 * @param urn        the school the row is about, also of a rejected row; null when not even that can be read
 * @param value      what the row says; null when it was rejected
 * @param rejections every reason; empty when it was accepted
 * @param warnings   values that were left out of an accepted row; of a rejected row they are among the reasons
 */
public record Parsed<V>(Urn urn, V value, List<Rejection> rejections, List<Rejection> warnings) {
    static <V> Parsed<V> of(Urn urn, V value, RowReader row) {
        return row.rejections().isEmpty() ? new Parsed<>(urn, value, List.of(), List.copyOf(row.warnings())) : rejected(urn, row);
    }

    static <V> Parsed<V> rejected(Urn urn, RowReader row) {
        var reasons = new ArrayList<>(row.rejections());
        reasons.addAll(row.warnings());
        return new Parsed<>(urn, null, List.copyOf(reasons), List.of());
    }

    /** Whether the row goes in. */
    public boolean isAccepted() {
        return rejections.isEmpty();
    }
}
