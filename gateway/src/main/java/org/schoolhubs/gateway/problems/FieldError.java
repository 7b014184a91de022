package org.schoolhubs.gateway.problems;

import com.fasterxml.jackson.annotation.JsonInclude;

/** A place in a request and what is wrong with it. Exactly one of pointer, parameter and header is set. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FieldError(
        String pointer,
        String parameter,
        String header,
        String code,
        String detail) {
}
