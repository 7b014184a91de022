package org.schoolhubs.applications.imports;

import org.schoolhubs.kit.lifecycle.TransitionTable;

/** Where an import stands. */
enum ImportState {
    /** The file is here; a worker will take it. */
    RECEIVED,
    /** A worker reads it. The register still says what it said before. */
    RUNNING,
    /** The file would close or move more schools than goes in by itself: nothing changed, a person looks at its report. */
    AWAITING_CONFIRMATION,
    /** The register says what the file says. */
    COMPLETED,
    /** A dry run is over: the report says what would change; nothing changed. */
    DRY_RUN_COMPLETED,
    /** A person decided that the file does not go in; nothing changed. */
    CANCELLED,
    /** A person takes it back; a worker puts back what it changed. The register still says what the file says. */
    UNDOING,
    /** What it changed was put back, as new versions. The same file may be sent again. */
    UNDONE,
    /** The file cannot be used; nothing changed. */
    REFUSED,
    /** We could not finish; nothing changed. The same file may be sent again. */
    FAILED;

    /** What moves it. */
    enum Act {
        /** A worker takes it, again after one that died. */
        BEGIN,
        /** It went in. */
        COMPLETE,
        /** It was read and compared, which is all that was asked. */
        REPORT,
        /** The guard stops it. */
        HOLD,
        /** A person lets it go in all the same. */
        CONFIRM,
        /** A person does not. */
        CANCEL,
        /** A person takes it back. */
        UNDO,
        /** What it changed was put back. */
        PUT_BACK,
        /** It stays: something has come to rest on it meanwhile, or we could not put it back. */
        KEEP,
        /** The file is at fault. */
        REFUSE,
        /** We are at fault. */
        FAIL
    }

    static final TransitionTable<ImportState, Act> TABLE = TransitionTable.<ImportState, Act>of(ImportState.class, Act.class)
            .allow(RECEIVED, Act.BEGIN, RUNNING)
            .allow(RUNNING, Act.BEGIN, RUNNING)
            .allow(RUNNING, Act.COMPLETE, COMPLETED)
            .allow(RUNNING, Act.REPORT, DRY_RUN_COMPLETED)
            .allow(RUNNING, Act.HOLD, AWAITING_CONFIRMATION)
            .allow(RUNNING, Act.REFUSE, REFUSED)
            .allow(RUNNING, Act.FAIL, FAILED)
            .allow(AWAITING_CONFIRMATION, Act.CONFIRM, RECEIVED)
            .allow(AWAITING_CONFIRMATION, Act.CANCEL, CANCELLED)
            .allow(COMPLETED, Act.UNDO, UNDOING)
            .allow(UNDOING, Act.BEGIN, UNDOING)
            .allow(UNDOING, Act.PUT_BACK, UNDONE)
            .allow(UNDOING, Act.KEEP, COMPLETED);

    /** Whether its file is needed no more. */
    boolean isOver() {
        return this != RECEIVED && this != RUNNING && this != AWAITING_CONFIRMATION;
    }
}
