package org.schoolhubs.grants.tariffs;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.schoolhubs.grants.GrantError;
import org.schoolhubs.kernel.Money;
import org.schoolhubs.kit.aggregate.Aggregate;
import org.schoolhubs.kit.problem.Problem;

/**
 * The lump sum of a pathway for applications accepted from one day to another. The amount never changes: a new amount is a new tariff, and what was promised
 * under the old one stays.
 */
@Entity
@Table(name = "tariff")
public class Tariff extends Aggregate {
    private String programme;
    private String pathway;
    private long amountPence;
    private LocalDate effectiveFrom;
    private LocalDate effectiveTo;
    private boolean illustrative;

    /** For JPA. */
    protected Tariff() {
    }

    Tariff(String programme, String pathway, Money amount, LocalDate effectiveFrom, LocalDate effectiveTo, Instant now) {
        super(now);
        this.programme = programme;
        this.pathway = pathway;
        this.amountPence = amount.pence();
        this.effectiveFrom = effectiveFrom;
        this.effectiveTo = effectiveTo;
        requirePeriod(effectiveTo);
    }

    /**
     * Ends it.
     *
     * @param lastDay the last day of acceptance that it is for
     * @throws Problem 422 {@code tariff-period-invalid} if that is before its first day, in the past, or later than an end that it has already
     */
    void end(LocalDate lastDay, LocalDate today) {
        requirePeriod(lastDay);
        if (lastDay.isBefore(today)) {
            throw Problem.of(GrantError.TARIFF_PERIOD_INVALID, "A tariff cannot be ended in the past. Give today or a later day.");
        }
        if (effectiveTo != null && lastDay.isAfter(effectiveTo)) {
            throw Problem.of(GrantError.TARIFF_PERIOD_INVALID, "This tariff ends on %s already. Add another tariff for later days.".formatted(effectiveTo));
        }
        effectiveTo = lastDay;
    }

    private void requirePeriod(LocalDate lastDay) {
        if (lastDay != null && lastDay.isBefore(effectiveFrom)) {
            throw Problem.of(GrantError.TARIFF_PERIOD_INVALID, "The last day is before the first, %s.".formatted(effectiveFrom));
        }
    }

    public String programme() {
        return programme;
    }

    public String pathway() {
        return pathway;
    }

    public Money amount() {
        return Money.ofPence(amountPence);
    }

    LocalDate effectiveFrom() {
        return effectiveFrom;
    }

    LocalDate effectiveTo() {
        return effectiveTo;
    }

    boolean illustrative() {
        return illustrative;
    }
}
