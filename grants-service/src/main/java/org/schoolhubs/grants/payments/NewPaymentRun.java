package org.schoolhubs.grants.payments;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A payment run to be prepared. */
@Schema(examples = "{\"programme\": \"behaviour-hubs\", \"paymentDate\": \"2026-12-01\"}")
record NewPaymentRun(
        @NotNull @Size(max = 60) @Pattern(regexp = "[a-z0-9]+(-[a-z0-9]+)*") @Schema(examples = "behaviour-hubs") String programme,
        @NotNull @Schema(description = "Today or later, on a day on which banks pay", examples = "2026-12-01") LocalDate paymentDate) {
}
