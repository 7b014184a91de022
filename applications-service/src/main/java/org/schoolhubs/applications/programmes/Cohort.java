package org.schoolhubs.applications.programmes;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKeyColumn;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.hibernate.annotations.BatchSize;
import org.schoolhubs.applications.programmes.rules.CohortTerms;
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
    @MapKeyColumn(name = "code")
    @BatchSize(size = 50)
    private Map<String, Offer> offers = new HashMap<>();

    /** For JPA. */
    protected Cohort() {
    }

    Cohort(Programme programme, String code, CohortTerms terms, Instant now) {
        super(now);
        this.programme = programme;
        this.code = code;
        change(terms);
    }

    /** Takes these terms in place of those before; which may change is for {@link org.schoolhubs.applications.programmes.rules.ChangeRules} to say. */
    void change(CohortTerms terms) {
        name = terms.name();
        startsOn = terms.startsOn();
        windowOpensAt = terms.windowOpensAt();
        windowClosesAt = terms.windowClosesAt();
        Map<String, Offer> wanted = new HashMap<>();
        terms.pathways().forEach(offered -> wanted.put(offered.code(), new Offer(wanted.size(), offered.places())));
        offers.keySet().retainAll(wanted.keySet());
        offers.putAll(wanted);
    }

    CohortTerms terms() {
        return new CohortTerms(name, startsOn, windowOpensAt, windowClosesAt, offers.entrySet().stream()
                .sorted(Comparator.comparingInt(offer -> offer.getValue().position))
                .map(offer -> new CohortTerms.OfferedPathway(offer.getKey(), offer.getValue().places)).toList());
    }

    /** Whether its window is open; what the programme says besides is for the programme. */
    boolean isWindowOpen(Instant now) {
        return !now.isBefore(windowOpensAt) && now.isBefore(windowClosesAt);
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

    boolean offers(String pathwayCode) {
        return offers.containsKey(pathwayCode);
    }

    /** A pathway that the cohort offers, its place among the others, and its places; null for no limit of its own. */
    @Embeddable
    static class Offer {
        private int position;
        private Integer places;

        /** For JPA. */
        protected Offer() {
        }

        Offer(int position, Integer places) {
            this.position = position;
            this.places = places;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Offer that && position == that.position && Objects.equals(places, that.places);
        }

        @Override
        public int hashCode() {
            return Objects.hash(position, places);
        }
    }
}
