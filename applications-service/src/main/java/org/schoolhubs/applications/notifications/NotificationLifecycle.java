package org.schoolhubs.applications.notifications;

import static org.schoolhubs.applications.notifications.NotificationAct.ACCEPT;
import static org.schoolhubs.applications.notifications.NotificationAct.CLAIM;
import static org.schoolhubs.applications.notifications.NotificationAct.GIVE_UP;
import static org.schoolhubs.applications.notifications.NotificationAct.POSTPONE;
import static org.schoolhubs.applications.notifications.NotificationAct.SUPPRESS;
import static org.schoolhubs.applications.notifications.NotificationState.FAILED;
import static org.schoolhubs.applications.notifications.NotificationState.QUEUED;
import static org.schoolhubs.applications.notifications.NotificationState.SENDING;
import static org.schoolhubs.applications.notifications.NotificationState.SENT;
import static org.schoolhubs.applications.notifications.NotificationState.SUPPRESSED;

import org.schoolhubs.kit.lifecycle.TransitionTable;

/** The one table of a notification's life. What was sent, given up or suppressed stays so; sending it again makes another notification. */
final class NotificationLifecycle {
    static final TransitionTable<NotificationState, NotificationAct> TABLE = TransitionTable.of(NotificationState.class, NotificationAct.class)
            .allow(QUEUED, CLAIM, SENDING)
            .allow(QUEUED, SUPPRESS, SUPPRESSED)
            .allow(SENDING, CLAIM, SENDING)
            .allow(SENDING, ACCEPT, SENT)
            .allow(SENDING, POSTPONE, QUEUED)
            .allow(SENDING, GIVE_UP, FAILED)
            .allow(SENDING, SUPPRESS, SUPPRESSED);

    private NotificationLifecycle() {
    }
}
