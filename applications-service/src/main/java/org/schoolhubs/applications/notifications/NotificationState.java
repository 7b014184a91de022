package org.schoolhubs.applications.notifications;

/** Where a notification stands. */
enum NotificationState {
    /** Waits for its turn, or for another attempt. */
    QUEUED,
    /** A sender has it; if that sender died, another takes it over some minutes later. */
    SENDING,
    /** The provider has accepted it. */
    SENT,
    /** Given up: a person has to look. */
    FAILED,
    /** Not sent, for a reason. */
    SUPPRESSED
}
