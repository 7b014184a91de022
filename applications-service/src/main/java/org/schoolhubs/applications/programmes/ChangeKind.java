package org.schoolhubs.applications.programmes;

/** What a change of the catalogue is about. */
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
