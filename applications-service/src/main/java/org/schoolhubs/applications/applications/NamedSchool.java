package org.schoolhubs.applications.applications;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A school that a trust names in its application. */
@Embeddable
@Schema(description = "A school that a trust names in its application.")
public record NamedSchool(
        @Schema(examples = "100049") String urn,
        @Schema(description = "Name in the register when it was named.", examples = "Ashdown Park School") String schoolName,
        @Enumerated(EnumType.STRING) SchoolRole role) {

    public NamedSchool {
        Objects.requireNonNull(urn);
        Objects.requireNonNull(role);
    }
}
