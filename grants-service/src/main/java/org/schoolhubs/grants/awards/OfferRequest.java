package org.schoolhubs.grants.awards;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the payee is offered. */
@Schema(name = "NewOffer", examples = """
        {"conditions": ["The plan is completed."], "permittedUse": "Travel, expenses, cover for staff, and putting the new approaches in place."}""")
record OfferRequest(
        @NotEmpty @Size(max = 20) List<@NotBlank @Size(max = 500) String> conditions,
        @NotBlank @Size(max = 2000) @Schema(description = "What the grant may be spent on") String permittedUse) {
}
