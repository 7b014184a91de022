package org.schoolhubs.applications.programmes;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.schoolhubs.applications.programmes.rules.ProgrammeTerms;

/** Request for a programme: a draft with everything that it asks and gives. */
@Schema(description = "A programme to be drafted.")
record NewProgramme(
        @Schema(description = "Unique for ever; lower case, digits and hyphens.", examples = "reading-hubs")
        @NotNull @Size(max = 60) @Pattern(regexp = "[a-z0-9]+(-[a-z0-9]+)*", message = "Use lower-case letters, digits and single hyphens.") String code,
        @Schema(description = "Name for people.", examples = "Reading hubs") @NotBlank @Size(max = 120) String name,
        @Schema(description = "What it is, in a sentence.", examples = "Schools that teach reading well share how they do it.")
        @NotNull @Size(max = 1000) String description,
        @Schema(description = "What it works on. A school takes part in one programme of a subject at a time.", examples = "[\"reading\"]")
        @NotEmpty @Size(max = 10) List<@NotNull @Pattern(regexp = "[a-z-]{1,40}", message = "Use up to 40 lower-case letters and hyphens.") String> subjects,
        @Schema(description = "Last day on which an application may be submitted (Europe/London); null while no end is set.", nullable = true)
        LocalDate takesApplicationsUntil,
        @Schema(description = "When one may apply to lead a hub; null where nobody may.", nullable = true) @Valid LeadApplications leadApplications,
        @Schema(description = "Its pathways, all of them.") @NotEmpty @Size(max = 20) List<@NotNull @Valid PathwayRequest> pathways,
        @Schema(description = "Why: kept with the version, not in events. Name no people.", examples = "Agreed with the Department on 12 January")
        @NotBlank @Size(max = 500) String reason) {

    ProgrammeTerms terms() {
        return new ProgrammeTerms(name, description, List.copyOf(new TreeSet<>(subjects)), takesApplicationsUntil,
                leadApplications == null ? null : leadApplications.window(), pathways.stream().map(PathwayRequest::terms).toList());
    }
}
