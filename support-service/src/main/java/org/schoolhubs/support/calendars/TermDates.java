package org.schoolhubs.support.calendars;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import org.schoolhubs.support.calendars.rules.Term;
import org.schoolhubs.support.calendars.rules.TermName;

/** A term as it is stored. */
@Embeddable
class TermDates {
    @Enumerated(EnumType.STRING)
    private TermName name;
    private LocalDate startsOn;
    private LocalDate halfTermStartsOn;
    private LocalDate halfTermEndsOn;
    private LocalDate endsOn;

    /** For JPA. */
    protected TermDates() {
    }

    TermDates(Term term) {
        name = term.name();
        startsOn = term.startsOn();
        halfTermStartsOn = term.halfTermStartsOn();
        halfTermEndsOn = term.halfTermEndsOn();
        endsOn = term.endsOn();
    }

    Term term() {
        return new Term(name, startsOn, halfTermStartsOn, halfTermEndsOn, endsOn);
    }
}
