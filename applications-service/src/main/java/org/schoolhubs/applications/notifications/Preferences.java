package org.schoolhubs.applications.notifications;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.schoolhubs.applications.notifications.rules.Category;
import org.schoolhubs.kit.web.Versioned;

/**
 * What the people of an application want to be written about.
 *
 * @param version ETag
 */
@Schema(name = "NotificationPreferences", description = "What the people named in an application want to be written about. Names nobody.")
record Preferences(
        UUID applicationId,
        @Schema(description = "Kinds that nobody can opt out of.") List<Category> mandatory,
        List<OfContact> contacts,
        @Schema(description = "Counts changes; the ETag.", examples = "0") long version) implements Versioned {

    /** Of one person. */
    @Schema(name = "ContactPreferences", description = "What one person does not want.")
    record OfContact(
            UUID contactId,
            @Schema(description = "Place among those who are named, from 0.", examples = "0") int position,
            @Schema(examples = "Headteacher") String roleTitle,
            @Schema(description = "What the school has opted out of for them.") List<Category> optedOut,
            @Schema(description = "What they have opted out of themselves; the school cannot take that back.") List<Category> optedOutByPerson) {
    }

    /** All choices of the school, in place of those before. */
    @Schema(name = "NotificationPreferencesRequest", description = "All choices of the school, in place of those before. Who is not in it gets every kind.")
    record Wanted(@NotNull(message = "List the contacts.") @Size(max = 10) List<@NotNull(message = "Give a contact.") @Valid WantedOfContact> contacts) {
    }

    /** For one person. */
    @Schema(name = "ContactPreferencesRequest", description = "What one person is not to be written about.")
    record WantedOfContact(@NotNull(message = "Name the contact.") UUID contactId,
                           @NotNull(message = "List the kinds.") @Size(max = 10) List<@NotNull(message = "Give a kind.") Category> optedOut) {
    }
}
