package org.schoolhubs.applications.eligibility.rules;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.schoolhubs.applications.register.Phase;
import org.schoolhubs.applications.register.SchoolStatus;
import org.schoolhubs.applications.register.rules.GiasCodes;

/** Schools and inspections as the tables of examples write them. */
final class Examples {
    /** The day that is judged. */
    static final LocalDate ON = LocalDate.of(2026, 11, 21);
    static final Source REGISTER = Source.register("edubasealldata20261101.csv", LocalDate.of(2026, 11, 1));
    private static final Pattern INSPECTION = Pattern.compile("(report card|visit|\\D+?|[089?]) (\\d{4}-\\d{2}-\\d{2}|\\?)(?: (.*?))?");
    private static final Pattern MARKS = Pattern.compile("(.*?)\\s*(SM|SWK|NTI|RSI)?\\s*(predecessor)?");

    private Examples() {
    }

    static SchoolFacts school(String name, String status, String type, Phase phase, String region, String furtherEducation, String inspections) {
        return new SchoolFacts("100049", name, status(status), type, "4", phase, GiasCodes.provision(type, null), region, "202", furtherEducation, "UN1", "2854", 878,
                new BigDecimal("21.5"), REGISTER, inspections(inspections), null, null, null);
    }

    /** An open community secondary school in London. */
    static SchoolFacts secondary(String urn, String inspections) {
        SchoolFacts school = school("School " + urn, "open", "1", Phase.SECONDARY, "H", null, inspections);
        return named(school, urn);
    }

    static SchoolFacts named(SchoolFacts school, String urn) {
        return new SchoolFacts(urn, school.name(), school.status(), school.typeCode(), school.typeGroupCode(), school.phase(), school.provision(), school.region(),
                school.laCode(), school.furtherEducationType(), school.urbanRural(), school.trustUid(), school.pupils(), school.percentFsm(), school.source(),
                school.inspections(), school.sharing(), school.selection(), null);
    }

    static SchoolFacts selected(SchoolFacts school, Boolean listed) {
        return new SchoolFacts(school.urn(), school.name(), school.status(), school.typeCode(), school.typeGroupCode(), school.phase(), school.provision(), school.region(),
                school.laCode(), school.furtherEducationType(), school.urbanRural(), school.trustUid(), school.pupils(), school.percentFsm(), school.source(),
                school.inspections(), school.sharing(), listed == null ? null : new SelectionFact(listed, Source.register("selected.csv", LocalDate.of(2026, 10, 1))), null);
    }

    static SchoolFacts sharing(SchoolFacts school, SharingFact sharing) {
        return new SchoolFacts(school.urn(), school.name(), school.status(), school.typeCode(), school.typeGroupCode(), school.phase(), school.provision(), school.region(),
                school.laCode(), school.furtherEducationType(), school.urbanRural(), school.trustUid(), school.pupils(), school.percentFsm(), school.source(),
                school.inspections(), sharing, school.selection(), null);
    }

    /** The file in which no inspection of it was found. */
    static SchoolFacts searchedIn(SchoolFacts school, Source file) {
        return new SchoolFacts(school.urn(), school.name(), school.status(), school.typeCode(), school.typeGroupCode(), school.phase(), school.provision(), school.region(),
                school.laCode(), school.furtherEducationType(), school.urbanRural(), school.trustUid(), school.pupils(), school.percentFsm(), school.source(),
                school.inspections(), school.sharing(), school.selection(), file);
    }

    /** The values of the generic facts replaced: null for what the register does not say. */
    static SchoolFacts with(SchoolFacts school, String region, Integer pupils, BigDecimal percentFsm) {
        return new SchoolFacts(school.urn(), school.name(), school.status(), school.typeCode(), school.typeGroupCode(), school.phase(), school.provision(), region,
                school.laCode(), school.furtherEducationType(), school.urbanRural(), school.trustUid(), pupils, percentFsm, school.source(), school.inspections(),
                school.sharing(), school.selection(), null);
    }

    static SchoolStatus status(String words) {
        return switch (words) {
            case "open" -> SchoolStatus.OPEN;
            case "closed" -> SchoolStatus.CLOSED;
            case "proposed to open" -> SchoolStatus.PROPOSED_TO_OPEN;
            case "open, proposed to close" -> SchoolStatus.OPEN_PROPOSED_TO_CLOSE;
            default -> throw new IllegalArgumentException(words);
        };
    }

    /** {@code yes}, {@code no} or {@code person}. */
    static String inWords(Outcome outcome) {
        return switch (outcome) {
            case ELIGIBLE -> "yes";
            case NOT_ELIGIBLE -> "no";
            case MANUAL_REVIEW -> "person";
        };
    }

    /** Ids of the rules that neither passed nor only showed something. */
    static String because(List<RuleResult> results) {
        return results.stream().filter(result -> result.outcome() == RuleOutcome.FAIL || result.outcome() == RuleOutcome.REVIEW).map(RuleResult::rule)
                .collect(Collectors.joining(", "));
    }

    /**
     * Inspections, with {@code +} between them: {@code Good 2019-03-01}, {@code Not judged 2025-02-11}, {@code report card 2026-01-20},
     * {@code visit 2022-06-06 School remains Good}; behind it a category of concern and {@code predecessor}; {@code ?} for no date.
     */
    static List<InspectionEvidence> inspections(String text) {
        return text == null || text.equals("none") ? List.of() : Arrays.stream(text.split(" \\+ ")).map(Examples::inspection).toList();
    }

    private static InspectionEvidence inspection(String text) {
        Matcher parts = INSPECTION.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException(text);
        }
        Matcher marks = MARKS.matcher(parts.group(3) == null ? "" : parts.group(3));
        if (!marks.matches()) {
            throw new IllegalArgumentException(text);
        }
        LocalDate date = parts.group(2).equals("?") ? null : LocalDate.parse(parts.group(2));
        Source source = Source.inspection("ofsted-mi-20261031.csv", LocalDate.of(2026, 10, 31), "10" + Math.abs(text.hashCode() % 1_000_000), marks.group(3) != null);
        String words = marks.group(1).isEmpty() ? null : marks.group(1);
        return switch (parts.group(1)) {
            case "report card" -> new InspectionEvidence(InspectionEvidence.Kind.REPORT_CARD, date, null, null, marks.group(2), source);
            case "visit" -> new InspectionEvidence(InspectionEvidence.Kind.UNGRADED, date, null, words, marks.group(2), source);
            default -> graded(parts.group(1), date, marks.group(2), source);
        };
    }

    private static InspectionEvidence graded(String overall, LocalDate date, String concern, Source source) {
        OverallGrade grade = Arrays.stream(OverallGrade.values()).filter(one -> one.title().equals(overall)).findFirst().orElse(null);
        String words = grade != null || overall.equals("?") ? null : overall;
        if (grade == null && words != null && !words.equals("Not judged") && !words.toUpperCase(Locale.ROOT).matches("[089]")) {
            throw new IllegalArgumentException(overall);
        }
        return new InspectionEvidence(InspectionEvidence.Kind.GRADED, date, grade, words, concern, source);
    }
}
