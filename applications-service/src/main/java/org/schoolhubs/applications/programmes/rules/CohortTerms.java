package org.schoolhubs.applications.programmes.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a cohort offers, and when one applies for it. The window may be open after the start: late joiners. */
public record CohortTerms(String name, LocalDate startsOn, Instant windowOpensAt, Instant windowClosesAt, List<OfferedPathway> pathways)
        implements CatalogueDocument {

    /** A pathway with its places in this cohort; null for no limit of its own. */
    public record OfferedPathway(String code, Integer places) {
    }

    @Override
    public Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", name);
        fields.put("startsOn", startsOn);
        fields.put("windowOpensAt", windowOpensAt);
        fields.put("windowClosesAt", windowClosesAt);
        for (OfferedPathway pathway : pathways) {
            fields.put("pathways/%s/code".formatted(pathway.code()), pathway.code());
            fields.put("pathways/%s/places".formatted(pathway.code()), pathway.places());
        }
        return fields;
    }
}
