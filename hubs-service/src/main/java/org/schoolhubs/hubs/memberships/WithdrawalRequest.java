package org.schoolhubs.hubs.memberships;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "A withdrawal.")
record WithdrawalRequest(
        @Schema(examples = "LEADERSHIP_CHANGE") @NotNull(message = "Give a reason.") WithdrawalReason reasonCode,
        @Schema(description = "Day from which the school is no member any more (Europe/London)", examples = "2026-03-31")
        @NotNull(message = "Say from which day on.") LocalDate effectiveOn) {
}
