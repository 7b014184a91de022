package org.schoolhubs.applications.register;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What hangs on a single school beside its row.
 *
 * @param inspections       latest of each kind, newest first
 * @param predecessors      schools that it followed
 * @param successors        schools that followed it, of every kind of link
 * @param trustHistory      the trusts that it was in, first ones first
 * @param attendanceSharing null where no file has told of it
 * @param freshness         per kind of file, the last one that went in
 */
@Schema(hidden = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
record SchoolParts(
        @Schema(description = "The latest inspection of each kind, newest first. Only on a single school.") List<InspectionView> inspections,
        @Schema(description = "Schools that it followed. Only on a single school.") List<LinkView> predecessors,
        @Schema(description = "Schools that followed it; successorUrn names the one where there is exactly one. Only on a single "
                + "school.") List<LinkView> successors,
        @Schema(description = "The trusts that it was in, first ones first. Only on a single school.") List<TrustStayView> trustHistory,
        @Schema(description = "Whether it shares its daily attendance data; only on a single school, and only where a file has told of it.", nullable = true)
        SharingView attendanceSharing,
        @Schema(description = "The last file of each kind that went into the register, whether or not it changed this school. Not covered by ETag and "
                + "updatedAt.")
        List<FreshnessView> freshness) {

    /** Another school that it followed or that followed it. */
    @Schema(name = "SchoolLink", description = "A school that came before or after.")
    record LinkView(
            @Schema(description = "URN of the other school; the register need not know it.", examples = "900002") String urn,
            @Schema(description = "Its name in the links file.", nullable = true, examples = "Hollowmere Academy") String name,
            @Schema(description = "Kind of link in the words of GIAS, as the row of the file has it.", examples = "Successor - merged") String linkType,
            @Schema(description = "Day from which the link holds.", nullable = true, examples = "2012-09-01") LocalDate establishedOn,
            Source source) {
    }

    /** A time in a trust. */
    @Schema(name = "TrustStay", description = "A time that the school was in a trust.")
    record TrustStayView(
            @Schema(description = "Group UID.", examples = "2854") String uid,
            @Schema(description = "Name of the trust today.", nullable = true, examples = "Brackenmoor Learning Trust") String name,
            @Schema(description = "Status of the trust today: OPEN, CLOSED or PROPOSED_TO_OPEN.", nullable = true, examples = "OPEN") String status,
            @Schema(description = "First day; null where nobody says.", nullable = true, examples = "2012-09-01") LocalDate joinedOn,
            @Schema(description = "First day on which it no longer was; null while it is.", nullable = true, examples = "2024-09-01") LocalDate leftOn,
            @Schema(description = "GROUP_LINKS: GIAS's links, to the day. SCHOOL_FILES: the files of schools, from the day that each describes.")
            TrustMembers.SaidBy saidBy,
            Source source) {
    }

    /** Whether daily attendance data are shared. */
    @Schema(name = "AttendanceSharing", description = "Whether the school shares its daily attendance data.")
    record SharingView(
            @Schema(description = "SHARING, NOT_SHARING or UNKNOWN.", examples = "SHARING") String status,
            @Schema(description = "Who knows.", examples = "daily attendance collection") String checkedBy,
            @Schema(description = "Day on which it was checked.", examples = "2026-11-02") LocalDate checkedOn,
            @Schema(description = "Last day for which data came.", nullable = true, examples = "2026-10-30") LocalDate lastDataOn,
            Source source) {
    }

    /** How fresh a source is. */
    @Schema(name = "Freshness", description = "The last file of a kind that went into the register.")
    record FreshnessView(
            @Schema(description = "Kind of file.", examples = "GIAS_ESTABLISHMENTS") String kind,
            @Schema(description = "The day it describes.", examples = "2026-11-20") LocalDate asAt,
            @Schema(description = "When it had gone in.", examples = "2026-11-21T02:10:09Z") Instant importedAt,
            @Schema(description = "The import.", examples = "0197f3a0-7c1e-7d2a-9b1f-3f1f0c9a1b2c") UUID importId) {
    }
}
