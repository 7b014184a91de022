package org.schoolhubs.applications.register;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A trust as third parties see it. */
@Schema(name = "Trust", description = "A trust, as GIAS names it on the rows of its schools.")
record TrustView(
        @Schema(description = "Group UID.", examples = "2854") String uid,
        @Schema(examples = "Brackenmoor Learning Trust") String name,
        @Schema(description = "How many of its schools are open; list them with GET /v1/schools?trustUid=.", examples = "7") long openSchools) {
}
