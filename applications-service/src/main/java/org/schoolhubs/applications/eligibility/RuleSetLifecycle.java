package org.schoolhubs.applications.eligibility;

import org.schoolhubs.kit.lifecycle.TransitionTable;

/** The life of a version of a rule set. */
final class RuleSetLifecycle {
    static final TransitionTable<RuleSetState, RuleSetAct> TABLE = TransitionTable.of(RuleSetState.class, RuleSetAct.class)
            .allow(RuleSetState.DRAFT, RuleSetAct.EDIT, RuleSetState.DRAFT)
            .allow(RuleSetState.DRAFT, RuleSetAct.PUBLISH, RuleSetState.PUBLISHED);

    private RuleSetLifecycle() {
    }
}
