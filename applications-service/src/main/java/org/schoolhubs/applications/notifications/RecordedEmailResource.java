package org.schoolhubs.applications.notifications;

import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.schoolhubs.kernel.Roles;
import org.schoolhubs.kit.aggregate.Ids;
import org.schoolhubs.kit.journal.Entry;
import org.schoolhubs.kit.journal.Journal;
import org.schoolhubs.kit.problem.Problem;
import org.schoolhubs.kit.web.ListQuery;
import org.schoolhubs.kit.web.Page;
import org.schoolhubs.kit.web.PageRequest;

/** E-mail that was recorded instead of sent. */
@Path("/v1/recorded-emails")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Notifications", description = "E-mail to the people named in applications: what was sent at which event, and what it says.")
class RecordedEmailResource {
    private final EntityManager entities;
    private final EmailSenders senders;
    private final Journal journal;

    RecordedEmailResource(EntityManager entities, EmailSenders senders, Journal journal) {
        this.entities = entities;
        this.senders = senders;
        this.journal = journal;
    }

    /** What would have been sent. */
    @Schema(name = "RecordedEmail", description = "An e-mail that was recorded instead of sent. Personal data.")
    record Recorded(
            UUID id,
            @Schema(description = "The notification that it is of.") UUID notificationId,
            @Schema(examples = "a.head@school.example") String address,
            @Schema(examples = "Your application to Behaviour Hubs is accepted") String subject,
            @Schema(examples = "Dear Asha Example, …") String body,
            @Schema(description = "Where one click opts out.", nullable = true) String unsubscribeUrl,
            Instant recordedAt) {
        static Recorded of(RecordedEmail email) {
            return new Recorded(email.id(), email.reference(), email.address(), email.subject(), email.body(), email.unsubscribeUrl(), email.createdAt());
        }

        @Override
        public String toString() {
            return "Recorded[hidden]";
        }
    }

    @GET
    @RolesAllowed(Roles.PROGRAMME_TEAM)
    @Transactional
    @Operation(operationId = "listRecordedEmails", summary = "What would have been sent",
            description = "For development and sandboxes: 404 where e-mail really goes out. Personal data: kept for some days, and that you read it is "
                    + "recorded.")
    @APIResponse(responseCode = "200", description = "A page of e-mail.")
    public Page<Recorded> list(
            @QueryParam("notificationId") @Parameter(description = "Of this notification.") UUID notificationId,
            @Valid @BeanParam PageRequest page) {
        if (!senders.isRecording()) {
            throw Problem.notFound("recorded e-mail", "here: it goes out");
        }
        journal.append(Entry.of("RecordedEmails", Ids.next().toString(), 0).event("RecordedEmailsRead"));
        return ListQuery.of(entities, RecordedEmail.class).filter("e.reference = :notification", "notification", notificationId).fetch(page, Recorded::of);
    }
}
