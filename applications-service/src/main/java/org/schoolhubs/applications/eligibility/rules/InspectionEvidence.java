package org.schoolhubs.applications.eligibility.rules;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/**
 * One inspection as the rules see it. Three generations of inspection can stand side by side for one school.
 *
 * @param kind    graded (until 2025), ungraded, or report card (from 10 November 2025)
 * @param date    first day of the inspection, null if the file does not say
 * @param grade   the overall grade of a graded inspection; null where none was given ("Not judged")
 * @param words   the outcome as Ofsted writes it: of an ungraded inspection, and of a graded one without a grade
 * @param concern category of concern (SM, SWK, NTI, RSI); null for none
 * @param source  file, day, inspection number, and whether it was of a predecessor
 */
public record InspectionEvidence(Kind kind, LocalDate date, OverallGrade grade, String words, String concern, Source source) {
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

    /** Whether it may have been on the day of {@code other} or later: what is not dated cannot be shown to be earlier. */
    boolean notBefore(InspectionEvidence other) {
        return date == null || other.date == null || !date.isBefore(other.date);
    }

    /** Whether it was certainly later than {@code other}. */
    boolean after(InspectionEvidence other) {
        return date != null && other.date != null && date.isAfter(other.date);
    }

    Evidence evidence() {
        return new Evidence(describe(), source);
    }

    private String describe() {
        String when = (date == null ? "date not given" : date.format(DAY)) + (ofPredecessor() ? ", of a predecessor school" : "") + concernInWords();
        return switch (kind) {
            case GRADED -> "Overall effectiveness: %s (%s)".formatted(grade == null ? OverallGrade.wordsOf(words) : grade.title(), when);
            case UNGRADED -> "Ungraded inspection: %s (%s)".formatted(words == null ? "no outcome given" : words, when);
            case REPORT_CARD -> "Report card without an overall grade (%s)".formatted(when);
        };
    }

    private String concernInWords() {
        return concern == null ? "" : "; category of concern: " + switch (concern) {
            case "SM" -> "special measures";
            case "SWK" -> "serious weaknesses";
            case "NTI" -> "notice to improve";
            case "RSI" -> "requires significant improvement";
            default -> concern;
        };
    }
}
