package org.schoolhubs.applications.eligibility.rules;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.schoolhubs.applications.register.Provision;

/**
 * Ofsted's overall grade must be one of the accepted ones. Only a standing overall grade of the school itself decides; everything else is laid out for a
 * person, because grades of different frameworks cannot be compared:
 * <ul>
 * <li>no inspection, or only a predecessor's;
 * <li>a report card, or a full inspection "Not judged", on or after the last overall grade: the grade no longer stands;
 * <li>an ungraded visit that "remains" at another grade than the last graded inspection gave.
 * </ul>
 * An ungraded visit of the school itself that says it "remains" at the last grade confirms that grade, a predecessor's included. The outcomes used since
 * September 2024 ("Standards maintained" and so on) imply no grade: the old one stands as it was, and the visit is shown beside it.
 */
record OverallGradeRule(Set<OverallGrade> accepted) implements Rule {
    private static final Comparator<InspectionEvidence> LATEST_FIRST =
            Comparator.comparing(InspectionEvidence::date, Comparator.nullsLast(Comparator.reverseOrder()));

    @Override
    public String id() {
        return "ofsted-overall-grade";
    }

    @Override
    public RuleResult check(SchoolFacts school, List<InspectionEvidence> inspections) {
        List<InspectionEvidence> latestFirst = inspections.stream().sorted(LATEST_FIRST).toList();
        if (latestFirst.isEmpty()) {
            return nothing(school);
        }
        Optional<InspectionEvidence> graded = latestFirst.stream().filter(InspectionEvidence::hasGrade).findFirst();
        if (graded.isEmpty()) {
            return review("No inspection of this school gave an overall grade, and other outcomes cannot be compared with one, so a person must look.", latestFirst);
        }
        List<InspectionEvidence> since = latestFirst.stream().filter(one -> one != graded.get() && one.notBefore(graded.get())).toList();
        return judge(graded.get(), since);
    }

    private RuleResult judge(InspectionEvidence graded, List<InspectionEvidence> since) {
        if (since.stream().anyMatch(InspectionEvidence::replacesGrades)) {
            return review("The last overall grade (%s) was followed by an inspection that gives none, and the two cannot be compared, so a person must look."
                    .formatted(graded.grade().title()), with(graded, since));
        }
        if (since.stream().anyMatch(one -> contradicts(one, graded))) {
            return review("The records of this school name different overall grades, so a person must look.", with(graded, since));
        }
        Optional<InspectionEvidence> confirmation = since.stream().filter(one -> !one.ofPredecessor() && one.confirms().isPresent()).findFirst();
        if (graded.ofPredecessor() && confirmation.isEmpty()) {
            return review("The last overall grade (%s) was given to a predecessor of this school, so a person must look.".formatted(graded.grade().title()),
                    with(graded, since));
        }
        return settled(graded, confirmation, since);
    }

    private RuleResult settled(InspectionEvidence graded, Optional<InspectionEvidence> confirmation, List<InspectionEvidence> since) {
        boolean passes = accepted.contains(graded.grade());
        String sentence = "The school's overall Ofsted grade is %s%s; the programme takes %s."
                .formatted(graded.grade().title(), confirmation.isPresent() ? ", confirmed by an ungraded inspection" : "", listed());
        return new RuleResult(id(), passes ? RuleOutcome.PASS : RuleOutcome.FAIL, evidence(with(graded, since)), sentence);
    }

    /** A grade given or confirmed on another level than the last graded inspection's; two grades of the same day count, too. */
    private static boolean contradicts(InspectionEvidence one, InspectionEvidence graded) {
        Optional<OverallGrade> named = one.hasGrade() ? Optional.of(one.grade()) : one.confirms();
        return named.isPresent() && named.get() != graded.grade();
    }

    private RuleResult nothing(SchoolFacts school) {
        Evidence none = new Evidence("No inspection is on file", new Source(null, school.source().asAt(), null, null));
        return RuleResult.review(id(), school.provision() == Provision.COLLEGE
                ? "Colleges are inspected under another framework and are not in the file of school inspections, so a person must look."
                : "No inspection of this school is on file, so a person must look.", none);
    }

    private RuleResult review(String sentence, List<InspectionEvidence> inspections) {
        return new RuleResult(id(), RuleOutcome.REVIEW, evidence(inspections), sentence);
    }

    private static List<InspectionEvidence> with(InspectionEvidence graded, List<InspectionEvidence> since) {
        return Stream.concat(Stream.of(graded), since.stream()).toList();
    }

    private static List<Evidence> evidence(List<InspectionEvidence> inspections) {
        return inspections.stream().map(InspectionEvidence::evidence).toList();
    }

    private String listed() {
        return accepted.stream().sorted().map(OverallGrade::title).collect(Collectors.joining(", "));
    }
}
