package org.schoolhubs.applications.contacts;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.schoolhubs.kernel.Roles;
import org.schoolhubs.kit.openapi.SharedOpenApi;
import org.schoolhubs.kit.web.Idempotent;
import org.schoolhubs.kit.web.Responses;

/** Rights of the people who are named in applications and expressions of interest. */
@Path("/v1/contacts")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Contacts", description = "Personal data of the people named in applications and expressions of interest: what is kept, and erasure.")
class ContactResource {
    private final ContactService contacts;

    ContactResource(ContactService contacts) {
        this.contacts = contacts;
    }

    /** Answers are not kept for repeats: they are personal data, and a search changes nothing but the record that it was made. */
    @POST
    @Path("/searches")
    @RolesAllowed(Roles.PROGRAMME_TEAM)
    @Extension(name = SharedOpenApi.REPEATABLE, value = "true")
    @Operation(operationId = "searchContacts", summary = "What is kept about an e-mail address",
            description = "For a subject access request: where the person is named, and what is kept beside it. By a person of the programme team; that you "
                    + "searched is recorded, also in the history of each application and expression of interest found. The address is in the body so that it "
                    + "stands in no log.")
    @APIResponse(responseCode = "200", description = "Everything that is kept.",
            content = @Content(schema = @Schema(implementation = ContactRequests.Found.class)))
    public Response search(@NotNull(message = "Send the search.") @Valid ContactRequests.Search body) {
        return Response.ok(contacts.search(body.email())).header("Cache-Control", "no-store").build();
    }

    @POST
    @Path("/{contactId}/erasure")
    @RolesAllowed(Roles.PROGRAMME_TEAM)
    @Idempotent
    @Operation(operationId = "eraseContact", summary = "Erase a person",
            description = "Erases name, address and position of one person named in one application or expression of interest, their choices about e-mail, "
                    + "and recorded e-mail; one who was replaced, too, by the contactId that a search tells. What was to be sent to them is not sent. The history "
                    + "says that, by whom and why, and names nobody. By a person of the programme team.")
    @APIResponse(responseCode = "200", description = "Erased.", content = @Content(schema = @Schema(implementation = ContactRequests.Erased.class)))
    public Response erase(@PathParam("contactId") UUID contactId, @NotNull(message = "Send the reason.") @Valid ContactRequests.Erasure body) {
        return Responses.ok(contacts.erase(contactId, body.reasonCode()));
    }
}
