package org.schoolhubs.grants.tariffs;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.schoolhubs.grants.MoneyAmount;

/** A tariff to be made. */
@Schema(examples = """
        {"programme": "behaviour-hubs", "pathway": "core", "amount": {"pence": 480000, "currency": "GBP"}, "effectiveFrom": "2027-04-01", "effectiveTo": null}""")
record NewTariff(
        @NotNull @Size(max = 60) @Pattern(regexp = "[a-z0-9]+(-[a-z0-9]+)*") String programme,
        @NotNull @Size(max = 60) @Pattern(regexp = "[a-z0-9]+(-[a-z0-9]+)*") String pathway,
        @NotNull @Valid MoneyAmount amount,
        @NotNull @Schema(description = "First day of acceptance that it is for") LocalDate effectiveFrom,
        @Schema(description = "Last day of acceptance that it is for; leave out for no end", nullable = true) LocalDate effectiveTo) {
    @AssertTrue(message = "A tariff is more than £0.")
    @Schema(hidden = true)
    boolean isAmountMoreThanZero() {
        return amount == null || amount.pence() == null || amount.pence() != 0;
    }
}
