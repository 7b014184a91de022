package org.schoolhubs.applications.interest;

import java.util.UUID;
import org.schoolhubs.applications.programmes.PathwayOffer;
import org.schoolhubs.kernel.TrustUid;
import org.schoolhubs.kernel.Urn;

/** Where expressions of interest become applications. Each is called within the transaction that marks the expression. */
public interface InterestDrafts {
    /** Begins the draft of a school, or finds the application to that cohort that it has begun by itself; its id. */
    UUID begin(PathwayOffer offer, Urn urn);

    /** Begins the draft of a trust, or finds the application to that cohort that it has begun by itself; its id. */
    UUID begin(PathwayOffer offer, TrustUid trust);
}
