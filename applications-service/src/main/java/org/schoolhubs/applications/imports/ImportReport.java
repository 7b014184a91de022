package org.schoolhubs.applications.imports;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an import changed, or would have changed, counted in schools; a school can count in several. Kept with the import. */
@Schema(description = "What changed, or would change, in schools; a school can count in several. The first fill of an empty register counts added schools alone.")
record ImportReport(
        @Schema(description = "New in the register.", examples = "112") long added,
        @Schema(description = "New and open, or planned before and open now.", examples = "98") long opened,
        @Schema(description = "Open or planned before, closed now.", examples = "31") long closed,
        @Schema(description = "Closed before, open now.", examples = "1") long reopened,
        @Schema(description = "Of another family of types now, or closed because it became an academy.", examples = "27") long converted,
        @Schema(description = "In another trust now, in none, or in one for the first time.", examples = "40") long movedTrust,
        @Schema(description = "Of another name now.", examples = "55") long renamed,
        @Schema(description = "Inspected for the first time, as far as the register knows.", examples = "12") long inspected,
        @Schema(description = "Another latest inspection or other grades.", examples = "230") long regraded,
        @Schema(description = "Changed in something else only.", examples = "1800") long other,
        @Schema(description = "Not closed in the register and not in the file. They are left as they are.", examples = "3") long missing,
        @Schema(description = "Live applications of these schools.", examples = "17") long liveApplications,
        @Schema(description = "What a person must confirm; absent for kinds of file that close or move no school.", nullable = true) Guard guard) {

    ImportReport with(Guard standing) {
        return new ImportReport(added, opened, closed, reopened, converted, movedTrust, renamed, inspected, regraded, other, missing, liveApplications, standing);
    }

    /** How the import stands to the guard. */
    @Schema(name = "ImportGuard", description = "A file that closes or moves more schools than the limit goes in when a person has confirmed it.")
    record Guard(
            @Schema(description = "Open schools of the register before.", examples = "24310") long openBefore,
            @Schema(description = "Schools that the file closes or moves to another trust.", examples = "71") long closedOrMoved,
            @Schema(description = "More than so many need confirmation.", examples = "243") long limit,
            @Schema(description = "Whether they are more. Never for the first fill of an empty register.", examples = "false") boolean needsConfirmation) {
    }
}
