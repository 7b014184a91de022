package org.schoolhubs.applications.contacts;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A feature that keeps something about people beside their contact. It tells what, and forgets it when the person is erased. */
public interface ContactDataHolder {
    /**
     * What is kept about a person, for a subject access request.
     *
     * @param contacts every contact with that address
     * @param address  the e-mail address
     */
    List<HeldRecord> heldAbout(Collection<UUID> contacts, String address);

    /** Erases what tells who the person was, in the caller's transaction. What happened stays on record, without them. */
    void forget(Collection<UUID> contacts);

    /**
     * Something that is kept about a person.
     *
     * @param kind      what it is
     * @param id        its id
     * @param contactId the contact it belongs to
     * @param at        since when
     * @param content   what it says
     */
    @Schema(name = "HeldRecord", description = "Something that is kept about a person beside their contact.")
    record HeldRecord(
            @Schema(examples = "notification") String kind,
            @Schema(examples = "0199f0c8-0000-7000-8000-000000000901") String id,
            UUID contactId,
            Instant at,
            @Schema(description = "What it says.", examples = "application-accepted, version 1: SENT") String content) {
        @Override
        public String toString() {
            return "HeldRecord[hidden]";
        }
    }
}
