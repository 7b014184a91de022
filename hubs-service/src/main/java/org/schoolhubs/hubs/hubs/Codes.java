package org.schoolhubs.hubs.hubs;

/** How codes of the programme catalogue are written. */
final class Codes {
    static final String FORM = "[a-z0-9][a-z0-9-]{0,59}";
    static final String MESSAGE = "A code has at most 60 small letters, digits and hyphens.";

    private Codes() {
    }
}
