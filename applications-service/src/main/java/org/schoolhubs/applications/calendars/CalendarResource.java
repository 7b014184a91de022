package org.schoolhubs.applications.calendars;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.schoolhubs.kernel.AcademicYear;
import org.schoolhubs.kernel.LaCode;
import org.schoolhubs.kernel.Roles;
import org.schoolhubs.kit.problem.CommonError;
import org.schoolhubs.kit.problem.Problem;
import org.schoolhubs.kit.web.Page;
import org.schoolhubs.kit.web.PageRequest;
import org.schoolhubs.kit.web.Responses;

/** Term calendars over HTTP. */
@Path("/v1/term-calendars")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Term calendars", description = "Term dates per local authority, with a national default.")
class CalendarResource {
    private static final String AUTHORITY = "^(national|[0-9]{3})$";

    private final CalendarService calendars;

    CalendarResource(CalendarService calendars) {
        this.calendars = calendars;
    }

    @GET
    @PermitAll
    @Operation(operationId = "listTermCalendars", summary = "List term calendars", description = "Without a token. Where a local authority has none of its own "
            + "for a year, the national default applies.")
    @APIResponse(responseCode = "200", description = "A page of calendars")
    public Page<TermCalendarView> list(
            @QueryParam("laCode") @Pattern(regexp = AUTHORITY, message = "A local authority code is 3 digits; national is the default calendar.")
            @Parameter(description = "Local authority code, or national.", example = "national") String laCode,
            @QueryParam("academicYear") @Pattern(regexp = "^20[0-9]{2}/[0-9]{2}$", message = "An academic year is written 2025/26.")
            @Parameter(description = "Academic year.", example = "2025/26") String academicYear,
            @BeanParam @Valid PageRequest page) {
        return calendars.list(laCode, academicYear == null ? null : parseYear(academicYear), page);
    }

    @GET
    @Path("/{laCode}/{startYear}")
    @PermitAll
    @Operation(operationId = "getTermCalendar", summary = "Read a term calendar", description = "Without a token. Its ETag is what a change needs as If-Match.")
    @APIResponse(responseCode = "200", description = "The calendar", content = @Content(schema = @Schema(implementation = TermCalendarView.class)))
    public Response get(
            @PathParam("laCode") @Parameter(description = "Local authority code, or national.", example = "national") String laCode,
            @PathParam("startYear") @Parameter(description = "Year in which the academic year begins.", example = "2025") String startYear) {
        return Responses.ok(calendars.get(authority(laCode), year(startYear)));
    }

    @PUT
    @Path("/{laCode}/{startYear}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.PROGRAMME_TEAM)
    @Operation(operationId = "putTermCalendar", summary = "Set a term calendar", description = "Makes the calendar (201; no If-Match, and If-None-Match: * if "
            + "it must be new) or replaces its dates (200; If-Match with the ETag you have read). Published as TermCalendarUpdated. Role: programme-team.")
    @APIResponse(responseCode = "200", description = "The dates were replaced",
            content = @Content(schema = @Schema(implementation = TermCalendarView.class)))
    @APIResponse(responseCode = "201", description = "The calendar was made", content = @Content(schema = @Schema(implementation = TermCalendarView.class)))
    public Response put(
            @PathParam("laCode") @Parameter(description = "Local authority code, or national.", example = "202") String laCode,
            @PathParam("startYear") @Parameter(description = "Year in which the academic year begins.", example = "2025") String startYear,
            @HeaderParam("If-Match") @Parameter(description = "ETag of the calendar that is replaced.", example = "\"0\"") String ifMatch,
            @HeaderParam("If-None-Match") @Pattern(regexp = "^[*]$", message = "Only * is understood here.")
            @Parameter(description = "* makes the calendar only if there is none.", example = "*") String ifNoneMatch,
            @NotNull(message = "Send the calendar.") @Valid TermCalendarRequest body) {
        var outcome = calendars.put(authority(laCode), year(startYear), ifMatch, ifNoneMatch != null, body);
        return outcome.created() ? Responses.created("/v1/term-calendars/" + laCode + "/" + startYear, outcome.view()) : Responses.ok(outcome.view());
    }

    private static LaCode authority(String laCode) {
        if (!laCode.matches(AUTHORITY)) {
            throw Problem.of(CalendarError.CALENDAR_OF_NOBODY, "Name a local authority by its 3 digits, or national.")
                    .parameter("laCode", "invalid", "For example 202.");
        }
        return CalendarService.NATIONAL.equals(laCode) ? null : new LaCode(laCode);
    }

    private static AcademicYear year(String startYear) {
        if (!startYear.matches("20[0-9]{2}")) {
            throw Problem.of(CalendarError.CALENDAR_OF_NOBODY, "Give the year in which the academic year begins.")
                    .parameter("startYear", "invalid", "For example 2025 for 2025/26.");
        }
        return new AcademicYear(Integer.parseInt(startYear));
    }

    private static AcademicYear parseYear(String text) {
        try {
            return AcademicYear.parse(text);
        } catch (IllegalArgumentException notConsecutive) {
            throw Problem.of(CommonError.PARAMETER_INVALID, "Correct the parameter named in errors.")
                    .parameter("academicYear", "invalid", notConsecutive.getMessage());
        }
    }
}
