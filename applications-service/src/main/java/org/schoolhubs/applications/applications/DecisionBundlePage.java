package org.schoolhubs.applications.applications;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.qute.TemplateInstance;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The bundle as a page that can be read and printed. It shows all that the bundle holds, in the bundle's order; the template escapes every value. */
record DecisionBundlePage(String applicationId, String sha256, String generatedAt, List<Part> parts) implements TemplateInstance {

    static DecisionBundlePage of(DecisionBundle document) {
        List<Part> parts = new ArrayList<>();
        document.bundle().properties().forEach(field -> {
            List<Line> lines = new ArrayList<>();
            read("", field.getValue(), lines);
            parts.add(new Part(words(field.getKey()), lines));
        });
        return new DecisionBundlePage(document.bundle().path("application").path("id").asText(), document.sha256(), document.generatedAt().toString(), parts);
    }

    private static void read(String path, JsonNode value, List<Line> lines) {
        if (value.isObject() && !value.isEmpty()) {
            value.properties().forEach(field -> read(join(path, words(field.getKey())), field.getValue(), lines));
        } else if (value.isArray() && !value.isEmpty()) {
            for (int i = 0; i < value.size(); i++) {
                read(join(path, String.valueOf(i + 1)), value.get(i), lines);
            }
        } else {
            lines.add(new Line(path.isEmpty() ? "Value" : path, value.isNull() || value.isContainerNode() ? "none" : value.asText()));
        }
    }

    private static String join(String path, String step) {
        return path.isEmpty() ? step : path + " › " + step;
    }

    /** {@code ruleSetVersion} is shown as {@code Rule set version}. */
    private static String words(String key) {
        String spaced = key.replaceAll("([a-z0-9])([A-Z])", "$1 $2").toLowerCase(Locale.UK);
        return spaced.substring(0, 1).toUpperCase(Locale.UK) + spaced.substring(1);
    }

    /** A part of the bundle. */
    record Part(String title, List<Line> lines) {
    }

    /** A value and where it stands. */
    record Line(String label, String value) {
    }
}
