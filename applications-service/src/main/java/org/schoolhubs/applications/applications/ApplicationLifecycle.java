package org.schoolhubs.applications.applications;

import static org.schoolhubs.applications.applications.ApplicationAct.ACCEPT;
import static org.schoolhubs.applications.applications.ApplicationAct.ACTIVATE;
import static org.schoolhubs.applications.applications.ApplicationAct.ANSWER;
import static org.schoolhubs.applications.applications.ApplicationAct.ASSIGN;
import static org.schoolhubs.applications.applications.ApplicationAct.CHANGE_LEADER;
import static org.schoolhubs.applications.applications.ApplicationAct.COMPLETE;
import static org.schoolhubs.applications.applications.ApplicationAct.CONFIRM;
import static org.schoolhubs.applications.applications.ApplicationAct.DECLINE;
import static org.schoolhubs.applications.applications.ApplicationAct.END_MEMBERSHIP;
import static org.schoolhubs.applications.applications.ApplicationAct.LAPSE;
import static org.schoolhubs.applications.applications.ApplicationAct.NAME_LEADERS;
import static org.schoolhubs.applications.applications.ApplicationAct.OVERTURN;
import static org.schoolhubs.applications.applications.ApplicationAct.PROPOSE_DECISION;
import static org.schoolhubs.applications.applications.ApplicationAct.RECONSIDER;
import static org.schoolhubs.applications.applications.ApplicationAct.REOPEN;
import static org.schoolhubs.applications.applications.ApplicationAct.REVERSE;
import static org.schoolhubs.applications.applications.ApplicationAct.REFUSE;
import static org.schoolhubs.applications.applications.ApplicationAct.SUBMIT;
import static org.schoolhubs.applications.applications.ApplicationAct.WITHDRAW;
import static org.schoolhubs.applications.applications.ApplicationState.ACCEPTED;
import static org.schoolhubs.applications.applications.ApplicationState.ACTIVE;
import static org.schoolhubs.applications.applications.ApplicationState.COMPLETED;
import static org.schoolhubs.applications.applications.ApplicationState.DECLINED;
import static org.schoolhubs.applications.applications.ApplicationState.DRAFT;
import static org.schoolhubs.applications.applications.ApplicationState.INVITED;
import static org.schoolhubs.applications.applications.ApplicationState.LAPSED;
import static org.schoolhubs.applications.applications.ApplicationState.REFUSED;
import static org.schoolhubs.applications.applications.ApplicationState.SUBMITTED;
import static org.schoolhubs.applications.applications.ApplicationState.WITHDRAWN;

import org.schoolhubs.kit.lifecycle.TransitionTable;

/** The one table of an application's life. Until the lead accepts, withdrawal is an act here; after that the hubs service withdraws the membership. */
final class ApplicationLifecycle {
    static final TransitionTable<ApplicationState, ApplicationAct> TABLE = TransitionTable.of(ApplicationState.class, ApplicationAct.class)
            .allow(DRAFT, ANSWER, DRAFT)
            .allow(DRAFT, NAME_LEADERS, DRAFT)
            .allow(SUBMITTED, NAME_LEADERS, SUBMITTED)
            .allow(ACCEPTED, NAME_LEADERS, ACCEPTED)
            .allow(ACTIVE, NAME_LEADERS, ACTIVE)
            .allow(DRAFT, SUBMIT, SUBMITTED)
            .allow(SUBMITTED, PROPOSE_DECISION, SUBMITTED)
            .allow(SUBMITTED, ACCEPT, ACCEPTED)
            .allow(SUBMITTED, DECLINE, DECLINED)
            .allow(DRAFT, WITHDRAW, WITHDRAWN)
            .allow(SUBMITTED, WITHDRAW, WITHDRAWN)
            .allow(ACCEPTED, WITHDRAW, WITHDRAWN)
            .allow(ACCEPTED, ACTIVATE, ACTIVE)
            .allow(ACTIVE, COMPLETE, COMPLETED)
            .allow(ACCEPTED, END_MEMBERSHIP, WITHDRAWN)
            .allow(ACTIVE, END_MEMBERSHIP, WITHDRAWN)
            // Hubs decides completion against withdrawal by their days, and may learn of the earlier one last.
            .allow(COMPLETED, END_MEMBERSHIP, WITHDRAWN)
            .allow(WITHDRAWN, COMPLETE, COMPLETED)
            // Invitations of selected schools.
            .allow(INVITED, CONFIRM, SUBMITTED)
            .allow(INVITED, REFUSE, REFUSED)
            .allow(INVITED, LAPSE, LAPSED)
            .allow(INVITED, WITHDRAW, WITHDRAWN)
            // What may follow a final decision.
            .allow(ACCEPTED, REOPEN, SUBMITTED)
            .allow(DECLINED, REOPEN, SUBMITTED)
            .allow(ACCEPTED, REVERSE, DECLINED)
            .allow(DECLINED, RECONSIDER, DECLINED)
            .allow(DECLINED, OVERTURN, ACCEPTED)
            .allow(SUBMITTED, CHANGE_LEADER, SUBMITTED)
            .allow(ACCEPTED, CHANGE_LEADER, ACCEPTED)
            .allow(ACTIVE, CHANGE_LEADER, ACTIVE)
            .allow(SUBMITTED, ASSIGN, SUBMITTED)
            .allow(ACCEPTED, ASSIGN, ACCEPTED)
            .allow(DECLINED, ASSIGN, DECLINED)
            .allow(ACTIVE, ASSIGN, ACTIVE);

    private ApplicationLifecycle() {
    }
}
