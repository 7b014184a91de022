package org.schoolhubs.applications.notifications;

/** Why a notification is not sent. */
enum Suppression {
    /** The application names nobody. */
    NOBODY_NAMED("nobody-named"),
    /** The person was erased, or another one named. */
    CONTACT_GONE("contact-gone"),
    /** The person, or their school, does not want this kind of e-mail. */
    OPTED_OUT("opted-out"),
    /** The news is old: a topic was read anew, or arrived after a long outage. */
    TOO_LATE("too-late");

    private final String code;

    Suppression(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }
}
