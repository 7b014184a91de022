package org.schoolhubs.applications.notifications;

/** Why an e-mail is sent again. */
enum ResendReason {
    /** The person says that it did not arrive. */
    NOT_RECEIVED,
    /** Another address or another person was named meanwhile. */
    RECIPIENT_CHANGED,
    /** What kept it from being sent was mended. */
    FAILURE_MENDED,
    /** It was not sent because it was late, and it matters all the same. */
    STILL_MATTERS
}
