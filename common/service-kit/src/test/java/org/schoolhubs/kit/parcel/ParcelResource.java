package org.schoolhubs.kit.parcel;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
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
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.schoolhubs.kit.journal.HistoryEntry;
import org.schoolhubs.kit.security.Caller;
import org.schoolhubs.kit.web.Idempotent;
import org.schoolhubs.kit.web.Page;
import org.schoolhubs.kit.web.PageRequest;
import org.schoolhubs.kit.web.Precondition;
import org.schoolhubs.kit.web.Responses;

@Path("/v1/parcels")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class ParcelResource {
    record Label(@NotBlank @Size(max = 10, message = "At most 10 characters.") String text) {
    }

    record PackRequest(@NotNull @Valid Label label, @Min(1) @Max(100) int weight, LocalDate on, Instant at) {
    }

    private final ParcelService parcels;
    private final Caller caller;

    ParcelResource(ParcelService parcels, Caller caller) {
        this.parcels = parcels;
        this.caller = caller;
    }

    @POST
    @RolesAllowed("packer")
    @Idempotent
    public Response pack(@Valid @NotNull PackRequest body) {
        ParcelView parcel = parcels.pack(body.label().text(), body.weight());
        return Responses.created("/v1/parcels/" + parcel.id(), parcel);
    }

    @POST
    @Path("/{id}/sealing")
    @RolesAllowed("packer")
    @Idempotent
    public Response seal(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch) {
        return Responses.ok(parcels.act(id, Precondition.of(ifMatch), Parcel.Act.SEAL));
    }

    @POST
    @Path("/{id}/dispatch")
    @RolesAllowed("packer")
    @Idempotent
    public Response send(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch) {
        caller.requirePerson();
        return Responses.ok(parcels.act(id, Precondition.of(ifMatch), Parcel.Act.SEND));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed("packer")
    public Response get(@PathParam("id") UUID id) {
        return Responses.ok(parcels.get(id));
    }

    @GET
    @Path("/{id}/history")
    @RolesAllowed("packer")
    public List<HistoryEntry> history(@PathParam("id") UUID id) {
        return parcels.history(id);
    }

    @GET
    @RolesAllowed("packer")
    public Page<ParcelView> list(@Valid @BeanParam PageRequest page, @QueryParam("label") @Size(max = 10) String label,
            @QueryParam("state") Parcel.State state, @QueryParam("id") UUID id) {
        return parcels.list(page, label, state, id);
    }

    @GET
    @Path("/failure")
    @PermitAll
    public String fail() {
        throw new IllegalStateException("secret detail of our insides");
    }
}
