package org.schoolhubs.applications.eligibility;

import java.util.List;
import org.schoolhubs.kernel.TrustUid;
import org.schoolhubs.kernel.Urn;

/**
 * Who is judged.
 *
 * @param role     as what
 * @param urn      the school; null for a trust
 * @param trustUid the trust; null for a school
 * @param schools  the schools that a trust names; empty for a school, and for a trust that is asked about as a whole (all its open schools count then)
 */
public record Applicant(ApplicantRole role, Urn urn, TrustUid trustUid, List<Urn> schools) {
    public Applicant {
        schools = List.copyOf(schools);
        if (role.isTrust() == (trustUid == null) || role.isTrust() == (urn != null)) {
            throw new IllegalArgumentException("A trust is judged by its UID, a school by its URN");
        }
    }

    /** A school in the role of a partner or a lead. */
    public static Applicant school(ApplicantRole role, Urn urn) {
        return new Applicant(role, urn, null, List.of());
    }

    /** A trust in the role of a partner or a lead. */
    public static Applicant trust(ApplicantRole role, TrustUid trustUid, List<Urn> schools) {
        return new Applicant(role, null, trustUid, schools);
    }
}
