package org.schoolhubs.applications.programmes;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OrderColumn;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.schoolhubs.kit.aggregate.Aggregate;

/** Partners that begin together, and the window in which they apply. The window may still be open after the start: late joiners. */
@Entity
class Cohort extends Aggregate {
    @ManyToOne(fetch = FetchType.LAZY)
    private Programme programme;
    private String code;
    private String name;
    private LocalDate startsOn;
    private Instant windowOpensAt;
    private Instant windowClosesAt;

    @ElementCollection
    @CollectionTable(name = "cohort_pathway", joinColumns = @JoinColumn(name = "cohort_id"))
    @OrderColumn(name = "position")
    private List<Offer> offers;

    /** For JPA. */
    protected Cohort() {
    }

    Cohort(Programme programme, NewCohort wanted, Instant now) {
        super(now);
        this.programme = programme;
        this.code = wanted.code();
        this.name = wanted.name();
        this.startsOn = wanted.startsOn();
        this.windowOpensAt = wanted.windowOpensAt();
        this.windowClosesAt = wanted.windowClosesAt();
        this.offers = new ArrayList<>(wanted.pathways().stream().map(one -> new Offer(one.code(), one.places())).toList());
    }

    Programme programme() {
        return programme;
    }

    String code() {
        return code;
    }

    String name() {
        return name;
    }

    LocalDate startsOn() {
        return startsOn;
    }

    Instant windowOpensAt() {
        return windowOpensAt;
    }

    Instant windowClosesAt() {
        return windowClosesAt;
    }

    List<Offer> offers() {
        return List.copyOf(offers);
    }

    boolean offers(String pathwayCode) {
        return offers.stream().anyMatch(offer -> offer.code.equals(pathwayCode));
    }

    /** A pathway that the cohort offers; places null for no limit of its own. */
    @Embeddable
    static class Offer {
        private String code;
        private Integer places;

        /** For JPA. */
        protected Offer() {
        }

        Offer(String code, Integer places) {
            this.code = code;
            this.places = places;
        }

        String code() {
            return code;
        }

        Integer places() {
            return places;
        }
    }
}
