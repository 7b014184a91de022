package org.schoolhubs.applications.programmes;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.schoolhubs.kit.aggregate.Aggregate;

/** A programme with its pathways. Cohorts are aggregates of their own, but a new one counts as a change of its programme. */
@Entity
class Programme extends Aggregate {
    private String code;
    private String name;
    private String description;
    private String replacedBy;
    private LocalDate takesApplicationsUntil;
    private Instant leadWindowOpensAt;
    private Instant leadWindowClosesAt;
    private Integer leadLeadersRequired;

    @ElementCollection
    @CollectionTable(name = "programme_subject", joinColumns = @JoinColumn(name = "programme_id"))
    @Column(name = "subject")
    private Set<String> subjects;

    @ElementCollection
    @CollectionTable(name = "pathway", joinColumns = @JoinColumn(name = "programme_id"))
    @OrderColumn(name = "position")
    private List<Pathway> pathways;

    /** For JPA. */
    protected Programme() {
    }

    String code() {
        return code;
    }

    String name() {
        return name;
    }

    String description() {
        return description;
    }

    /** Code of the programme that takes its place, or null. */
    String replacedBy() {
        return replacedBy;
    }

    LocalDate takesApplicationsUntil() {
        return takesApplicationsUntil;
    }

    /** From when schools and trusts may apply to lead a hub; null where nobody may. */
    Instant leadWindowOpensAt() {
        return leadWindowOpensAt;
    }

    Instant leadWindowClosesAt() {
        return leadWindowClosesAt;
    }

    Integer leadLeadersRequired() {
        return leadLeadersRequired;
    }

    Set<String> subjects() {
        return Set.copyOf(subjects);
    }

    List<Pathway> pathways() {
        return List.copyOf(pathways);
    }

    Optional<Pathway> pathway(String pathwayCode) {
        return pathways.stream().filter(one -> one.code().equals(pathwayCode)).findFirst();
    }
}
