package org.schoolhubs.applications.applications;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What came of inviting the schools of a list. */
@Schema(name = "Invitations", description = "The schools of a selection list that were invited by this request, and those that were not.")
public record InvitationsView(
        UUID selectionListId,
        @Schema(description = "Last day (Europe/London) on which a school may confirm.", examples = "2026-12-18") LocalDate confirmBy,
        @Schema(description = "In the order of the list.") List<Invited> invited,
        @Schema(description = "In the order of the list, with the reason.") List<NotInvited> notInvited) {

    /** A school that was invited. */
    @Schema(name = "InvitedSchool", description = "A school that was invited.")
    public record Invited(@Schema(examples = "100049") String urn, @Schema(description = "Its application, in state INVITED.") UUID applicationId) {
    }

    /** A school that was not. */
    @Schema(name = "SchoolNotInvited", description = "A school that was not invited, and why.")
    public record NotInvited(
            @Schema(examples = "100050") String urn,
            @Schema(description = "already-invited: to this cohort, by this list or an earlier one. school-not-open: the register has it closed, or not open yet.",
                    examples = "already-invited") String reasonCode) {
    }
}
