package org.schoolhubs.grants.awards;

import java.time.LocalDate;
import java.util.UUID;

/** What grants needs of a Plan… event of support.v1. */
record PlanFact(UUID applicationId, LocalDate effectiveOn) {
}
