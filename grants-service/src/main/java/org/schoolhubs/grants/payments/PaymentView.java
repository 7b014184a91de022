package org.schoolhubs.grants.payments;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.schoolhubs.kernel.Money;

/** A payment as it is shown. */
@Schema(name = "Payment", description = "One award's payment in a run.")
record PaymentView(
        UUID id,
        UUID awardId,
        UUID payeeId,
        @Schema(description = "Names the payment at the bank", examples = "0199f0c8000070008000000000000001") String endToEndId,
        Money amount,
        Payment.State state,
        @Schema(description = "The bank's reason code", nullable = true) String resultReason) {
    static PaymentView of(Payment payment) {
        return new PaymentView(payment.id(), payment.awardId(), payment.payeeId(), payment.endToEndId(), payment.amount(), payment.state(), payment.resultReason());
    }
}
