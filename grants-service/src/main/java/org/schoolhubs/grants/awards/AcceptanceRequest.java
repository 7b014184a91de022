package org.schoolhubs.grants.awards;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Acceptance of an offer. */
@Schema(name = "NewAcceptance", examples = "{\"payeeId\": \"0199f0c8-0000-7000-8000-000000000001\"}")
record AcceptanceRequest(@NotNull @Schema(description = "Who is to be paid: the school, its trust or its local authority") UUID payeeId) {
}
