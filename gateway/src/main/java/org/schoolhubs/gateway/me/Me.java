package org.schoolhubs.gateway.me;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who is asking, as their token says. */
@Schema(name = "Me", description = "Who is asking, as their token says.")
record Me(
        @Schema(description = "Opaque id of the person or client, the same in every token", examples = "7b0c2f6e-5a0e-4a6e-9c53-0c5d0f6a1e11") String subject,
        @Schema(description = "A person who has signed in, or a client with credentials of its own; approvals need a person") Kind kind,
        @Schema(description = "Roles, sorted", examples = "[\"school\"]") List<String> roles,
        @Schema(description = "Organisations acted for, sorted: urn:<URN>, uid:<trust UID> or la:<LA code>", examples = "[\"urn:100049\"]") List<String> organisations,
        @Schema(description = "When the token ends", examples = "2026-11-21T12:00:00Z") Instant tokenExpiresAt) {

    /** What stands behind a token. */
    @Schema(name = "MeKind")
    enum Kind {
        PERSON, CLIENT
    }
}
