package org.schoolhubs.grants.payees;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.schoolhubs.grants.payees.rules.Usability;
import org.schoolhubs.kit.web.Versioned;

/** Bank details as they are shown: masked, whoever asks. */
@Schema(name = "BankDetails", description = "Masked: the whole numbers are never shown. The ETag is the payee's.")
record BankDetailsView(
        @Schema(examples = "****03") String sortCode,
        @Schema(examples = "****5678") String accountNumber,
        @Schema(description = "Whether they can be paid to now") Usability usability,
        Instant enteredAt,
        @Schema(nullable = true) Instant verifiedAt,
        @Schema(description = "From when they may be used", nullable = true) Instant usableFrom,
        long version) implements Versioned {
    static BankDetailsView of(long payeeVersion, BankDetails details, Instant now) {
        return new BankDetailsView("****" + details.sortCodeEnd(), "****" + details.accountEnd(), details.usability(now), details.createdAt(),
                details.verifiedAt(), details.usableFrom(), payeeVersion);
    }
}
