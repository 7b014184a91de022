package org.schoolhubs.applications.programmes;

/** How a programme stands. What runs goes on to its end in each of them. */
public enum ProgrammeState {
    /** Being made: seen by the programme team and those who read everything. */
    DRAFT,
    /** In the catalogue; applications are taken while a window is open. */
    PUBLISHED,
    /** Takes no new applications. */
    CLOSED,
    /** Takes no new applications; another programme has taken its place. */
    REPLACED
}
