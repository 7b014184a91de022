package org.schoolhubs.kit.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.schoolhubs.kit.problem.ErrorCode;

/** What this caller may do next with a resource and, for what it may not, why. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "What you may do next with this resource and, for what you may not, why.")
public record Action(
        @Schema(examples = "submission") String name,
        boolean allowed,
        @Schema(description = "Code of the refusal you would get") String code,
        @Schema(description = "Why not, and what would help") String reason,
        @Schema(description = "Where to POST it") String href) {

    public static Action allowed(String name, String href) {
        return new Action(name, true, null, null, href);
    }

    public static Action refused(String name, String href, ErrorCode code, String reason) {
        return new Action(name, false, code.code(), reason, href);
    }
}
