package org.schoolhubs.grants.tariffs;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.schoolhubs.kernel.Roles;
import org.schoolhubs.kit.web.Idempotent;
import org.schoolhubs.kit.web.Page;
import org.schoolhubs.kit.web.PageRequest;
import org.schoolhubs.kit.web.Precondition;
import org.schoolhubs.kit.web.Responses;

@Path("/v1/tariffs")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Tariffs", description = "What a pathway's grant is, for applications accepted on a day.")
class TariffResource {
    private final TariffService tariffs;

    TariffResource(TariffService tariffs) {
        this.tariffs = tariffs;
    }

    @GET
    @RolesAllowed({Roles.SCHOOL, Roles.TRUST, Roles.LOCAL_AUTHORITY, Roles.PROGRAMME_TEAM, Roles.DFE, Roles.FINANCE_PREPARER, Roles.FINANCE_APPROVER, Roles.AUDITOR})
    @Operation(operationId = "listTariffs", summary = "List tariffs", description = "All tariffs, past and future ones too.")
    @APIResponse(responseCode = "200", description = "A page of tariffs")
    public Page<TariffView> list(
            @Parameter(description = "Code of a programme", example = "behaviour-hubs") @QueryParam("programme") @Size(max = 60) String programme,
            @Parameter(description = "Code of a pathway", example = "core") @QueryParam("pathway") @Size(max = 60) String pathway,
            @Valid @BeanParam PageRequest page) {
        return tariffs.list(programme, pathway, page);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.SCHOOL, Roles.TRUST, Roles.LOCAL_AUTHORITY, Roles.PROGRAMME_TEAM, Roles.DFE, Roles.FINANCE_PREPARER, Roles.FINANCE_APPROVER, Roles.AUDITOR})
    @Operation(operationId = "getTariff", summary = "Read a tariff", description = "One tariff with its ETag.")
    @APIResponse(responseCode = "200", description = "The tariff", content = @Content(schema = @Schema(implementation = TariffView.class)))
    public Response get(@PathParam("id") UUID id) {
        return Responses.ok(tariffs.get(id));
    }

    @POST
    @Idempotent
    @RolesAllowed(Roles.PROGRAMME_TEAM)
    @Operation(operationId = "createTariff", summary = "Add a tariff",
            description = "Fixes a pathway's grant for applications accepted from a day on. Never above the pathway's cap, never two tariffs for one day.")
    @APIResponse(responseCode = "201", description = "The tariff was made", content = @Content(schema = @Schema(implementation = TariffView.class)))
    public Response create(@NotNull @Valid NewTariff body) {
        TariffView tariff = tariffs.create(body);
        return Responses.created("/v1/tariffs/" + tariff.id(), tariff);
    }

    @POST
    @Path("/{id}/end")
    @Idempotent
    @RolesAllowed(Roles.PROGRAMME_TEAM)
    @Operation(operationId = "endTariff", summary = "End a tariff",
            description = "Sets the last day of acceptance that it is for: today or later. Awards made under it keep their amount.")
    @APIResponse(responseCode = "200", description = "The tariff", content = @Content(schema = @Schema(implementation = TariffView.class)))
    public Response end(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid TariffEnd body) {
        return Responses.ok(tariffs.end(id, Precondition.of(ifMatch), body.effectiveTo()));
    }
}
