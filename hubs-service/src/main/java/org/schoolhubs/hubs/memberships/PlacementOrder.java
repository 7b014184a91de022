package org.schoolhubs.hubs.memberships;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "Places one waiting school: with the nearest fitting hub, or with the hub named.")
record PlacementOrder(
        @Schema(description = "The accepted application", examples = "0199f0c8-0000-7000-8000-000000000001") @NotNull(message = "Name the application.") UUID applicationId,
        @Schema(description = "Override: the hub to place the school with; left out, the nearest fitting one", examples = "0199f0c8-0000-7000-8000-000000000002") UUID hubId,
        @Schema(description = "Why the rule is overridden; with hubId only, and needed there", examples = "Both schools have worked together before.")
        @Size(max = 2000, message = "A reason has at most 2000 characters.") String reason) {
}
