package org.schoolhubs.support.plans;

/** Text as people write it: everything but NUL, which PostgreSQL cannot keep. */
final class PlainText {
    static final String PATTERN = "[^\\x00]*";
    static final String MESSAGE = "Leave out the NUL character.";

    private PlainText() {
    }
}
