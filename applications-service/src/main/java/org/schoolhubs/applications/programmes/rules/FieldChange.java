package org.schoolhubs.applications.programmes.rules;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * One field that differs.
 *
 * @param field  path; a pathway stands there by its code
 * @param before null where it had no value or was not there
 */
public record FieldChange(String field, Object before, Object after, Kind kind) {
    /** Whether the field was there before and is there after. A field without value is there. */
    public enum Kind { ADDED, CHANGED, REMOVED }

    /** What differs, in the order of the document before, then what is new. The order of pathways is no difference. */
    public static List<FieldChange> between(CatalogueDocument before, CatalogueDocument after) {
        Map<String, Object> old = before.fields();
        Map<String, Object> wanted = after.fields();
        Set<String> names = new LinkedHashSet<>(old.keySet());
        names.addAll(wanted.keySet());
        List<FieldChange> changes = new ArrayList<>();
        for (String name : names) {
            Kind kind = !old.containsKey(name) ? Kind.ADDED : !wanted.containsKey(name) ? Kind.REMOVED : Kind.CHANGED;
            if (kind != Kind.CHANGED || !Objects.equals(old.get(name), wanted.get(name))) {
                changes.add(new FieldChange(name, old.get(name), wanted.get(name), kind));
            }
        }
        return changes;
    }

    /** The pathway's code for a field of a pathway, else null. */
    String pathway() {
        return field.startsWith("pathways/") ? field.split("/")[1] : null;
    }

    /** The last part of the path: {@code lengthMonths}; of a nested field its last two: {@code grantCap/pence}. */
    String leaf() {
        return field.startsWith("pathways/") ? field.substring(field.indexOf('/', "pathways/".length()) + 1) : field;
    }
}
