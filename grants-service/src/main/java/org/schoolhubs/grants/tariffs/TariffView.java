package org.schoolhubs.grants.tariffs;

import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.schoolhubs.kernel.Money;
import org.schoolhubs.kit.web.Versioned;

/** A tariff as it is shown. */
@Schema(name = "Tariff", description = "The grant of a pathway for applications accepted on certain days.")
record TariffView(
        UUID id,
        @Schema(examples = "behaviour-hubs") String programme,
        @Schema(examples = "core") String pathway,
        Money amount,
        @Schema(description = "First day of acceptance that it is for") LocalDate effectiveFrom,
        @Schema(description = "Last day of acceptance that it is for; null while open", nullable = true) LocalDate effectiveTo,
        @Schema(description = "Whether it is an example that was shipped with the system") boolean illustrative,
        long version) implements Versioned {
    static TariffView of(Tariff tariff) {
        return new TariffView(tariff.id(), tariff.programme(), tariff.pathway(), tariff.amount(), tariff.effectiveFrom(), tariff.effectiveTo(),
                tariff.illustrative(), tariff.version());
    }
}
