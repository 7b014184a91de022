package org.schoolhubs.applications.notifications;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.schoolhubs.applications.notifications.rules.Category;
import org.schoolhubs.applications.notifications.rules.Moment;
import org.schoolhubs.applications.notifications.rules.Placeholder;
import org.schoolhubs.kit.web.Versioned;

/** Templates as they are shown and written. */
final class TemplateViews {
    private TemplateViews() {
    }

    /** A template with its versions. */
    @Schema(name = "NotificationTemplate", description = "One e-mail at one moment, with all its versions.")
    record Template(
            @Schema(examples = "application-accepted") String code,
            @Schema(description = "The event that makes it.", examples = "ApplicationAccepted") String eventType,
            @Schema(description = "Who gets it.", examples = "NAMED_LEADERS") String audience,
            Category category,
            @Schema(description = "Whether nobody can opt out of it.") boolean mandatory,
            @Schema(description = "Number of the version in force now.", examples = "1") int inForce,
            List<Version> versions,
            @Schema(description = "Counts its changes; the ETag.", examples = "0") long version) implements Versioned {
    }

    /** What a template says from an instant on. */
    @Schema(name = "NotificationTemplateVersion", description = "What a template says from an instant on. Never altered.")
    record Version(
            @Schema(examples = "1") int number,
            @Schema(examples = "Your application to ((programme)) is accepted") String subject,
            @Schema(examples = "Dear ((name)), …") String body,
            @Schema(description = "Template of GOV.UK Notify that is used; without one the general one.", nullable = true) UUID providerTemplateId,
            Instant activeFrom,
            Instant createdAt,
            @Schema(description = "Opaque subject of the person who wrote it.", examples = "3f1c9a52") String createdBy) {
        static Version of(TemplateVersion one) {
            return new Version(one.number(), one.subject(), one.body(), one.providerTemplateId(), one.activeFrom(), one.createdAt(), one.createdBy());
        }
    }

    /** A version as it is to be. */
    @Schema(name = "NewTemplateVersion", description = "What the template is to say.")
    record NewVersion(
            @Schema(examples = "Your application to ((programme)) is accepted") @NotBlank(message = "Give a subject.") @Size(max = 200) String subject,
            @Schema(examples = "Dear ((name)), your application was accepted on ((day)).") @NotBlank(message = "Give a body.") @Size(max = 8000) String body,
            @Schema(description = "Template of GOV.UK Notify that is to be used; it must know the same placeholders.", nullable = true) UUID providerTemplateId,
            @Schema(description = "From when on; without it from now on.", nullable = true) Instant activeFrom) {
    }

    /** A version with sample values. */
    @Schema(name = "TemplatePreview", description = "The version with sample values in its placeholders.")
    record Preview(
            @Schema(examples = "Your application to Behaviour Hubs is accepted") String subject,
            @Schema(examples = "Dear Asha Example, …") String body) {
    }

    /** What templates of a moment may leave open. */
    @Schema(name = "MomentPlaceholders", description = "What the template of an event may leave open.")
    record MomentPlaceholders(
            @Schema(examples = "application-accepted") String template,
            @Schema(examples = "ApplicationAccepted") String eventType,
            Category category,
            boolean mandatory,
            List<Known> placeholders) {
        static MomentPlaceholders of(Moment moment) {
            return new MomentPlaceholders(moment.code(), moment.eventType(), moment.category(), moment.category().mandatory(),
                    moment.placeholders().stream().map(Known::of).toList());
        }
    }

    /** A placeholder. */
    @Schema(name = "Placeholder", description = "A placeholder, written ((name)).")
    record Known(@Schema(examples = "programme") String name, @Schema(examples = "Name of the programme.") String meaning,
            @Schema(examples = "Behaviour Hubs") String sample) {
        static Known of(Placeholder placeholder) {
            return new Known(placeholder.word(), placeholder.meaning(), placeholder.sample());
        }
    }
}
