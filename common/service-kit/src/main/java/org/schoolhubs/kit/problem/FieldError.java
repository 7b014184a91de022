package org.schoolhubs.kit.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A place in a request and what is wrong with it. Exactly one of pointer, parameter and header is set.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "A place in the request and what is wrong with it. One of pointer, parameter and header is set.")
public record FieldError(
        @Schema(description = "JSON pointer into the body", examples = "/leaders/0/email") String pointer,
        @Schema(description = "Name of a query or path parameter") String parameter,
        @Schema(description = "Name of a request header") String header,
        @Schema(description = "Stable code", examples = "email-invalid") String code,
        @Schema(description = "What is wrong and what to do", examples = "Give an e-mail address such as a.head@school.example.") String detail) {
}
