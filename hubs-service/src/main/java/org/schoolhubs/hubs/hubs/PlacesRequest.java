package org.schoolhubs.hubs.hubs;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "All places of the hub. What is left out offers none any more.")
record PlacesRequest(
        @NotNull(message = "Give the places; an empty list offers none.") @Size(max = 200, message = "At most 200 entries.") List<@NotNull @Valid Item> places) {

    @Schema(name = "PlacesItem", description = "Places for one pathway in one cohort.")
    record Item(
            @Schema(description = "Code of the pathway", examples = "core")
            @NotNull(message = "Name the pathway.") @Pattern(regexp = Codes.FORM, message = Codes.MESSAGE) String pathway,
            @Schema(description = "Code of the cohort", examples = "2025-11")
            @NotNull(message = "Name the cohort.") @Pattern(regexp = Codes.FORM, message = Codes.MESSAGE) String cohort,
            @Schema(description = "How many schools can be members at once", examples = "6")
            @NotNull(message = "Say how many.") @Min(value = 0, message = "0 to 10000.") @Max(value = 10000, message = "0 to 10000.") Integer places) {
    }
}
