package org.schoolhubs.grants.payments;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithName;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.schoolhubs.grants.payments.pain001.Instruction;

/** Who pays, and on which days banks do not. Public because its values are validated at start-up. */
@ConfigMapping(prefix = "grants.payments")
public interface PaymentsConfig {
    /** The account that pays. */
    Debtor debtor();

    /** Bank holidays of England and Wales; weekends are known. */
    @WithName("bank-holidays")
    Optional<Set<LocalDate>> bankHolidays();

    /** The account that pays. */
    interface Debtor {
        @NotBlank
        @Size(max = 70)
        String name();

        @WithName("sort-code")
        @Pattern(regexp = "[0-9]{6}")
        String sortCode();

        @WithName("account-number")
        @Pattern(regexp = "[0-9]{8}")
        String accountNumber();

        default Instruction.Account account() {
            return new Instruction.Account(name(), sortCode(), accountNumber());
        }
    }
}
