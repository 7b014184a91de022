package org.schoolhubs.applications.imports.rules;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a link between two establishments means for the question which school followed which. */
public enum LinkKind {
    /** The linked school came before. */
    PREDECESSOR("Predecessor", "Predecessor - amalgamated", "Predecessor - merged", "Predecessor - Split School"),
    /** The linked school came after. */
    SUCCESSOR("Successor", "Successor - amalgamated", "Successor - merged", "Successor - Split School"),
    /** No order can be read from it, or none is meant. */
    OTHER("Merged - change in age range", "Merged - expansion in school capacity and changer in age range", "Merged - expansion of school capacity", "Closure",
            "Expansion", "Result of Amalgamation", "Sixth Form Centre Link", "Sixth Form Centre School", "Children's Centre Link", "Other");

    private static final Map<String, LinkKind> BY_TYPE = Stream.of(values())
            .flatMap(kind -> Stream.of(kind.types).map(type -> Map.entry(folded(type), kind)))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private final String[] types;

    LinkKind(String... types) {
        this.types = types;
    }

    /** The kind of a GIAS link type; case and kinds of apostrophe do not matter. Empty for a type that GIAS does not have. */
    public static Optional<LinkKind> of(String type) {
        return Optional.ofNullable(type).map(LinkKind::folded).map(BY_TYPE::get);
    }

    private static String folded(String type) {
        return type.toLowerCase(Locale.ROOT).replace('\u2019', '\'');
    }
}
