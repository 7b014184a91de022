package org.schoolhubs.applications.eligibility.rules;

import java.time.LocalDate;
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
 * A later ungraded visit of the school itself that says it "remains" at the last grade confirms that grade, a predecessor's included. The outcomes used since
 * September 2024 ("Standards maintained" and so on) imply no grade: the old one stands as it was, and the visit is shown beside it.
 */
record OverallGradeRule(String id, Set<OverallGrade> accepted) implements Rule<SchoolFacts> {
    /** Of one day, the school's own before a predecessor's. */
    private static final Comparator<InspectionEvidence> LATEST_FIRST =
            Comparator.comparing(InspectionEvidence::date, Comparator.nullsLast(Comparator.reverseOrder())).thenComparing(InspectionEvidence::ofPredecessor);
    /** Special post-16 institutions are inspected as colleges are, though their provision is special. */
    private static final String SPECIAL_POST_16 = "32";
    private static final String SO_A_PERSON = "so a person must look. You may apply; the programme team decides.";

    @Override
    public RuleResult check(SchoolFacts school, LocalDate on) {
        List<InspectionEvidence> latestFirst = school.inspections().stream().sorted(LATEST_FIRST).toList();
        if (latestFirst.isEmpty()) {
            return nothing(school);
        }
        Optional<InspectionEvidence> graded = latestFirst.stream().filter(InspectionEvidence::hasGrade).findFirst();
        if (graded.isEmpty()) {
            return review("No inspection of this school gave an overall grade, and other outcomes cannot be compared with one, " + SO_A_PERSON, latestFirst);
        }
        List<InspectionEvidence> since = latestFirst.stream().filter(one -> one != graded.get() && one.notBefore(graded.get())).toList();
        return judge(graded.get(), since);
    }

    @Override
    public Set<Need> needs() {
        return Set.of(Need.INSPECTIONS);
    }

    @Override
    public String meaning() {
        return ("Passes when the last overall grade (1 Outstanding, 2 Good, 3 Requires improvement, 4 Inadequate) is %s, was given to the school itself "
                + "under its own URN, and no later full inspection took its place; fails when it is another grade. An ungraded visit that says the school "
                + "remains Good or Outstanding confirms that grade; if it came later and was of the school itself, it confirms a predecessor's grade, too. "
                + "Outcomes in use since September 2024 (Standards maintained, Improved significantly, Some aspects not as strong) imply none and leave the "
                + "old grade as it was. A person must look when there is no inspection (colleges are not in the file of school inspections), no overall "
                + "grade (Not judged, 0, 8, 9), only a predecessor's grade, a report card or a full inspection without a grade on or after the day of the "
                + "grade, or a record of that day or later that names another grade: an ungraded visit from before the grade does not matter any more. "
                + "Inspections that began after the day judged do not count.")
                .formatted(listed());
    }

    private RuleResult judge(InspectionEvidence graded, List<InspectionEvidence> since) {
        if (since.stream().anyMatch(InspectionEvidence::replacesGrades)) {
            return review("The last overall grade (%s) was followed by an inspection that gives none, and the two cannot be compared, ".formatted(graded.grade().title())
                    + SO_A_PERSON, with(graded, since));
        }
        if (since.stream().anyMatch(one -> contradicts(one, graded))) {
            return review("The records of this school name different overall grades, " + SO_A_PERSON, with(graded, since));
        }
        boolean confirmed = since.stream().anyMatch(one -> !one.ofPredecessor() && one.confirms().isPresent() && one.after(graded));
        if (graded.ofPredecessor() && !confirmed) {
            return review("The last overall grade (%s) was given to a predecessor of this school, ".formatted(graded.grade().title()) + SO_A_PERSON, with(graded, since));
        }
        return settled(graded, confirmed, since);
    }

    private RuleResult settled(InspectionEvidence graded, boolean confirmed, List<InspectionEvidence> since) {
        boolean passes = accepted.contains(graded.grade());
        String sentence = "The school's overall Ofsted grade is %s%s; the programme takes %s.%s".formatted(graded.grade().title(),
                confirmed ? ", confirmed by an ungraded inspection" : "", listed(),
                passes ? "" : " Ask again after the next inspection, or look at the other programmes.");
        return new RuleResult(id, passes ? RuleOutcome.PASS : RuleOutcome.FAIL, evidence(with(graded, since)), sentence);
    }

    /** A grade given or confirmed on another level than the last graded inspection's; two grades of the same day count, too. */
    private static boolean contradicts(InspectionEvidence one, InspectionEvidence graded) {
        Optional<OverallGrade> named = one.hasGrade() ? Optional.of(one.grade()) : one.confirms();
        return named.isPresent() && named.get() != graded.grade();
    }

    private RuleResult nothing(SchoolFacts school) {
        boolean college = school.provision() == Provision.COLLEGE || SPECIAL_POST_16.equals(school.typeCode());
        return RuleResult.review(id, (college ? "Colleges are inspected under another framework and are not in the file of school inspections, "
                : "No inspection of this school is on file, ") + SO_A_PERSON, school.noInspection());
    }

    private RuleResult review(String sentence, List<InspectionEvidence> inspections) {
        return new RuleResult(id, RuleOutcome.REVIEW, evidence(inspections), sentence);
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
