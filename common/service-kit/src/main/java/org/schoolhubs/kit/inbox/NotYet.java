package org.schoolhubs.kit.inbox;

/** A handler's word that another fact has to come first: the event waits and is tried again, later events of its key behind it. */
public final class NotYet extends RuntimeException {
    /** @param missing what has to come first; no personal data */
    public NotYet(String missing) {
        super(missing, null, false, false);
    }
}
