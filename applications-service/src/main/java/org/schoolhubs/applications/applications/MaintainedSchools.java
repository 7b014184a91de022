package org.schoolhubs.applications.applications;

import java.util.Set;
import org.schoolhubs.applications.register.RegisteredSchool;

/** Which schools a local authority maintains; pure. */
final class MaintainedSchools {
    /**
     * GIAS types: community, voluntary aided, voluntary controlled, foundation, community special, foundation special, pupil referral unit, local authority nursery.
     */
    static final Set<String> TYPE_CODES = Set.of("1", "2", "3", "5", "7", "12", "14", "15");

    private MaintainedSchools() {
    }

    static boolean contains(RegisteredSchool school) {
        return TYPE_CODES.contains(school.typeCode());
    }
}
