package org.schoolhubs.applications.imports;

import org.schoolhubs.kit.lifecycle.TransitionTable;

/** Where an import stands. */
enum ImportState {
    /** The file is here; a worker will take it. */
    RECEIVED,
    /** A worker reads it. The register still says what it said before. */
    RUNNING,
    /** The register says what the file says. */
    COMPLETED,
    /** The file cannot be used; nothing changed. */
    REFUSED,
    /** We could not finish; nothing changed. The same file may be sent again. */
    FAILED;

    /** What moves it. */
    enum Act {
        /** A worker takes it, again after one that died. */
        BEGIN,
        COMPLETE,
        REFUSE,
        FAIL
    }

    static final TransitionTable<ImportState, Act> TABLE = TransitionTable.<ImportState, Act>of(ImportState.class, Act.class)
            .allow(RECEIVED, Act.BEGIN, RUNNING)
            .allow(RUNNING, Act.BEGIN, RUNNING)
            .allow(RUNNING, Act.COMPLETE, COMPLETED)
            .allow(RUNNING, Act.REFUSE, REFUSED)
            .allow(RUNNING, Act.FAIL, FAILED);
}
