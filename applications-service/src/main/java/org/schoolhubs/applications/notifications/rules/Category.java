package org.schoolhubs.applications.notifications.rules;

/** Kinds of e-mail, as people may opt out of them. */
public enum Category {
    /** Receipt of an application and what was decided on it. */
    DECISION(true),
    /** Where the school was placed, and that it ended. */
    PLACEMENT(true),
    /** Money that was offered, or paid. */
    GRANT(true),
    /** How the support goes on. */
    PROGRESS(false),
    /** What a later cohort, or another programme, offers. */
    NEXT_COHORT(false);

    private final boolean mandatory;

    Category(boolean mandatory) {
        this.mandatory = mandatory;
    }

    /** Whether nobody can opt out: the school has to know it to keep its rights or its duties. */
    public boolean mandatory() {
        return mandatory;
    }
}
