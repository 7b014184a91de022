package org.schoolhubs.applications.applications;

import jakarta.persistence.Embeddable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.schoolhubs.applications.register.Phase;

/** What one who wants to lead a hub says for itself. A draft may be saved incomplete. Its text form hides it: it may speak about people. */
@Schema(description = "What one who wants to lead a hub says for itself; a draft may be saved incomplete.")
public record LeadEvidence(
        @Schema(description = "What is exemplary in its practice.", examples = "Routines are taught and kept by all.", nullable = true)
        @Size(max = 4000) String practiceStatement,
        @Schema(description = "With whom it has worked and what came of it.", examples = "Led a network of eight schools for two years.", nullable = true)
        @Size(max = 4000) String collaborationRecord,
        @Schema(description = "One to three organisations that can speak for it.", nullable = true)
        @Size(max = 3, message = "Give at most three references.") List<@NotNull @Valid Reference> references,
        @Schema(description = "Phases of education that the hub would serve.", examples = "[\"SECONDARY\"]", nullable = true)
        @Size(max = 6) Set<@NotNull Phase> phases,
        @Schema(description = "How many partners it could support at a time.", examples = "6", nullable = true) @Min(1) @Max(500) Integer places,
        @Schema(description = "The school of the hub; only where a trust applies, and one of its schools.", examples = "100049", nullable = true)
        @Pattern(regexp = "[1-9][0-9]{4,5}", message = "A URN is 5 or 6 digits.") String leadUrn) {

    static final LeadEvidence NONE = new LeadEvidence(null, null, List.of(), Set.of(), null, null);

    public LeadEvidence {
        references = references == null ? List.of() : references.stream().toList();
        phases = phases == null ? Set.of() : phases;
    }

    @Override
    public String toString() {
        return "LeadEvidence[hidden]";
    }

    /** An organisation that can speak for the applicant. */
    @Embeddable
    @Schema(name = "LeadReference", description = "An organisation that can speak for the applicant.")
    public record Reference(
            @Schema(description = "Name of the organisation; not of a person.", examples = "Camden Learning") @NotBlank @Size(max = 200) String organisation,
            @Schema(description = "What it can say.", examples = "Worked with the school on attendance since 2023.") @NotBlank @Size(max = 2000) String statement) {

        @Override
        public String toString() {
            return "Reference[hidden]";
        }
    }
}
