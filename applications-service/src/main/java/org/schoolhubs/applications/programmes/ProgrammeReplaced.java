package org.schoolhubs.applications.programmes;

import java.time.LocalDate;

/**
 * The day has come on which another programme has taken the place of this one. Goes out on {@code programmes.v1} before the full state of the same change,
 * which says the same and is what compaction keeps. Schema: contracts/events/applications/ProgrammeReplaced.v1.schema.json.
 */
record ProgrammeReplaced(String code, String replacedBy, LocalDate replacedOn) {
    static final String TYPE = "ProgrammeReplaced";
}
