package org.schoolhubs.grants.tariffs;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class TariffRepository implements PanacheRepositoryBase<Tariff, UUID> {
    private static final String OF_DAY = "programme = ?1 and pathway = ?2 and effectiveFrom <= ?3 and (effectiveTo is null or effectiveTo >= ?3)";
    private static final String OVERLAPPING = """
            programme = ?1 and pathway = ?2 and (effectiveTo is null or effectiveTo >= ?3) and (cast(?4 as LocalDate) is null or effectiveFrom <= ?4)""";

    Optional<Tariff> ofDay(String programme, String pathway, LocalDate day) {
        return find(OF_DAY, programme, pathway, day).firstResultOptional();
    }

    /** @param to null for no end */
    Optional<Tariff> overlapping(String programme, String pathway, LocalDate from, LocalDate to) {
        return find(OVERLAPPING, programme, pathway, from, to).firstResultOptional();
    }
}
