package org.schoolhubs.applications.programmes;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hibernate.annotations.BatchSize;
import org.schoolhubs.applications.programmes.ProgrammeLifecycle.Act;
import org.schoolhubs.applications.programmes.rules.Standing;
import org.schoolhubs.kit.aggregate.Aggregate;
import org.schoolhubs.kit.problem.Problem;
import org.schoolhubs.kit.time.LondonDates;

/** A programme. What it asks and gives stands in its versions. Cohorts are aggregates of their own, but a change of one counts as a change of its programme. */
@Entity
class Programme extends Aggregate {
    private String code;
    @Enumerated(EnumType.STRING)
    private ProgrammeState state;
    private String replacedBy;
    private LocalDate replacedOn;
    private LocalDate closedOn;
    private int versionInForce;

    @OneToMany(mappedBy = "programme", cascade = CascadeType.PERSIST)
    @BatchSize(size = 50)
    @OrderBy("number")
    private List<ProgrammeVersion> versions = new ArrayList<>();

    /** For JPA. */
    protected Programme() {
    }

    /** A draft. */
    Programme(String code, Instant now) {
        super(now);
        this.code = code;
        this.state = ProgrammeState.DRAFT;
    }

    /**
     * Adds a version: in force from now on, or from midnight of a later day.
     *
     * @throws Problem 409 {@code version-scheduled} while another one is to come
     */
    ProgrammeVersion revise(ProgrammeVersion.Making making, Instant now) {
        requireRevisable(now);
        ProgrammeVersion version = new ProgrammeVersion(this, versions.size() + 1, making, now);
        versions.add(version);
        if (!version.validFrom().isAfter(now)) {
            versionInForce = version.number();
        }
        return version;
    }

    /** @throws Problem 409 {@code version-scheduled} while another version is to come, {@code transition-impossible} once replaced */
    void requireRevisable(Instant now) {
        ProgrammeLifecycle.TABLE.require(state, Act.CHANGE);
        scheduled(now).ifPresent(later -> {
            throw Problem.of(ProgrammeError.VERSION_SCHEDULED, "Version %d of %s begins on %s. Wait for it, or cancel it: POST /v1/programmes/%s/versions/%d/cancellation."
                    .formatted(later.number(), code, LondonDates.dayOf(later.validFrom()), code, later.number()));
        });
    }

    /** Notes that a version that was scheduled has come into force; false where nothing is new. */
    boolean moveOn(Instant now) {
        int due = inForce(now).number();
        boolean moved = due != versionInForce;
        versionInForce = due;
        return moved;
    }

    void publish() {
        state = ProgrammeLifecycle.TABLE.require(state, Act.PUBLISH);
    }

    /** No new applications from this day on. */
    void close(LocalDate today) {
        state = ProgrammeLifecycle.TABLE.require(state, Act.CLOSE);
        closedOn = today;
    }

    /** Another takes its place on a day; on that day {@link #becomeReplaced} follows. */
    void replace(String successor, LocalDate on, LocalDate today) {
        ProgrammeLifecycle.TABLE.require(state, Act.REPLACE);
        replacedBy = successor;
        replacedOn = on;
        becomeReplaced(today);
    }

    /** Becomes REPLACED if the day has come; false if it has not, or did before. */
    boolean becomeReplaced(LocalDate today) {
        if (replacedOn == null || today.isBefore(replacedOn) || state == ProgrammeState.REPLACED) {
            return false;
        }
        state = ProgrammeLifecycle.TABLE.require(state, Act.REPLACE);
        return true;
    }

    String code() {
        return code;
    }

    ProgrammeState state() {
        return state;
    }

    /** Code of the programme that takes its place, or null. */
    String replacedBy() {
        return replacedBy;
    }

    /** First day of the successor alone; null while no day is set. */
    LocalDate replacedOn() {
        return replacedOn;
    }

    Standing standing() {
        return new Standing(state, replacedBy, replacedOn);
    }

    /** Oldest first, cancelled ones too. */
    List<ProgrammeVersion> versions() {
        return List.copyOf(versions);
    }

    /** What it asked and gave at an instant; empty before it was made. */
    Optional<ProgrammeVersion> inForceAt(Instant instant) {
        return versions.stream().filter(version -> version.isInForceFrom(instant)).reduce((earlier, later) -> later);
    }

    /** What it asks and gives now. */
    ProgrammeVersion inForce(Instant now) {
        return inForceAt(now).orElseThrow(() -> new IllegalStateException("Programme %s has no version in force".formatted(code)));
    }

    /** The version that is to come, if one is. */
    Optional<ProgrammeVersion> scheduled(Instant now) {
        return versions.stream().filter(version -> version.isScheduled(now)).findFirst();
    }

    /** Last day on which an application may be submitted: by its terms, by closure, by replacement; null while no end is set. */
    LocalDate lastDay(ProgrammeVersion version) {
        return Stream.of(Optional.ofNullable(version.takesApplicationsUntil()), Optional.ofNullable(closedOn).map(day -> day.minusDays(1)),
                Optional.ofNullable(replacedOn).map(day -> day.minusDays(1))).flatMap(Optional::stream).min(LocalDate::compareTo).orElse(null);
    }

    /** Whether applications may be submitted at all, windows apart. */
    boolean takesApplications(Instant now) {
        LocalDate last = lastDay(inForce(now));
        return state == ProgrammeState.PUBLISHED && (last == null || !LondonDates.dayOf(now).isAfter(last));
    }
}
