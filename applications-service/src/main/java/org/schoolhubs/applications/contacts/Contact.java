package org.schoolhubs.applications.contacts;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A person who is named in an application or in an expression of interest. Other features keep its id and never what it holds.
 *
 * @param id            stable as long as the person is named with the same address
 * @param applicationId the application; null for one who is named in an expression of interest
 * @param expressionId  the expression of interest; null for one who is named in an application
 * @param position      0 for the one who was named first
 * @param leader        personal data
 * @param keepUntil     last day on which it is kept at the most
 */
public record Contact(UUID id, UUID applicationId, UUID expressionId, int position, NamedLeader leader, LocalDate keepUntil) {
    /** Id of the application or expression of interest that names the person. */
    public UUID namedIn() {
        return applicationId != null ? applicationId : expressionId;
    }
}
