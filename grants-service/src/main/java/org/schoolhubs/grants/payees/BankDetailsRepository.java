package org.schoolhubs.grants.payees;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class BankDetailsRepository implements PanacheRepositoryBase<BankDetails, UUID> {
    Optional<BankDetails> latestOf(UUID payeeId) {
        return find("payeeId = ?1 and latest", payeeId).firstResultOptional();
    }

    boolean anyVerified(UUID payeeId) {
        return count("payeeId = ?1 and verifiedBy is not null", payeeId) > 0;
    }
}
