package org.schoolhubs.applications.eligibility.rules;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The rule sets that the project ships, read from the migration that ships them. */
final class ShippedRuleSets {
    private static final String MIGRATION = "/db/migration/V330__rule_sets.sql";
    private static final ObjectMapper JSON = JsonMapper.builder().addModule(new JavaTimeModule()).build();
    private static final Pattern TARGET = Pattern.compile("\\('([a-z-]+)',\\s+'([a-z-]+)',\\s+(null|'[a-z-]+'),\\s+'([A-Z_]+)'\\)");
    private static final Pattern RULES = Pattern.compile("\\('([a-z-]+)',\\s+'([^']+)',\\s+\\$rules\\$(.*?)\\$rules\\$\\)", Pattern.DOTALL);

    /** A shipped set. */
    record Shipped(String code, String programme, String pathway, String role, String description, List<RuleDefinition> definitions, RuleSet rules) {
    }

    private ShippedRuleSets() {
    }

    /** By code, in the order of the migration. */
    static Map<String, Shipped> all() {
        String migration = migration();
        Map<String, String[]> targets = new LinkedHashMap<>();
        for (Matcher target = TARGET.matcher(migration); target.find();) {
            targets.put(target.group(1), new String[]{target.group(2), target.group(3).equals("null") ? null : target.group(3).replace("'", ""), target.group(4)});
        }
        Map<String, Shipped> shipped = new LinkedHashMap<>();
        for (Matcher set = RULES.matcher(migration); set.find();) {
            String[] target = targets.remove(set.group(1));
            List<RuleDefinition> definitions = definitions(set.group(3));
            shipped.put(set.group(1), new Shipped(set.group(1), target[0], target[1], target[2], set.group(2), definitions, RuleSet.of(set.group(1), 1,
                    target[2].endsWith("TRUST") ? SubjectKind.TRUST : SubjectKind.SCHOOL, definitions)));
        }
        if (!targets.isEmpty()) {
            throw new IllegalStateException("No rules are shipped for " + targets.keySet());
        }
        return shipped;
    }

    static RuleSet of(String code) {
        return all().get(code).rules();
    }

    static List<RuleDefinition> definitions(String json) {
        try {
            return JSON.readValue(json, new TypeReference<>() {
            });
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String migration() {
        try (InputStream file = ShippedRuleSets.class.getResourceAsStream(MIGRATION)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
