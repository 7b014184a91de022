package org.schoolhubs.applications.programmes.rules;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.schoolhubs.applications.programmes.ProgrammeState;

/**
 * Whether a programme takes applications, and what takes its place.
 *
 * @param replacedBy code of the successor, or null
 * @param replacedOn first day of the successor alone; null while no day is set
 */
public record Standing(ProgrammeState state, String replacedBy, LocalDate replacedOn) implements CatalogueDocument {
    @Override
    public Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("state", state);
        fields.put("replacedBy", replacedBy);
        fields.put("replacedOn", replacedOn);
        return fields;
    }
}
