package org.schoolhubs.kit.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.schoolhubs.kit.problem.CommonError;
import org.schoolhubs.kit.problem.Problem;

/** The parameters that every list takes. A {@code @BeanParam} named {@code page}. */
public class PageRequest {
    @QueryParam("limit")
    @DefaultValue("50")
    @Min(value = 1, message = "limit is 1 to 500.")
    @Max(value = 500, message = "limit is 1 to 500.")
    @Parameter(description = "How many items at the most, 1 to 500.")
    int limit;

    @QueryParam("after")
    @Size(max = 500, message = "Pass the cursor as it was given.")
    @Parameter(description = "Cursor from `next` of the page before.")
    String after;

    @QueryParam("updatedSince")
    @Size(max = 40, message = "updatedSince is an instant such as 2026-11-21T09:00:00Z.")
    @Parameter(description = "Only what changed at or after this instant, oldest change first. Take the `watermark` of an earlier answer.",
            schema = @Schema(format = "date-time"))
    String updatedSince;

    /** For JAX-RS. */
    public PageRequest() {
        limit = 50;
    }

    int limit() {
        return limit;
    }

    String after() {
        return after;
    }

    /** @throws Problem 400 if the parameter is not an RFC 3339 instant */
    Instant updatedSince() {
        if (updatedSince == null) {
            return null;
        }
        try {
            Instant since = Instant.parse(updatedSince);
            if (Bounds.holds(since)) {
                return since;
            }
        } catch (DateTimeParseException wrong) {
            // falls through to the refusal below
        }
        throw Problem.of(CommonError.PARAMETER_INVALID, "Correct the parameter named in errors.")
                .parameter("updatedSince", "invalid", "An instant in UTC such as 2026-11-21T09:00:00Z.");
    }
}
