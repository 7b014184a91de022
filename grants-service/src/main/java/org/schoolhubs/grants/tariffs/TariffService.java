package org.schoolhubs.grants.tariffs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.schoolhubs.grants.GrantError;
import org.schoolhubs.kit.journal.Entry;
import org.schoolhubs.kit.journal.Journal;
import org.schoolhubs.kit.problem.Problem;
import org.schoolhubs.kit.time.LondonDates;
import org.schoolhubs.kit.web.ListQuery;
import org.schoolhubs.kit.web.Page;
import org.schoolhubs.kit.web.PageRequest;
import org.schoolhubs.kit.web.Precondition;

/** Use cases of tariffs. */
@ApplicationScoped
public class TariffService {
    private final TariffRepository tariffs;
    private final GrantCaps caps;
    private final Journal journal;
    private final Clock clock;
    private final EntityManager entities;

    TariffService(TariffRepository tariffs, GrantCaps caps, Journal journal, Clock clock, EntityManager entities) {
        this.tariffs = tariffs;
        this.caps = caps;
        this.journal = journal;
        this.clock = clock;
        this.entities = entities;
    }

    /** The tariff for an application accepted on that day, if there is one. */
    @Transactional
    public Optional<Tariff> ofDay(String programme, String pathway, LocalDate acceptedOn) {
        return tariffs.ofDay(programme, pathway, acceptedOn);
    }

    @Transactional
    Page<TariffView> list(String programme, String pathway, PageRequest page) {
        return ListQuery.of(entities, Tariff.class).filter("e.programme = :programme", "programme", programme).filter("e.pathway = :pathway", "pathway", pathway)
                .fetch(page, TariffView::of);
    }

    @Transactional
    TariffView get(UUID id) {
        return TariffView.of(required(id));
    }

    @Transactional
    TariffView create(NewTariff request) {
        caps.require(request.programme(), request.pathway(), request.amount().toMoney());
        Tariff tariff = new Tariff(request.programme(), request.pathway(), request.amount().toMoney(), request.effectiveFrom(), request.effectiveTo(), clock.instant());
        tariffs.overlapping(tariff.programme(), tariff.pathway(), tariff.effectiveFrom(), tariff.effectiveTo()).ifPresent(other -> {
            throw Problem.of(GrantError.TARIFF_OVERLAPS, "Tariff %s is for %s to %s. End it first, or give other days.".formatted(
                    other.id(), other.effectiveFrom(), other.effectiveTo() == null ? "further notice" : other.effectiveTo()));
        });
        tariffs.persist(tariff);
        journal.append(Entry.of(tariff, "Tariff").event("TariffCreated").changed("amount", "effectiveFrom", "effectiveTo"));
        return TariffView.of(tariff);
    }

    @Transactional
    TariffView end(UUID id, Precondition precondition, LocalDate lastDay) {
        Tariff tariff = required(id);
        precondition.check(tariff);
        tariff.end(lastDay, LondonDates.today(clock));
        journal.append(Entry.of(tariff, "Tariff").event("TariffEnded").changed("effectiveTo"));
        return TariffView.of(tariff);
    }

    private Tariff required(UUID id) {
        return tariffs.findByIdOptional(id).orElseThrow(() -> Problem.notFound("tariff", id));
    }
}
