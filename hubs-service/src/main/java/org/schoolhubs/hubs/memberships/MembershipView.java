package org.schoolhubs.hubs.memberships;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.schoolhubs.hubs.placement.rules.Explanation;
import org.schoolhubs.kit.web.Action;
import org.schoolhubs.kit.web.NextStep;
import org.schoolhubs.kit.web.Versioned;

@Schema(name = "Membership", description = "A school's place in a hub, from proposal to its end.")
record MembershipView(
        UUID id,
        @Schema(description = "Version, as in the ETag", examples = "1") long version,
        UUID applicationId,
        UUID hubId,
        @Schema(examples = "Camden Behaviour Hub") String hubName,
        @Schema(description = "URN of the school that leads the hub", examples = "100050") String leadUrn,
        @Schema(description = "URN of the partner school", examples = "100049") String urn,
        @Schema(description = "Its name when accepted", examples = "Northgate School") String schoolName,
        @Schema(description = "Its local authority when accepted", examples = "202") String laCode,
        @Schema(description = "UID of its trust when accepted, or null", examples = "2854") String trustUid,
        @Schema(examples = "behaviour-hubs") String programme,
        @Schema(examples = "core") String pathway,
        @Schema(examples = "2025-11") String cohort,
        LocalDate cohortStartsOn,
        LocalDate cohortEndsOn,
        MembershipState state,
        @Schema(description = "Day since when it is in its state") LocalDate effectiveOn,
        @Schema(description = "Day from which it is withdrawn, where it was") LocalDate withdrawnOn,
        @Schema(description = "Day on which the plan was completed, where it was; the earlier of the two days decides") LocalDate completedOn,
        @Schema(description = "Code of the reason of a refusal or withdrawal, or null", examples = "NO_CAPACITY") String reasonCode,
        @Schema(description = "The lead's words on refusing; not for the partner") @JsonInclude(JsonInclude.Include.NON_NULL) String refusalText,
        @Schema(description = "The team's words on overriding; for the programme team, DfE and auditors only") @JsonInclude(JsonInclude.Include.NON_NULL)
        String overrideReason,
        @Schema(description = "Why this hub and none of the others; not in lists") @JsonInclude(JsonInclude.Include.NON_NULL) Explanation explanation,
        @Schema(description = "What you may do next; not in lists") @JsonInclude(JsonInclude.Include.NON_NULL) List<Action> actions,
        @Schema(description = "What has to happen next; not in lists") @JsonInclude(JsonInclude.Include.NON_NULL) List<NextStep> next) implements Versioned {
}
