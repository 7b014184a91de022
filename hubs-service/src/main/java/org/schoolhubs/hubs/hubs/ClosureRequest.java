package org.schoolhubs.hubs.hubs;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "Why the hub is closed.")
record ClosureRequest(@Schema(examples = "PROGRAMME_ENDED") @NotNull(message = "Give a reason.") ClosureReason reasonCode) {
}
