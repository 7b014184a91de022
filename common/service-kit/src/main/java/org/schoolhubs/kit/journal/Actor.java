package org.schoolhubs.kit.journal;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Who did it.
 *
 * @param id    opaque subject of the token, or {@code system:<service>} for what happened in reaction to an event
 * @param roles the roles held then
 */
@Schema(description = "Who did it: an opaque subject, never a name.")
public record Actor(@Schema(examples = "3f1c9a52") String id, @Schema(examples = "[\"programme-team\"]") List<String> roles) {
}
