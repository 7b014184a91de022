package org.schoolhubs.applications.programmes;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.schoolhubs.applications.programmes.rules.PathwayTerms;

/** A stream of a programme, as one version of the programme has it. */
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
    private Integer supportDays;
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

    Pathway(PathwayTerms terms) {
        code = terms.code();
        name = terms.name();
        partnerKind = terms.partnerKind();
        entry = terms.entry();
        lengthMonths = terms.lengthMonths();
        extensionMonths = terms.extensionMonths();
        commitmentDaysFrom = terms.commitmentDaysFrom();
        commitmentDaysTo = terms.commitmentDaysTo();
        supportDays = terms.supportDays();
        grantCapPence = terms.grantCapPence();
        places = terms.places();
        leadersRequired = terms.leadersRequired();
        statementRequired = terms.statementRequired();
        automaticAcceptance = terms.automaticAcceptance();
        secondPerson = terms.secondPerson();
        expressionsOfInterest = terms.expressionsOfInterest();
    }

    PathwayTerms terms() {
        return new PathwayTerms(code, name, partnerKind, entry, lengthMonths, extensionMonths, commitmentDaysFrom, commitmentDaysTo, supportDays, grantCapPence,
                places, leadersRequired, statementRequired, automaticAcceptance, secondPerson, expressionsOfInterest);
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

    /** Days from the lead, an allowance that is never exceeded; null where none is set. */
    Integer supportDays() {
        return supportDays;
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
