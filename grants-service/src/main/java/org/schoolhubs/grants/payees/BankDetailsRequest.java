package org.schoolhubs.grants.payees;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Bank details as they are entered. */
@Schema(name = "NewBankDetails", examples = """
        {"sortCode": "010203", "accountNumber": "12345678", "accountName": "CAMDEN SCHOOL"}""")
record BankDetailsRequest(
        @NotNull @Pattern(regexp = "[0-9]{6}", message = "A sort code is 6 digits without hyphens.") @Schema(examples = "010203") String sortCode,
        @NotNull @Pattern(regexp = "[0-9]{8}", message = "An account number is 8 digits; put noughts before a shorter one.") @Schema(examples = "12345678") String accountNumber,
        @NotBlank @Size(max = 70) @Pattern(regexp = "[A-Za-z0-9 .,'()&/-]*", message = "Letters A to Z, digits, spaces and . , ' ( ) & / - only.")
        @Schema(description = "As the bank knows it", examples = "CAMDEN SCHOOL") String accountName) {
    BankAccount toAccount() {
        return new BankAccount(sortCode, accountNumber, accountName.strip());
    }

    /** Says nothing, so that no log can. */
    @Override
    public String toString() {
        return "BankDetailsRequest[hidden]";
    }
}
