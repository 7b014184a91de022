package org.schoolhubs.applications.applications;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.schoolhubs.kit.time.LondonDates;

/** Filters of the list. */
public record ApplicationQuery(
        @QueryParam("state") @Parameter(description = "Only those in this state.") ApplicationState state,
        @QueryParam("kind") @Parameter(description = "Only those of this kind.") ApplicationKind kind,
        @QueryParam("programme") @Size(max = 60) @Parameter(description = "Only those of this programme.") String programme,
        @QueryParam("pathway") @Size(max = 60) @Parameter(description = "Only those of this pathway.") String pathway,
        @QueryParam("cohort") @Size(max = 40) @Parameter(description = "Only those of this cohort.") String cohort,
        @QueryParam("urn") @Pattern(regexp = "[1-9][0-9]{4,5}", message = "A URN is 5 or 6 digits.") @Parameter(description = "Only those of this school.") String urn,
        @QueryParam("trustUid") @Pattern(regexp = "[1-9][0-9]{0,5}", message = "A trust UID is 1 to 6 digits.")
        @Parameter(description = "Only those of this trust itself; not those of its schools.") String trustUid,
        @QueryParam("laCode") @Pattern(regexp = "[0-9]{3}", message = "A local authority code is 3 digits.")
        @Parameter(description = "Only those of schools in the area of this local authority.") String laCode,
        @QueryParam("submittedBefore") @Parameter(description = "Only those submitted before this day, Europe/London.", example = "2026-11-21") LocalDate submittedBefore,
        @QueryParam("queue") @Parameter(description = "Only those that wait for this; for those who oversee the programmes.") WorkQueue queue,
        @QueryParam("assignee") @Size(max = 255) @Parameter(description = "Only those that this person looks after; for those who oversee the programmes.") String assignee,
        @QueryParam("unassigned") @Pattern(regexp = "true|false", message = "true or false.")
        @Parameter(description = "true: only those that nobody looks after; for those who oversee the programmes.") String unassigned) {

    Instant submittedBeforeInstant() {
        return submittedBefore == null ? null : submittedBefore.atStartOfDay(LondonDates.LONDON).toInstant();
    }

    boolean isUnassigned() {
        return Boolean.parseBoolean(unassigned);
    }

    /** Condition of the queue filter, on its parameter {@code queue}. */
    String waiting() {
        return queue == WorkQueue.INVITATION ? "cast(e.state as String) = :queue"
                : "e.id in (select t.applicationId from Task t where t.kind = :queue and t.settledAt is null)";
    }

    /** Value of that parameter; null where the filter is left out. */
    String waitingFor() {
        if (queue == null) {
            return null;
        }
        return queue == WorkQueue.INVITATION ? "INVITED" : queue.taskKind();
    }
}
