package org.schoolhubs.grants.tariffs;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a tariff ends. */
@Schema(examples = "{\"effectiveTo\": \"2027-03-31\"}")
record TariffEnd(@NotNull @Schema(description = "Last day of acceptance that it is for: today or later") LocalDate effectiveTo) {
}
