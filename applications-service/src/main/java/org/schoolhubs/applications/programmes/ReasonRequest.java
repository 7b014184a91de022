package org.schoolhubs.applications.programmes;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why something is done. */
@Schema(description = "Why it is done: kept with it, not in events. Name no people.")
record ReasonRequest(@Schema(examples = "Agreed with the Department on 12 January") @NotBlank @Size(max = 500) String reason) {
}
