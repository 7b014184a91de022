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
import java.time.Clock;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.schoolhubs.kit.problem.Problem;
import org.schoolhubs.kit.time.LondonDates;
import org.schoolhubs.kit.web.Page;
import org.schoolhubs.kit.web.PageRequest;

/** Trusts of the register over HTTP. */
@Path("/v1/trusts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Register")
class TrustResource {
    private final TrustAnswers trusts;
    private final Clock clock;

    TrustResource(TrustAnswers trusts, Clock clock) {
        this.trusts = trusts;
        this.clock = clock;
    }

    @GET
    @Authenticated
    @Operation(operationId = "listTrusts", summary = "Search and list trusts", description = "By group UID; with updatedSince what changed, oldest change "
            + "first. Closed trusts are "
            + "in the list too: filter by status. Federations, sponsors and other groups are not. Open to every role.")
    @APIResponse(responseCode = "200", description = "A page of trusts")
    public Page<TrustView> list(
            @QueryParam("name") @Size(min = 2, max = 100, message = "Search for 2 to 100 characters of the name.")
            @Parameter(description = "Words of the name or beginnings of words, in whatever order; case, accents and punctuation do not matter.",
                    example = "brackenmoor")
            String name,
            @QueryParam("status") @Pattern(regexp = "^(OPEN|CLOSED|PROPOSED_TO_OPEN)$", message = "One of OPEN, CLOSED, PROPOSED_TO_OPEN.")
            @Parameter(description = "Status: OPEN, CLOSED or PROPOSED_TO_OPEN.", example = "OPEN") String status,
            @QueryParam("typeCode") @Pattern(regexp = "^0?[1-9][0-9]?$", message = "A group type is 1 or 2 digits, for example 6.")
            @Parameter(description = "GIAS group type, with or without leading zero: 6 multi-academy trust, 10 single-academy trust.",
                    example = "6") String typeCode,
            @QueryParam("ukprn") @Pattern(regexp = "^10[0-9]{6}$", message = "A UKPRN is 8 digits that begin with 10.")
            @Parameter(description = "UK Provider Reference Number.", example = "10990002") String ukprn,
            @QueryParam("companiesHouseNumber") @Pattern(regexp = "^[A-Z0-9]{8}$", message = "A Companies House number is 8 digits or capitals.")
            @Parameter(description = "Number at Companies House.", example = "07654321") String companiesHouseNumber,
            @BeanParam @Valid PageRequest page) {
        return trusts.page(new TrustAnswers.Query(SchoolQueries.words(name), status, typeCode == null ? null : typeCode.replaceFirst("^0", ""), ukprn,
                companiesHouseNumber), page);
    }

    @GET
    @Path("/{uid}")
    @Authenticated
    @Operation(operationId = "getTrust", summary = "Read a trust", description = "By group UID, with its open schools of today. Open to every role.")
    @APIResponse(responseCode = "200", description = "The trust")
    public TrustView get(@PathParam("uid") @Parameter(description = "Group UID.", example = "2854",
            schema = @Schema(type = SchemaType.STRING, pattern = "^[1-9][0-9]{0,5}$")) String uid) {
        return trusts.get(valid(uid));
    }

    @GET
    @Path("/{uid}/schools")
    @Authenticated
    @Operation(operationId = "listTrustSchools", summary = "Read the schools of a trust over time", description = "Every time that a school was in it, "
            + "first ones first; with asOn "
            + "only those of that day. Says which source knows. Open to every role.")
    @APIResponse(responseCode = "200", description = "The schools of the trust")
    public TrustSchoolsView schools(@PathParam("uid") @Parameter(description = "Group UID.", example = "2854",
            schema = @Schema(type = SchemaType.STRING, pattern = "^[1-9][0-9]{0,5}$")) String uid,
            @QueryParam("asOn") @Parameter(description = "A day up to today.", example = "2026-09-01") LocalDate asOn) {
        if (asOn != null && asOn.isAfter(LondonDates.today(clock))) {
            throw Problem.of(RegisterError.FILTER_INVALID, "Nobody knows the register of a day to come.").parameter("asOn", "in-the-future",
                    "Today at the latest.");
        }
        return trusts.schools(valid(uid), asOn);
    }

    private static String valid(String uid) {
        if (!uid.matches("[1-9][0-9]{0,5}")) {
            throw Problem.of(RegisterError.TRUST_UID_INVALID, "A trust UID is 1 to 6 digits, for example 2854.")
                    .parameter("uid", "trust-uid-invalid", "Correct the UID.");
        }
        return uid;
    }
}
