package org.schoolhubs.hubs.memberships;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "Why the lead refuses the school.")
record RefusalRequest(
        @Schema(examples = "NO_CAPACITY") @NotNull(message = "Give a reason.") RefusalReason reasonCode,
        @Schema(description = "In words; needed with OTHER. Shown to the programme team, DfE, auditors and the lead", examples = "Two of our senior leaders are leaving.")
        @Size(max = 2000, message = "A text has at most 2000 characters.") String text) {
}
