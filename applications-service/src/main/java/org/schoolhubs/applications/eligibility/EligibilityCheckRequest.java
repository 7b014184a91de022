package org.schoolhubs.applications.eligibility;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.schoolhubs.kernel.TrustUid;
import org.schoolhubs.kernel.Urn;
import org.schoolhubs.kit.problem.CommonError;
import org.schoolhubs.kit.problem.Problem;

/** Who wants to know, for what. */
@Schema(name = "EligibilityCheck", description = "Which school or trust, as what, for which pathway.")
public record EligibilityCheckRequest(
        @Schema(description = "Unique Reference Number of the school; leave it out for a trust.", examples = "100049", nullable = true)
        @Pattern(regexp = URN, message = URN_ADVICE) String urn,
        @Schema(description = "Group UID of the trust; leave it out for a school.", examples = "2854", nullable = true)
        @Pattern(regexp = "[1-9][0-9]{0,5}", message = "A trust UID is 1 to 6 digits.") String trustUid,
        @Schema(description = "Schools that the trust would apply with; without any, all its open schools are judged.", examples = "[\"100049\"]", nullable = true)
        @Size(max = 200) List<@NotNull @Pattern(regexp = URN, message = URN_ADVICE) String> schools,
        @Schema(description = "As what; a partner where it is left out.", nullable = true) ApplicantRole role,
        @Schema(description = "Code of the programme.", examples = "behaviour-hubs") @NotBlank @Size(max = 60) String programme,
        @Schema(description = "Code of its pathway; left out for roles that lead.", examples = "core", nullable = true) @Size(max = 60) String pathway) {
    static final String URN = "[1-9][0-9]{4,5}";
    static final String URN_ADVICE = "A URN is 5 or 6 digits.";

    /**
     * Who is to be judged.
     *
     * @throws Problem 400 {@code invalid} for a body that does not say so clearly
     */
    Applicant applicant() {
        List<String[]> faults = new ArrayList<>();
        if ((urn == null) == (trustUid == null)) {
            faults.add(new String[]{"/urn", "Give either urn or trustUid."});
        }
        if (role != null && role.isTrust() != (trustUid != null)) {
            faults.add(new String[]{"/role", "This role is one of a %s.".formatted(role.isTrust() ? "trust" : "school")});
        }
        if (trustUid == null && schools != null && !schools.isEmpty()) {
            faults.add(new String[]{"/schools", "Only a trust names schools."});
        }
        if (isLead() == (pathway != null)) {
            faults.add(new String[]{"/pathway", isLead() ? "Leave it out: those who lead are judged by programme." : "Give the code of a pathway."});
        }
        if (!faults.isEmpty()) {
            Problem problem = Problem.of(CommonError.INVALID, "Correct what errors names.");
            faults.forEach(fault -> problem.at(fault[0], "invalid", fault[1]));
            throw problem;
        }
        return urn != null ? Applicant.school(role == null ? ApplicantRole.PARTNER_SCHOOL : role, new Urn(urn))
                : Applicant.trust(role == null ? ApplicantRole.PARTNER_TRUST : role, new TrustUid(trustUid),
                        schools == null ? List.of() : schools.stream().map(Urn::new).toList());
    }

    private boolean isLead() {
        return role != null && role.isLead();
    }
}
