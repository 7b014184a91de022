package org.schoolhubs.applications.contacts;

import java.util.UUID;

/** Where it is written down that somebody read or erased the people of an application: in the application's own history. */
public interface ContactTrail {
    /**
     * Records it in the caller's transaction, without any value.
     *
     * @param event      what happened, for example {@code LeaderErased}
     * @param reasonCode why
     */
    void record(UUID applicationId, String event, String reasonCode);
}
