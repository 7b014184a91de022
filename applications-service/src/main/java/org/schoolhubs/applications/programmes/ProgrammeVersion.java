package org.schoolhubs.applications.programmes;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OrderColumn;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.DynamicUpdate;
import org.schoolhubs.applications.programmes.rules.ProgrammeTerms;
import org.schoolhubs.kit.aggregate.Ids;
import org.schoolhubs.kit.problem.Problem;
import org.schoolhubs.kit.time.LondonDates;

/** What a programme asks and gives from a moment on. Never altered; one that has not begun may be cancelled. */
@Entity
@DynamicUpdate // the database lets only the cancellation be updated
class ProgrammeVersion {
    private static final int BATCH = 50;

    @Id
    private UUID id;
    @ManyToOne(fetch = FetchType.LAZY)
    private Programme programme;
    private int number;
    private Instant validFrom;
    private String name;
    private String description;
    private LocalDate takesApplicationsUntil;
    private Instant leadWindowOpensAt;
    private Instant leadWindowClosesAt;
    private Integer leadLeadersRequired;
    private Instant madeAt;
    private String madeBy;
    private String approvedBy;
    private UUID changeId;
    private String reason;
    private Instant cancelledAt;
    private String cancelledBy;

    @ElementCollection
    @CollectionTable(name = "programme_subject", joinColumns = @JoinColumn(name = "version_id"))
    @Column(name = "subject")
    @BatchSize(size = BATCH)
    private Set<String> subjects;

    @ElementCollection
    @CollectionTable(name = "pathway", joinColumns = @JoinColumn(name = "version_id"))
    @OrderColumn(name = "position")
    @BatchSize(size = BATCH)
    private List<Pathway> pathways;

    /** For JPA. */
    protected ProgrammeVersion() {
    }

    /**
     * What a version is made with.
     *
     * @param validFrom  first day of it, or null for at once; a day that has come by now means at once, too
     * @param approvedBy the second person, or null
     * @param changeId   the change that it comes from; null for the first version
     */
    record Making(ProgrammeTerms terms, LocalDate validFrom, String madeBy, String approvedBy, UUID changeId, String reason) {
    }

    ProgrammeVersion(Programme programme, int number, Making making, Instant now) {
        this.id = Ids.next();
        this.programme = programme;
        this.number = number;
        this.madeAt = now.truncatedTo(ChronoUnit.MICROS);
        this.validFrom = Optional.ofNullable(making.validFrom()).map(day -> day.atStartOfDay(LondonDates.LONDON).toInstant())
                .filter(begins -> begins.isAfter(now)).orElse(madeAt);
        this.madeBy = making.madeBy();
        this.approvedBy = making.approvedBy();
        this.changeId = making.changeId();
        this.reason = making.reason();
        ProgrammeTerms terms = making.terms();
        this.name = terms.name();
        this.description = terms.description();
        this.takesApplicationsUntil = terms.takesApplicationsUntil();
        if (terms.leadWindow() != null) {
            this.leadWindowOpensAt = terms.leadWindow().opensAt();
            this.leadWindowClosesAt = terms.leadWindow().closesAt();
            this.leadLeadersRequired = terms.leadWindow().leadersRequired();
        }
        this.subjects = new TreeSet<>(terms.subjects());
        this.pathways = new ArrayList<>(terms.pathways().stream().map(Pathway::new).toList());
    }

    /** @throws Problem 409 {@code version-in-force} once it has begun, or where it was cancelled before */
    void cancel(String subject, Instant now) {
        if (!isScheduled(now)) {
            throw Problem.of(ProgrammeError.VERSION_IN_FORCE, "Version %d has begun or was cancelled. Change the programme instead: PUT /v1/programmes/%s."
                    .formatted(number, programme.code()));
        }
        cancelledAt = now;
        cancelledBy = subject;
    }

    /** Whether it has begun by then and was not cancelled; a later version may have taken its place. */
    boolean isInForceFrom(Instant instant) {
        return cancelledAt == null && !validFrom.isAfter(instant);
    }

    boolean isScheduled(Instant now) {
        return cancelledAt == null && validFrom.isAfter(now);
    }

    ProgrammeTerms terms() {
        return new ProgrammeTerms(name, description, List.copyOf(new TreeSet<>(subjects)), takesApplicationsUntil, leadWindow(),
                pathways.stream().map(Pathway::terms).toList());
    }

    /** When one may apply to lead a hub; null where nobody may. */
    ProgrammeTerms.LeadWindow leadWindow() {
        return leadWindowOpensAt == null ? null : new ProgrammeTerms.LeadWindow(leadWindowOpensAt, leadWindowClosesAt, leadLeadersRequired);
    }

    UUID id() {
        return id;
    }

    int number() {
        return number;
    }

    Instant validFrom() {
        return validFrom;
    }

    String name() {
        return name;
    }

    String description() {
        return description;
    }

    LocalDate takesApplicationsUntil() {
        return takesApplicationsUntil;
    }

    Instant madeAt() {
        return madeAt;
    }

    String madeBy() {
        return madeBy;
    }

    /** The second person, or null where none was needed. */
    String approvedBy() {
        return approvedBy;
    }

    UUID changeId() {
        return changeId;
    }

    String reason() {
        return reason;
    }

    Instant cancelledAt() {
        return cancelledAt;
    }

    String cancelledBy() {
        return cancelledBy;
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
