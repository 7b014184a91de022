package org.schoolhubs.applications.interest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.schoolhubs.applications.contacts.NamedLeader;
import org.schoolhubs.kernel.Roles;
import org.schoolhubs.kit.journal.HistoryEntry;
import org.schoolhubs.kit.web.Idempotent;
import org.schoolhubs.kit.web.Page;
import org.schoolhubs.kit.web.PageRequest;
import org.schoolhubs.kit.web.Precondition;
import org.schoolhubs.kit.web.Responses;

/** Expressions of interest over HTTP. */
@Path("/v1/expressions-of-interest")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Expressions of interest", description = "Interest in the next cohort of a pathway, left while no window is open.")
class InterestResource {
    private final InterestService expressions;

    InterestResource(InterestService expressions) {
        this.expressions = expressions;
    }

    @POST
    @RolesAllowed({Roles.SCHOOL, Roles.TRUST})
    @Idempotent
    @Operation(operationId = "leaveExpressionOfInterest", summary = "Leave an expression of interest",
            description = "In the next cohort of a pathway that takes them, while none of its windows is open; one a school or trust and pathway (roles school, trust). "
                    + "When the window opens it becomes a draft by itself, and the person whom you name as its contact is told by e-mail, once. It follows your school to "
                    + "one that takes its place.")
    @APIResponse(responseCode = "201", description = "It waits.", content = @Content(schema = @Schema(implementation = InterestView.class)))
    public Response leave(@NotNull @Valid InterestRequests.NewExpression body) {
        InterestView expression = expressions.leave(body);
        return Responses.created("/v1/expressions-of-interest/" + expression.id(), expression);
    }

    @GET
    @RolesAllowed({Roles.SCHOOL, Roles.TRUST, Roles.PROGRAMME_TEAM, Roles.DFE, Roles.AUDITOR})
    @Operation(operationId = "listExpressionsOfInterest", summary = "Expressions of interest",
            description = "Those that you may see, in the order in which they were left, or by change with updatedSince: a school its own, a trust its own and those of its "
                    + "schools, programme team, Department and auditors all.")
    @APIResponse(responseCode = "200", description = "A page of expressions of interest.")
    public Page<InterestView> list(@Valid @BeanParam InterestQuery query, @Valid @BeanParam PageRequest page) {
        return expressions.list(query, page);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.SCHOOL, Roles.TRUST, Roles.PROGRAMME_TEAM, Roles.DFE, Roles.AUDITOR})
    @Operation(operationId = "getExpressionOfInterest", summary = "One expression of interest",
            description = "With what you may do now (roles school, trust, programme-team, dfe, auditor).")
    @APIResponse(responseCode = "200", description = "The expression of interest.", content = @Content(schema = @Schema(implementation = InterestView.class)))
    public Response get(@PathParam("id") UUID id) {
        return Responses.ok(expressions.get(id));
    }

    @GET
    @Path("/{id}/history")
    @RolesAllowed({Roles.SCHOOL, Roles.TRUST, Roles.PROGRAMME_TEAM, Roles.DFE, Roles.AUDITOR})
    @Operation(operationId = "getExpressionOfInterestHistory", summary = "What happened",
            description = "Who did what, when and why, oldest first (roles school, trust, programme-team, dfe, auditor).")
    @APIResponse(responseCode = "200", description = "The history.")
    public List<HistoryEntry> history(@PathParam("id") UUID id) {
        return expressions.history(id);
    }

    @POST
    @Path("/{id}/withdrawal")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed({Roles.SCHOOL, Roles.TRUST, Roles.PROGRAMME_TEAM})
    @Idempotent
    @Operation(operationId = "withdrawExpressionOfInterest", summary = "Withdraw an expression of interest",
            description = "While it waits or the successor programme is on offer (roles school, trust, programme-team). Once it has become a draft, withdraw the application.")
    @APIResponse(responseCode = "200", description = "Withdrawn.", content = @Content(schema = @Schema(implementation = InterestView.class)))
    public Response withdraw(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch) {
        return Responses.ok(expressions.withdraw(id, Precondition.of(ifMatch)));
    }

    @PUT
    @Path("/{id}/contact")
    @RolesAllowed({Roles.SCHOOL, Roles.TRUST})
    @Operation(operationId = "nameContactOfInterest", summary = "Name who is told",
            description = "Replaces the person who is told by e-mail when the window opens, while it has not ended (roles school, trust). Personal data: kept apart, erased "
                    + "some time after it has ended, never part of events or history. E-mail of this kind can be opted out of by the link in it.")
    @APIResponse(responseCode = "200", description = "Named.", content = @Content(schema = @Schema(implementation = InterestView.class)))
    public Response nameContact(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid NamedLeader body) {
        return Responses.ok(expressions.nameContact(id, Precondition.of(ifMatch), body));
    }

    @GET
    @Path("/{id}/contact")
    @RolesAllowed({Roles.SCHOOL, Roles.TRUST, Roles.PROGRAMME_TEAM, Roles.AUDITOR})
    @Operation(operationId = "getContactOfInterest", summary = "Who is told",
            description = "Personal data: that you read it stands in the history of the expression of interest (roles school, trust, programme-team, auditor).")
    @APIResponse(responseCode = "200", description = "The person.")
    public NamedLeader contact(@PathParam("id") UUID id) {
        return expressions.readContact(id);
    }

    @POST
    @Path("/{id}/succession")
    @RolesAllowed(Roles.PROGRAMME_TEAM)
    @Idempotent
    @Operation(operationId = "chooseSuccessorOfInterest", summary = "Choose the school that it passes to",
            description = "Where its school has closed and several open ones followed: it is the chosen one's from now on, and the task is settled. To exactly one it passes "
                    + "by itself; without any it is closed. By a person of the programme team.")
    @APIResponse(responseCode = "200", description = "Passed on.", content = @Content(schema = @Schema(implementation = InterestView.class)))
    public Response passOn(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid InterestRequests.Succession body) {
        return Responses.ok(expressions.passOn(id, Precondition.of(ifMatch), body.urn()));
    }

    @POST
    @Path("/{id}/offer-acceptance")
    @RolesAllowed({Roles.SCHOOL, Roles.TRUST})
    @Idempotent
    @Operation(operationId = "acceptOfferOfSuccessor", summary = "Accept the offer of the successor programme",
            description = "Waits for a pathway of the programme that replaces the first one from now on (roles school, trust). To let it be, do nothing or withdraw.")
    @APIResponse(responseCode = "200", description = "It waits again.", content = @Content(schema = @Schema(implementation = InterestView.class)))
    public Response acceptOffer(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid InterestRequests.OfferAcceptance body) {
        return Responses.ok(expressions.acceptOffer(id, Precondition.of(ifMatch), body.pathway()));
    }
}
