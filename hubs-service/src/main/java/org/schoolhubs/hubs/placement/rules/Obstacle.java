package org.schoolhubs.hubs.placement.rules;

/** Why a hub cannot take a school. */
public enum Obstacle {
    OTHER_PROGRAMME(false, "it belongs to another programme"),
    NOT_OPEN(false, "it is not open"),
    NOT_OFFERED(false, "it offers no places for this pathway and cohort"),
    LED_BY_THE_SCHOOL(false, "the school itself leads it"),
    LED_BY_ITS_TRUST(true, "a school of the same trust leads it"),
    PHASE_NOT_SERVED(true, "it does not serve the school's phase"),
    PROVISION_NOT_SERVED(true, "it does not serve the school's kind of provision"),
    REFUSED_BEFORE(true, "its lead has refused this school before"),
    FULL(false, "it is full"),
    LOCATION_UNKNOWN(true, "its distance is not known and it is not known to be in the school's region");

    private final boolean overridable;
    private final String sentence;

    Obstacle(boolean overridable, String sentence) {
        this.overridable = overridable;
        this.sentence = sentence;
    }

    /** Whether the programme team may place a school in spite of it, giving a reason. */
    public boolean overridable() {
        return overridable;
    }

    /** The obstacle in words that complete "This hub cannot take the school: …". */
    public String sentence() {
        return sentence;
    }
}
