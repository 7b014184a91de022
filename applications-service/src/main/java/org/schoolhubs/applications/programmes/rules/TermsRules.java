package org.schoolhubs.applications.programmes.rules;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.schoolhubs.applications.programmes.EntryRoute;

/** What makes the terms of a programme whole and free of contradiction. Ranges of single values are checked before. */
public final class TermsRules {
    private TermsRules() {
    }

    /** Everything that is wrong; empty when they are valid. */
    public static List<Fault> check(ProgrammeTerms terms) {
        List<Fault> faults = new ArrayList<>();
        ProgrammeTerms.LeadWindow lead = terms.leadWindow();
        if (lead != null && !lead.opensAt().isBefore(lead.closesAt())) {
            faults.add(new Fault("/leadApplications/closesAt", "window-inverted", "Must be later than opensAt."));
        }
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < terms.pathways().size(); i++) {
            PathwayTerms pathway = terms.pathways().get(i);
            if (!codes.add(pathway.code())) {
                faults.add(new Fault("/pathways/%d/code".formatted(i), "pathway-twice", "Each pathway of a programme has its own code."));
            }
            check(pathway, "/pathways/" + i, faults);
        }
        return faults;
    }

    private static void check(PathwayTerms pathway, String at, List<Fault> faults) {
        if (pathway.extensionMonths() > pathway.lengthMonths()) {
            faults.add(new Fault(at + "/extensionMonths", "extension-too-long", "An extension is at most as long as the pathway itself: lengthMonths."));
        }
        if (pathway.commitmentDaysFrom() != null && pathway.commitmentDaysFrom() > pathway.commitmentDaysTo()) {
            faults.add(new Fault(at + "/timeCommitmentDays/to", "commitment-range-inverted", "Must not be less than from."));
        }
        if (pathway.grantCapPence() != null && pathway.grantCapPence() <= 0) {
            faults.add(new Fault(at + "/grantCap", "grant-cap-without-money", "Give an amount above nothing, or leave the cap out where no grant is paid."));
        }
        if (pathway.automaticAcceptance() && pathway.secondPerson()) {
            faults.add(new Fault(at + "/automaticAcceptance", "acceptance-contradiction",
                    "What two persons have to decide is not accepted by none: choose one."));
        }
        if (pathway.entry() == EntryRoute.SELECTION && pathway.automaticAcceptance()) {
            faults.add(new Fault(at + "/automaticAcceptance", "selection-not-automatic", "A selected school confirms and is then decided on by a person."));
        }
        if (pathway.entry() == EntryRoute.SELECTION && pathway.expressionsOfInterest()) {
            faults.add(new Fault(at + "/expressionsOfInterest", "selection-not-chosen",
                    "Nobody chooses a pathway of selection, so nobody can be interested in it."));
        }
    }
}
