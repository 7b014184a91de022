package org.schoolhubs.hubs.pool;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.schoolhubs.hubs.HubError;
import org.schoolhubs.hubs.leads.Phase;
import org.schoolhubs.hubs.leads.Provision;
import org.schoolhubs.kernel.GridReference;
import org.schoolhubs.kit.aggregate.Aggregate;
import org.schoolhubs.kit.problem.Problem;

/** An accepted application of a school: waiting for a hub, placed, or left. */
@Entity
class PoolEntry extends Aggregate {
    private UUID applicationId;
    @Enumerated(EnumType.STRING)
    private PoolState state;
    private String programme;
    private String pathway;
    private String cohort;
    private LocalDate cohortStartsOn;
    private LocalDate cohortEndsOn;
    private Instant submittedAt;
    private LocalDate acceptedOn;
    private Integer selectionRank;
    private String urn;
    private String schoolName;
    private String laCode;
    private String trustUid;
    @Enumerated(EnumType.STRING)
    private Phase phase;
    @Enumerated(EnumType.STRING)
    private Provision provision;
    private String region;
    private Integer easting;
    private Integer northing;
    private UUID[] refusedByHubs;

    /** For JPA. */
    protected PoolEntry() {
    }

    PoolEntry(AcceptedSchool accepted, Instant now) {
        super(now);
        applicationId = accepted.applicationId();
        state = PoolState.WAITING;
        refusedByHubs = new UUID[0];
        know(accepted);
    }

    private void know(AcceptedSchool accepted) {
        var partner = accepted.partner();
        programme = accepted.programme();
        pathway = accepted.pathway();
        cohort = accepted.cohort();
        cohortStartsOn = accepted.cohortStartsOn();
        cohortEndsOn = accepted.cohortEndsOn();
        submittedAt = accepted.submittedAt();
        acceptedOn = accepted.acceptedOn();
        selectionRank = accepted.selectionRank();
        urn = partner.urn();
        schoolName = partner.name();
        laCode = partner.laCode();
        trustUid = partner.trustUid();
        phase = partner.phase();
        provision = partner.provision();
        region = partner.region();
        boolean located = partner.easting() != null && partner.northing() != null;
        easting = located ? partner.easting() : null;
        northing = located ? partner.northing() : null;
    }

    /** @throws Problem 409 {@code not-waiting} unless it waits */
    void requireWaiting() {
        if (PoolState.LIFECYCLE.next(state, PoolAct.PLACE).isEmpty()) {
            throw Problem.of(HubError.NOT_WAITING, state == PoolState.PLACED
                    ? "The school has a membership already: look at the memberships of its application."
                    : "The application was withdrawn or its membership completed: it takes no place any more.");
        }
    }

    /** @throws Problem 409 {@code not-waiting} unless it waits */
    void place() {
        requireWaiting();
        state = PoolState.PLACED;
    }

    /** Waits again, and is not proposed to that hub a second time. */
    void comeBack(UUID hubThatRefused) {
        state = PoolState.LIFECYCLE.require(state, PoolAct.RETURN);
        refusedByHubs = Stream.concat(Arrays.stream(refusedByHubs), Stream.of(hubThatRefused)).distinct().toArray(UUID[]::new);
    }

    /** @return false if it had left before */
    boolean leave() {
        var next = PoolState.LIFECYCLE.next(state, PoolAct.LEAVE);
        next.ifPresent(left -> state = left);
        return next.isPresent();
    }

    /**
     * Accepted anew after it had left, with the facts of that acceptance. Hubs that refused it before are still not proposed again.
     *
     * @return false if it has not left
     */
    boolean enterAgain(AcceptedSchool accepted) {
        var next = PoolState.LIFECYCLE.next(state, PoolAct.ENTER_AGAIN);
        next.ifPresent(waiting -> {
            state = waiting;
            know(accepted);
        });
        return next.isPresent();
    }

    PooledSchool facts() {
        return new PooledSchool(id(), applicationId, state, programme, pathway, cohort, cohortStartsOn, cohortEndsOn, acceptedOn, urn, schoolName, laCode, trustUid,
                phase, provision, region, easting == null ? null : new GridReference(easting, northing),
                Arrays.stream(refusedByHubs).collect(Collectors.toUnmodifiableSet()));
    }

    PoolEntryView view() {
        return new PoolEntryView(id(), version(), applicationId, state, programme, pathway, cohort, cohortStartsOn, submittedAt, acceptedOn, selectionRank,
                new PoolEntryView.SchoolView(urn, schoolName, laCode, trustUid, phase, provision, region, easting, northing), Set.of(refusedByHubs));
    }
}
