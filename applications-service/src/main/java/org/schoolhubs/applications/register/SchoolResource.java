package org.schoolhubs.applications.register;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.schoolhubs.applications.register.rules.SearchText;
import org.schoolhubs.kernel.Urn;
import org.schoolhubs.kit.problem.Problem;
import org.schoolhubs.kit.web.Page;
import org.schoolhubs.kit.web.PageRequest;
import org.schoolhubs.kit.web.Responses;

/** The register of schools and trusts over HTTP. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Register", description = "Schools and trusts, as GIAS and Ofsted gave them last.")
class SchoolResource {
    private final RegisterService register;

    SchoolResource(RegisterService register) {
        this.register = register;
    }

    @GET
    @Path("/schools")
    @Authenticated
    @Operation(operationId = "listSchools", summary = "List schools", description = "By URN. Closed schools are in the list too: filter by status. With "
            + "updatedSince: what changed, oldest change first. Open to every role.")
    @APIResponse(responseCode = "200", description = "A page of schools")
    public Page<SchoolView> list(
            @QueryParam("name") @Size(min = 2, max = 100, message = "Search for 2 to 100 characters of the name.")
            @Parameter(description = "Part of the name; case, accents and punctuation do not matter.", example = "st marys") String name,
            @QueryParam("laCode") @Pattern(regexp = "^[0-9]{3}$", message = "A local authority code is 3 digits.")
            @Parameter(description = "Local authority code.", example = "202") String laCode,
            @QueryParam("trustUid") @Pattern(regexp = "^[1-9][0-9]{0,5}$", message = "A trust UID is 1 to 6 digits.")
            @Parameter(description = "Group UID of the trust.", example = "2854") String trustUid,
            @QueryParam("region") @Pattern(regexp = "^[A-Z]$", message = "A region is one letter, for example H.")
            @Parameter(description = "GIAS GOR code.", example = "H") String region,
            @QueryParam("phase") @Size(max = 30)
            @Parameter(description = "Phase of education.", schema = @Schema(implementation = Phase.class)) String phase,
            @QueryParam("status") @Size(max = 30)
            @Parameter(description = "Status.", schema = @Schema(implementation = SchoolStatus.class)) String status,
            @BeanParam @Valid PageRequest page) {
        var query = new SchoolQuery(name == null ? null : SearchText.fold(name), laCode, trustUid, region, parse(Phase.class, "phase", phase),
                parse(SchoolStatus.class, "status", status));
        return register.list(query, page);
    }

    @GET
    @Path("/schools/{urn}")
    @Authenticated
    @Operation(operationId = "getSchool", summary = "Read a school", description = "Every fact with its source, and the latest inspection of each kind. The ETag "
            + "changes when the school or one of its inspections does. Open to every role.")
    @APIResponse(responseCode = "200", description = "The school", content = @Content(schema = @Schema(implementation = SchoolView.class)))
    public Response get(@PathParam("urn") @Parameter(description = "Unique Reference Number.", example = "900001",
            schema = @Schema(type = SchemaType.STRING, pattern = "^[1-9][0-9]{4,5}$")) String urn) {
        if (!Urn.isValid(urn)) {
            throw Problem.of(RegisterError.URN_INVALID, "A URN is 5 or 6 digits, for example 100049.").parameter("urn", "urn-invalid", "Correct the URN.");
        }
        return Responses.ok(register.get(new Urn(urn)));
    }

    @GET
    @Path("/trusts/{uid}")
    @Authenticated
    @Operation(operationId = "getTrust", summary = "Read a trust", description = "By group UID, as its schools name it. Open to every role.")
    @APIResponse(responseCode = "200", description = "The trust")
    public TrustView trust(@PathParam("uid") @Parameter(description = "Group UID.", example = "2854",
            schema = @Schema(type = SchemaType.STRING, pattern = "^[1-9][0-9]{0,5}$")) String uid) {
        if (!uid.matches("[1-9][0-9]{0,5}")) {
            throw Problem.of(RegisterError.TRUST_UID_INVALID, "A trust UID is 1 to 6 digits, for example 2854.")
                    .parameter("uid", "trust-uid-invalid", "Correct the UID.");
        }
        return register.trust(uid);
    }

    private static <E extends Enum<E>> E parse(Class<E> type, String parameter, String value) {
        if (value == null) {
            return null;
        }
        return Arrays.stream(type.getEnumConstants()).filter(constant -> constant.name().equals(value)).findFirst()
                .orElseThrow(() -> Problem.of(RegisterError.FILTER_INVALID, "Correct the parameter named in errors.")
                        .parameter(parameter, "unknown-value", "One of " + Arrays.toString(type.getEnumConstants()) + "."));
    }
}
