package org.schoolhubs.grants.payees;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

@ApplicationScoped
class PayeeRepository implements PanacheRepositoryBase<Payee, UUID> {
    boolean exists(OrganisationKind kind, String code) {
        return count("organisationKind = ?1 and organisationCode = ?2", kind, code) > 0;
    }
}
