package org.schoolhubs.hubs.hubs;

import static java.util.stream.Collectors.joining;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.schoolhubs.hubs.HubError;
import org.schoolhubs.hubs.leads.Lead;
import org.schoolhubs.hubs.leads.Phase;
import org.schoolhubs.hubs.leads.Provision;
import org.schoolhubs.kit.aggregate.Aggregate;
import org.schoolhubs.kit.problem.Problem;

/** A hub: a lead school that supports partner schools in one programme. Its places stand beside it, in {@link PlaceRepository}. */
@Entity
class Hub extends Aggregate {
    /** Of the name of a lead, so that the hub's own has at most 200 characters. */
    private static final int MAX_NAME = 193;

    private String name;
    private String programme;
    private String leadUrn;
    private String[] phases;
    private String[] provisions;
    private String region;
    @Column(name = "virtual")
    private boolean meetsOnline;
    @Enumerated(EnumType.STRING)
    private HubState state;
    private boolean hasCapacityAndIsWilling;
    private boolean noConflictOfInterest;
    private boolean canBePaid;
    private Instant dueDiligenceAt;
    private String dueDiligenceNotes;
    private LocalDate effectiveOn;
    @Enumerated(EnumType.STRING)
    private ClosureReason closureReason;
    private UUID applicationId;
    private String leadTrustUid;
    private Integer placesWished;

    /** For JPA. */
    protected Hub() {
    }

    Hub(HubRequest request, Lead lead, Instant now, LocalDate today) {
        super(now);
        name = request.name().strip();
        programme = request.programme();
        leadUrn = lead.urn();
        phases = names(request.phases());
        provisions = names(request.provisions() == null ? List.of() : request.provisions());
        region = request.region() == null ? lead.region() : request.region();
        meetsOnline = Boolean.TRUE.equals(request.virtual());
        state = HubState.PREPARING;
        effectiveOn = today;
    }

    /** The hub of an accepted lead; in the lead's region, for every kind of setting, until the programme team says otherwise. */
    Hub(AcceptedLead accepted, Lead lead, Instant now, LocalDate today) {
        super(now);
        name = hubName(accepted.name());
        programme = accepted.programme();
        leadUrn = lead.urn();
        phases = names(accepted.phases());
        provisions = new String[0];
        region = lead.region();
        state = HubState.PREPARING;
        effectiveOn = today;
        applicationId = accepted.applicationId();
        leadTrustUid = accepted.leadTrustUid();
        placesWished = accepted.places();
    }

    private static String hubName(String ofLead) {
        return "Hub of " + (ofLead.length() > MAX_NAME ? ofLead.substring(0, MAX_NAME) : ofLead);
    }

    /** @throws Problem 409 unless the hub is in preparation */
    void recordDueDiligence(DueDiligenceRequest found, Instant now) {
        HubState.LIFECYCLE.require(state, HubAct.RECORD_DUE_DILIGENCE);
        hasCapacityAndIsWilling = found.hasCapacityAndIsWilling();
        noConflictOfInterest = found.noConflictOfInterest();
        canBePaid = found.canBePaid();
        dueDiligenceNotes = found.notes();
        dueDiligenceAt = now;
    }

    /** @throws Problem 409, also while due diligence is incomplete, naming what is missing */
    void announce(LocalDate today) {
        HubState next = HubState.LIFECYCLE.require(state, HubAct.ANNOUNCE);
        if (!missingDueDiligence().isEmpty()) {
            throw Problem.of(HubError.DUE_DILIGENCE_INCOMPLETE, missingInWords());
        }
        become(next, today);
    }

    /** @throws Problem 409 unless the hub is announced */
    void open(LocalDate today) {
        become(HubState.LIFECYCLE.require(state, HubAct.OPEN), today);
    }

    /**
     * @param held places that schools hold
     * @throws Problem 409 if it is closed already or schools still hold places
     */
    void close(ClosureReason reason, long held, LocalDate today) {
        HubState next = HubState.LIFECYCLE.require(state, HubAct.CLOSE);
        if (held > 0) {
            throw Problem.of(HubError.HUB_HAS_MEMBERS, "%d schools hold a place in this hub. Let their memberships complete, or withdraw them, then close it."
                    .formatted(held));
        }
        closureReason = reason;
        become(next, today);
    }

    /**
     * Another school leads it from now on; nothing else changes.
     *
     * @throws Problem 409 if the hub is closed
     */
    void passLead(String toUrn) {
        HubState.LIFECYCLE.require(state, HubAct.PASS_LEAD, HubError.HUB_CLOSED);
        leadUrn = toUrn;
    }

    /** @throws Problem 409 if the hub is closed */
    void requirePlacesCanBeSet() {
        HubState.LIFECYCLE.require(state, HubAct.SET_PLACES, HubError.HUB_CLOSED);
    }

    private void become(HubState next, LocalDate today) {
        state = next;
        effectiveOn = today;
    }

    /** Names of the confirmations that due diligence still lacks. */
    List<String> missingDueDiligence() {
        var missing = new ArrayList<String>();
        if (!hasCapacityAndIsWilling) {
            missing.add("hasCapacityAndIsWilling");
        }
        if (!noConflictOfInterest) {
            missing.add("noConflictOfInterest");
        }
        if (!canBePaid) {
            missing.add("canBePaid");
        }
        return missing;
    }

    String missingInWords() {
        return "Before the hub can be announced, due diligence must confirm: %s. Record it under /due-diligence."
                .formatted(missingDueDiligence().stream().collect(joining(", ")));
    }

    boolean isInDirectory() {
        return state == HubState.ANNOUNCED || state == HubState.OPEN;
    }

    String name() {
        return name;
    }

    String programme() {
        return programme;
    }

    String leadUrn() {
        return leadUrn;
    }

    List<Phase> phases() {
        return Arrays.stream(phases).map(Phase::valueOf).toList();
    }

    List<Provision> provisions() {
        return Arrays.stream(provisions).map(Provision::valueOf).toList();
    }

    String region() {
        return region;
    }

    boolean meetsOnline() {
        return meetsOnline;
    }

    HubState state() {
        return state;
    }

    LocalDate effectiveOn() {
        return effectiveOn;
    }

    ClosureReason closureReason() {
        return closureReason;
    }

    boolean hasCapacityAndIsWilling() {
        return hasCapacityAndIsWilling;
    }

    boolean noConflictOfInterest() {
        return noConflictOfInterest;
    }

    boolean canBePaid() {
        return canBePaid;
    }

    /** The accepted application that prepared it; null where the programme team did. */
    UUID applicationId() {
        return applicationId;
    }

    String leadTrustUid() {
        return leadTrustUid;
    }

    Integer placesWished() {
        return placesWished;
    }

    String dueDiligenceNotes() {
        return dueDiligenceNotes;
    }

    private static String[] names(Collection<? extends Enum<?>> values) {
        return values.stream().distinct().sorted().map(Enum::name).toArray(String[]::new);
    }
}
