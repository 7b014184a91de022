package org.schoolhubs.applications.programmes;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a change of the catalogue is about. */
@Schema(name = "ProgrammeChangeKind")
enum ChangeKind {
    /** What the programme and its pathways ask and give: a new version. */
    TERMS,
    /** A cohort: its start, its window, what it offers. */
    COHORT,
    /** No new applications from now on. */
    CLOSURE,
    /** Another programme takes its place on a day. */
    REPLACEMENT
}
