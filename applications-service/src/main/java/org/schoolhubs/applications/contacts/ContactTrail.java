package org.schoolhubs.applications.contacts;

/**
 * Where it is written down that somebody read or erased a person: in the history of what names them. Each feature that names people keeps one, and passes over
 * the people whom another one names. In the caller's transaction, without any value.
 */
public interface ContactTrail {
    /** The person was read, with the others who are named in the same place. */
    void read(Contact contact, String reasonCode);

    /** The person was erased. */
    void erased(Contact contact, String reasonCode);

    /** The person was erased after another one had been named in their place. */
    void formerErased(Contact contact, String reasonCode);
}
