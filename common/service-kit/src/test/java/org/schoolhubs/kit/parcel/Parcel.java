package org.schoolhubs.kit.parcel;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import org.schoolhubs.kit.aggregate.Aggregate;
import org.schoolhubs.kit.lifecycle.TransitionTable;

/** An aggregate that the kit's tests are made with; nothing of the domain. */
@Entity
class Parcel extends Aggregate {
    enum State { OPEN, SEALED, SENT }

    enum Act { SEAL, SEND }

    static final TransitionTable<State, Act> LIFECYCLE = TransitionTable.<State, Act>of(State.class, Act.class)
            .allow(State.OPEN, Act.SEAL, State.SEALED).allow(State.SEALED, Act.SEND, State.SENT);

    private String label;
    private int weight;
    private String owner;
    @Enumerated(EnumType.STRING)
    private State state;

    protected Parcel() {
    }

    Parcel(String label, int weight, String owner, Instant now) {
        super(now);
        this.label = label;
        this.weight = weight;
        this.owner = owner;
        this.state = State.OPEN;
    }

    void act(Act act) {
        state = LIFECYCLE.require(state, act);
    }

    boolean isOwnedBy(String subject) {
        return owner.equals(subject);
    }

    void relabel(String label) {
        this.label = label;
    }

    ParcelView view() {
        return new ParcelView(id(), version(), label, weight, state, changedAt());
    }
}
