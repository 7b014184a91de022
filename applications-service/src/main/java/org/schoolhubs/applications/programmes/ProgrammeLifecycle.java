package org.schoolhubs.applications.programmes;

import org.schoolhubs.kit.lifecycle.TransitionTable;

/** The life of a programme. */
final class ProgrammeLifecycle {
    /** What is done to a programme. */
    enum Act { CHANGE, PUBLISH, CLOSE, REPLACE }

    static final TransitionTable<ProgrammeState, Act> TABLE = TransitionTable.<ProgrammeState, Act>of(ProgrammeState.class, Act.class)
            .allow(ProgrammeState.DRAFT, Act.CHANGE, ProgrammeState.DRAFT)
            .allow(ProgrammeState.DRAFT, Act.PUBLISH, ProgrammeState.PUBLISHED)
            .allow(ProgrammeState.PUBLISHED, Act.CHANGE, ProgrammeState.PUBLISHED)
            .allow(ProgrammeState.PUBLISHED, Act.CLOSE, ProgrammeState.CLOSED)
            .allow(ProgrammeState.PUBLISHED, Act.REPLACE, ProgrammeState.REPLACED)
            .allow(ProgrammeState.CLOSED, Act.CHANGE, ProgrammeState.CLOSED)
            .allow(ProgrammeState.CLOSED, Act.REPLACE, ProgrammeState.REPLACED);

    private ProgrammeLifecycle() {
    }
}
