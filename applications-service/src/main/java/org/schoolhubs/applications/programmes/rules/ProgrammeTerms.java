package org.schoolhubs.applications.programmes.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a programme asks and gives.
 *
 * @param subjects               programmes that share one overlap; sorted, each once
 * @param takesApplicationsUntil last day for new applications, or null
 * @param leadWindow             when one may apply to lead a hub; null where nobody may
 */
public record ProgrammeTerms(String name, String description, List<String> subjects, LocalDate takesApplicationsUntil, LeadWindow leadWindow,
                             List<PathwayTerms> pathways) implements CatalogueDocument {

    /** When one may apply to lead a hub, naming how many senior leaders. */
    public record LeadWindow(Instant opensAt, Instant closesAt, int leadersRequired) {
        /** From its first instant until its last, which is outside. */
        public boolean isOpen(Instant now) {
            return !now.isBefore(opensAt) && now.isBefore(closesAt);
        }
    }

    @Override
    public Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", name);
        fields.put("description", description);
        fields.put("subjects", subjects);
        fields.put("takesApplicationsUntil", takesApplicationsUntil);
        fields.put("leadApplications/opensAt", leadWindow == null ? null : leadWindow.opensAt());
        fields.put("leadApplications/closesAt", leadWindow == null ? null : leadWindow.closesAt());
        fields.put("leadApplications/leadersRequired", leadWindow == null ? null : leadWindow.leadersRequired());
        pathways.forEach(pathway -> pathway.fields().forEach((field, value) -> fields.put("pathways/%s/%s".formatted(pathway.code(), field), value)));
        return fields;
    }
}
