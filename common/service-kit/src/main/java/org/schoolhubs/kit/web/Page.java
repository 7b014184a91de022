package org.schoolhubs.kit.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A page of a list.
 *
 * @param items     at most {@code limit}
 * @param next      cursor for {@code after}, or null on the last page
 * @param watermark everything that was changed before this instant is in the list; pass it as the next {@code updatedSince}
 */
@Schema(description = "A page of a list: follow next until it is null.")
public record Page<V>(
        List<V> items,
        @JsonInclude(JsonInclude.Include.ALWAYS)
        @Schema(description = "Cursor for the parameter after; null on the last page", nullable = true) String next,
        @Schema(description = "Everything changed before this instant has been listed: pass it as updatedSince next time") Instant watermark) {
}
