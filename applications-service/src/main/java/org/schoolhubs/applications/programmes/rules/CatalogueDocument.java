package org.schoolhubs.applications.programmes.rules;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Map;

/** What can be changed as a whole, and be compared field by field. */
public sealed interface CatalogueDocument permits ProgrammeTerms, CohortTerms, Standing {
    /** Each field by its path, pathways by their code: {@code pathways/core/lengthMonths}. A field without value is there with null. */
    @JsonIgnore
    Map<String, Object> fields();
}
