package org.schoolhubs.gateway.problems;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The answer of RFC 9457, media type application/problem+json; the same fields in the same order as the services'. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Problem")
public record ProblemBody(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        String code,
        String correlationId,
        List<FieldError> errors) {
    /** Media type of problems. */
    public static final String MEDIA_TYPE = "application/problem+json";

    static ProblemBody of(Problem problem, String instance, String correlationId) {
        GatewayError error = problem.error();
        return new ProblemBody("urn:school-hubs:problem:" + error.code(), error.title(), error.status(), problem.detail(), instance, error.code(), correlationId,
                List.of());
    }
}
