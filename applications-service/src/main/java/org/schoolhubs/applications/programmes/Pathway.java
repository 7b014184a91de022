package org.schoolhubs.applications.programmes;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/** A stream of a programme. */
@Embeddable
class Pathway {
    private String code;
    private String name;
    @Enumerated(EnumType.STRING)
    private PartnerKind partnerKind;
    @Enumerated(EnumType.STRING)
    private EntryRoute entry;
    private int lengthMonths;
    private int extensionMonths;
    private Integer commitmentDaysFrom;
    private Integer commitmentDaysTo;
    private Long grantCapPence;
    private Integer places;
    private int leadersRequired;
    private boolean statementRequired;
    private boolean automaticAcceptance;
    private boolean secondPerson;
    private boolean expressionsOfInterest;

    /** For JPA. */
    protected Pathway() {
    }

    String code() {
        return code;
    }

    String name() {
        return name;
    }

    PartnerKind partnerKind() {
        return partnerKind;
    }

    EntryRoute entry() {
        return entry;
    }

    int lengthMonths() {
        return lengthMonths;
    }

    int extensionMonths() {
        return extensionMonths;
    }

    Integer commitmentDaysFrom() {
        return commitmentDaysFrom;
    }

    Integer commitmentDaysTo() {
        return commitmentDaysTo;
    }

    Long grantCapPence() {
        return grantCapPence;
    }

    Integer places() {
        return places;
    }

    int leadersRequired() {
        return leadersRequired;
    }

    boolean statementRequired() {
        return statementRequired;
    }

    boolean automaticAcceptance() {
        return automaticAcceptance;
    }

    /** Whether every decision needs a second person. */
    boolean secondPerson() {
        return secondPerson;
    }

    /** Whether an expression of interest for the next cohort may be left when no window is open. */
    boolean expressionsOfInterest() {
        return expressionsOfInterest;
    }
}
