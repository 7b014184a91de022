package org.schoolhubs.applications.applications;

/** Where an application stands. */
public enum ApplicationState {
    /** Being written by the school or its trust. */
    DRAFT,
    /** With the programme team; eligibility has been decided. */
    SUBMITTED,
    /** Accepted: in the pool, or placed with a hub whose lead has not accepted yet. */
    ACCEPTED,
    /** Not accepted. An amendment may open it again, a reconsideration overturn it. */
    DECLINED,
    /** Ended before completion, by the school, its trust, the programme team, or the hubs service, which alone may correct it. */
    WITHDRAWN,
    /** The school takes part: the lead of its hub accepted it. */
    ACTIVE,
    /** The plan was completed. Only the hubs service may correct it, when a withdrawal of the same or an earlier day becomes known. */
    COMPLETED,
    /** The Department selected the school, which has not answered yet. */
    INVITED,
    /** The invited school does not want to take part. Final. */
    REFUSED,
    /** The invited school did not answer in time. Final. */
    LAPSED;

    /** Whether it takes the school's place in its programme: no overlapping one may be live beside it. */
    boolean isLive() {
        return this == SUBMITTED || this == ACCEPTED || this == ACTIVE;
    }
}
