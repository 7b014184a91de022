package org.schoolhubs.applications.eligibility.rules;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/**
 * One inspection as the rules see it. Three generations of inspection can stand side by side for one school.
 *
 * @param kind   graded (until 2025), ungraded, or report card (from 10 November 2025)
 * @param date   first day of the inspection, {@code null} if the file does not say
 * @param grade  the overall grade of a graded inspection; {@code null} where none was given ("Not judged")
 * @param words  the outcome as Ofsted writes it, for an ungraded inspection
 * @param source file, day, inspection number, and whether it was of a predecessor
 */
public record InspectionEvidence(Kind kind, LocalDate date, OverallGrade grade, String words, Source source) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

    /** The generations of inspection. */
    public enum Kind { GRADED, UNGRADED, REPORT_CARD }

    boolean ofPredecessor() {
        return Boolean.TRUE.equals(source.predecessor());
    }

    boolean hasGrade() {
        return kind == Kind.GRADED && grade != null;
    }

    Optional<OverallGrade> confirms() {
        return kind == Kind.UNGRADED ? OverallGrade.confirmedBy(words) : Optional.empty();
    }

    /** Whether this inspection took an overall grade's place: a full inspection that gave none. */
    boolean replacesGrades() {
        return kind == Kind.REPORT_CARD || kind == Kind.GRADED && grade == null;
    }

    /** Whether it was not before {@code other}. What is not dated cannot be shown to be earlier. */
    boolean notBefore(InspectionEvidence other) {
        return date == null || other.date == null || !date.isBefore(other.date);
    }

    Evidence evidence() {
        return new Evidence(describe(), source);
    }

    private String describe() {
        String when = (date == null ? "date not given" : date.format(DAY)) + (ofPredecessor() ? ", of a predecessor school" : "");
        return switch (kind) {
            case GRADED -> "Overall effectiveness: %s (%s)".formatted(grade == null ? "Not judged" : grade.title(), when);
            case UNGRADED -> "Ungraded inspection: %s (%s)".formatted(words == null ? "no outcome given" : words, when);
            case REPORT_CARD -> "Report card without an overall grade (%s)".formatted(when);
        };
    }
}
