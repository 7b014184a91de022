package org.schoolhubs.applications.eligibility;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Answers for many schools. */
@Schema(name = "BulkEligibility", description = "One explained answer for each school that the register knows.")
record BulkCheckView(
        @Schema(description = "In the order of the question, each school once.") List<EligibilityView> items,
        @Schema(description = "URNs that the register does not know.", examples = "[]") List<String> unknownUrns) {
}
