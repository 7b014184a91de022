package org.schoolhubs.applications.register.rules;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.schoolhubs.applications.register.Phase;
import org.schoolhubs.applications.register.Provision;
import org.schoolhubs.applications.register.SchoolStatus;

/**
 * The code lists of GIAS's public CSV files. Codes come as "2" and "02": every method takes both. (GIAS's own database numbers these lists differently;
 * those numbers never appear in the files.)
 */
public final class GiasCodes {
    private static final Map<String, SchoolStatus> STATUSES = Map.of(
            "1", SchoolStatus.OPEN,
            "2", SchoolStatus.CLOSED,
            "3", SchoolStatus.OPEN_PROPOSED_TO_CLOSE,
            "4", SchoolStatus.PROPOSED_TO_OPEN);
    private static final Map<String, Phase> PHASES = Map.of(
            "0", Phase.NOT_APPLICABLE,
            "1", Phase.NURSERY,
            "2", Phase.PRIMARY,
            "3", Phase.PRIMARY,
            "4", Phase.SECONDARY,
            "5", Phase.SECONDARY,
            "6", Phase.SIXTEEN_PLUS,
            "7", Phase.ALL_THROUGH);
    private static final Set<String> TYPES = Stream.concat(
                    Stream.of(1, 2, 3, 5, 6, 7, 8, 10, 11, 12, 14, 15, 18, 56, 57),
                    IntStream.rangeClosed(24, 49).boxed())
            .map(String::valueOf)
            .collect(Collectors.toUnmodifiableSet());
    private static final Set<String> TYPE_GROUPS = Set.of("1", "2", "3", "4", "5", "6", "9", "10", "11", "13");
    private static final Set<String> REGIONS = Set.of("A", "B", "D", "E", "F", "G", "H", "J", "K", "W", "Z");
    private static final Set<String> SPECIAL = Set.of("7", "8", "10", "12", "32", "33", "36", "44");
    private static final Set<String> ALTERNATIVE_PROVISION = Set.of("14", "24", "38", "42", "43");
    private static final Set<String> COLLEGE = Set.of("18", "31", "39", "45", "46");
    private static final String COLLEGES_GROUP = "1";

    private GiasCodes() {
    }

    /** The code without surrounding space and leading zeros; null for null or blank. */
    public static String normalise(String code) {
        if (code == null || code.isBlank()) {
            return null;
        }
        var text = code.strip();
        int start = 0;
        while (start < text.length() - 1 && text.charAt(start) == '0' && Character.isDigit(text.charAt(start + 1))) {
            start++;
        }
        return text.substring(start);
    }

    /** {@code EstablishmentStatus}; empty for an unknown code. */
    public static Optional<SchoolStatus> status(String code) {
        return lookup(STATUSES, code);
    }

    /** {@code PhaseOfEducation}, middle schools as they are deemed; empty for an unknown code. */
    public static Optional<Phase> phase(String code) {
        return lookup(PHASES, code);
    }

    /** Whether {@code TypeOfEstablishment} has this code. */
    public static boolean isType(String code) {
        return contains(TYPES, code);
    }

    /** Whether {@code EstablishmentTypeGroup} has this code. */
    public static boolean isTypeGroup(String code) {
        return contains(TYPE_GROUPS, code);
    }

    /** Whether {@code GOR} has this code. */
    public static boolean isRegion(String code) {
        return contains(REGIONS, code);
    }

    /**
     * What kind of setting a type is. A special post-16 institution (type 32) stands in the group of colleges and is special all the same, so special and
     * alternative provision are asked first.
     */
    public static Provision provision(String typeCode, String typeGroupCode) {
        if (contains(SPECIAL, typeCode)) {
            return Provision.SPECIAL;
        }
        if (contains(ALTERNATIVE_PROVISION, typeCode)) {
            return Provision.ALTERNATIVE_PROVISION;
        }
        if (contains(COLLEGE, typeCode) || COLLEGES_GROUP.equals(normalise(typeGroupCode))) {
            return Provision.COLLEGE;
        }
        return Provision.MAINSTREAM;
    }

    private static <V> Optional<V> lookup(Map<String, V> list, String code) {
        var key = normalise(code);
        return key == null ? Optional.empty() : Optional.ofNullable(list.get(key));
    }

    private static boolean contains(Set<String> list, String code) {
        var key = normalise(code);
        return key != null && list.contains(key);
    }
}
