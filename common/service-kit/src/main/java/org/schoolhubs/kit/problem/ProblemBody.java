package org.schoolhubs.kit.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The answer of RFC 9457, media type application/problem+json. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Problem", description = "What went wrong and what to do (RFC 9457).")
public record ProblemBody(
        @Schema(description = "Identifies the kind of problem", examples = "urn:school-hubs:problem:stale") String type,
        @Schema(description = "The same for every occurrence of this kind", examples = "The resource has changed since you read it") String title,
        @Schema(description = "HTTP status", examples = "412") int status,
        @Schema(description = "What is wrong this time and what to do") String detail,
        @Schema(description = "Path of the request", examples = "/v1/applications/0199f0c8-0000-7000-8000-000000000001/submission") String instance,
        @Schema(description = "Stable code of the catalogue", examples = "stale") String code,
        @Schema(description = "Quote this when you ask for help", examples = "9f0c8a52-7c1e-4a51-9d43-2f7e9a0f4d11") String correlationId,
        @Schema(description = "The places in the request that this is about") List<FieldError> errors) {
    /** Media type of problems. */
    public static final String MEDIA_TYPE = "application/problem+json";

    static ProblemBody of(Problem problem, String instance, String correlationId) {
        ErrorCode error = problem.error();
        return new ProblemBody("urn:school-hubs:problem:" + error.code(), error.title(), error.status(), problem.detail(), instance, error.code(), correlationId,
                problem.errors());
    }
}
