package org.schoolhubs.applications.notifications;

/** The provider did not accept an e-mail, or nobody knows whether it did. Its message is a code and holds nothing that the provider wrote. */
final class SendingFailed extends RuntimeException {
    /** What to do about it. */
    enum Kind {
        /** It passes by itself: try again later. */
        LATER,
        /** It stays as it is for every e-mail until the installation is mended: try again later, an operator has to look. */
        OUR_SETTINGS,
        /** It stays as it is for this e-mail. */
        NEVER
    }

    private final Kind kind;

    SendingFailed(Kind kind, String code) {
        super(code, null, false, false);
        this.kind = kind;
    }

    Kind kind() {
        return kind;
    }

    String code() {
        return getMessage();
    }
}
