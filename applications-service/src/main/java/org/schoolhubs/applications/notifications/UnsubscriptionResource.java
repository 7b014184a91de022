package org.schoolhubs.applications.notifications;

import jakarta.annotation.security.PermitAll;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.schoolhubs.applications.notifications.rules.Category;
import org.schoolhubs.kit.openapi.SharedOpenApi;

/** Links in e-mail, for people who do not sign in here. Reading one changes nothing: mail programs follow links by themselves. */
@Path("/v1/unsubscriptions/{token}")
@Tag(name = "Notifications", description = "E-mail to the people named in applications: what was sent at which event, and what it says.")
class UnsubscriptionResource {
    private static final String FORM = "^[A-Za-z0-9_-]{43}$";
    private static final String PAGE = """
            <!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex">
            <title>E-mail from School Hubs</title></head><body><h1>E-mail from School Hubs</h1>
            %s</body></html>
            """;
    private static final String ASK = "<p>Do you want no more e-mail about %s?</p><form method=\"post\"><button>No more of these</button></form>\n";
    private static final String DONE = "<p>You get no more e-mail about %s. We still write to you about decisions, places and grants.</p>\n";
    private final PreferenceService preferences;

    UnsubscriptionResource(PreferenceService preferences) {
        this.preferences = preferences;
    }

    /** Where a link leads. */
    @Schema(name = "Unsubscription", description = "What a link in an e-mail opts out of.")
    record Unsubscription(@Schema(examples = "PROGRESS") Category category, @Schema(description = "Whether that has been done.") boolean optedOut) {
    }

    @GET
    @PermitAll
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
    @Operation(operationId = "getUnsubscription", summary = "What a link opts out of",
            description = "Needs no token but the link. Changes nothing. A browser gets a page that asks.")
    @APIResponse(responseCode = "200", description = "The kind of e-mail, and whether the person has opted out.",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Unsubscription.class)))
    public Response get(@PathParam("token") @Pattern(regexp = FORM, message = "Use the link as it stands in the e-mail.")
            @Parameter(description = "As it stands in the link.") String token, @Context HttpHeaders headers) {
        return answer(preferences.look(token), headers);
    }

    @POST
    @PermitAll
    @Consumes(MediaType.WILDCARD)
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
    @Extension(name = SharedOpenApi.REPEATABLE, value = "true")
    @Operation(operationId = "unsubscribe", summary = "Opt out by a link",
            description = "Needs no token but the link, no body and no Idempotency-Key: mail programs call it by themselves (RFC 8058). Holds wherever the "
                    + "person's address is named. Doing it twice does nothing more.")
    @APIResponse(responseCode = "200", description = "Done.",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Unsubscription.class)))
    public Response post(@PathParam("token") @Pattern(regexp = FORM, message = "Use the link as it stands in the e-mail.")
            @Parameter(description = "As it stands in the link.") String token, @Context HttpHeaders headers) {
        return answer(preferences.unsubscribe(token), headers);
    }

    /** A browser names HTML first; whoever names nothing gets JSON. */
    private static Response answer(PreferenceService.Unsubscription one, HttpHeaders headers) {
        MediaType first = headers.getAcceptableMediaTypes().get(0);
        return first.isWildcardType() || !first.isCompatible(MediaType.TEXT_HTML_TYPE) ? json(one) : page(one);
    }

    private static Response json(PreferenceService.Unsubscription one) {
        return Response.ok(new Unsubscription(one.category(), one.optedOut())).type(MediaType.APPLICATION_JSON).header("Cache-Control", "no-store").build();
    }

    private static Response page(PreferenceService.Unsubscription one) {
        String about = one.category() == Category.PROGRESS ? "how the support goes on" : "later cohorts and other programmes";
        return Response.ok(PAGE.formatted((one.optedOut() ? DONE : ASK).formatted(about))).type(MediaType.TEXT_HTML + ";charset=UTF-8")
                .header("Cache-Control", "no-store").header("Content-Security-Policy", "default-src 'none'; form-action 'self'; frame-ancestors 'none'")
                .header("Referrer-Policy", "no-referrer").build();
    }
}
