package org.schoolhubs.grants.awards;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why an award is held. */
@Schema(name = "NewHold", examples = "{\"reasonCode\": \"bank-details-in-doubt\"}")
record HoldRequest(@NotNull @Size(max = 60) @Pattern(regexp = "[a-z0-9]+(-[a-z0-9]+)*", message = "A code in kebab-case, never free text.") String reasonCode) {
}
