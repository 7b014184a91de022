package org.schoolhubs.applications.notifications;

/** What can happen to a notification. */
enum NotificationAct {
    /** A sender takes it, or takes it over from one that died. */
    CLAIM,
    /** The provider accepted it. */
    ACCEPT,
    /** It is to be tried again. */
    POSTPONE,
    /** It cannot be sent. */
    GIVE_UP,
    /** It is not to be sent. */
    SUPPRESS
}
