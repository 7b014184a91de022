package org.schoolhubs.applications.contacts;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A person who is named in an application. Other features keep its id and never what it holds.
 *
 * @param id        stable as long as the person is named with the same address
 * @param position  0 for the one who was named first
 * @param leader    personal data
 * @param keepUntil last day on which it is kept at the most
 */
public record Contact(UUID id, UUID applicationId, int position, NamedLeader leader, LocalDate keepUntil) {
}
