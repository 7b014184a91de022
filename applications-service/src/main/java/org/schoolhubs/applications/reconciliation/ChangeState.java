package org.schoolhubs.applications.reconciliation;

import org.schoolhubs.kit.lifecycle.TransitionTable;

/** Where the work on a change stands. */
enum ChangeState {
    WAITING, WORKED, FAILED;

    /** What can be done with it. */
    enum Act {
        WORK, FAIL_FOR_NOW, GIVE_UP, REPEAT
    }

    static final TransitionTable<ChangeState, Act> LIFECYCLE = TransitionTable.of(ChangeState.class, Act.class)
            .allow(WAITING, Act.WORK, WORKED)
            .allow(WAITING, Act.FAIL_FOR_NOW, WAITING)
            .allow(WAITING, Act.GIVE_UP, FAILED)
            .allow(FAILED, Act.REPEAT, WAITING);
}
