package org.schoolhubs.applications.register;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The schools of a trust, over time or on a day. */
@Schema(name = "TrustSchools", description = "The schools of a trust, over time or on a day. Complete: the largest trusts have about a hundred.")
record TrustSchoolsView(
        @Schema(description = "Group UID.", examples = "2854") String uid,
        @Schema(description = "The day asked for; null for all of its time.", nullable = true, examples = "2026-09-01") LocalDate asOn,
        @Schema(description = "GROUP_LINKS: GIAS's links, to the day. SCHOOL_FILES: the files of schools, from the day that each describes; used where no "
                + "link of the trust "
                + "is in the register.") TrustMembers.SaidBy saidBy,
        List<Member> items) {

    /** A school's time in the trust. */
    @Schema(name = "TrustMember", description = "A school's time in the trust; a school that came back is listed once for each time.")
    record Member(
            @Schema(examples = "900001") String urn,
            @Schema(description = "Name today.", examples = "Hollowmere Academy") String name,
            @Schema(description = "Status today.") SchoolStatus status,
            @Schema(description = "Phase today.") Phase phase,
            @Schema(description = "First day; null where nobody says.", nullable = true, examples = "2012-09-01") LocalDate joinedOn,
            @Schema(description = "First day on which it no longer was; null while it is.", nullable = true, examples = "2024-09-01") LocalDate leftOn,
            Source source) {
    }
}
