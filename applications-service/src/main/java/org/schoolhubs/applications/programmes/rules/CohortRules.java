package org.schoolhubs.applications.programmes.rules;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What makes a cohort valid within its programme. Windows of two cohorts may overlap, and a window may be open after the start. */
public final class CohortRules {
    /** A start further away from the window than this is a slip of the pen. */
    private static final int YEARS_AROUND_WINDOW = 2;
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private CohortRules() {
    }

    /**
     * Everything that is wrong; empty when it is valid.
     *
     * @param known codes of the programme's pathways
     */
    public static List<Fault> check(CohortTerms terms, Set<String> known) {
        List<Fault> faults = new ArrayList<>();
        if (!terms.windowOpensAt().isBefore(terms.windowClosesAt())) {
            faults.add(new Fault("/windowClosesAt", "window-invalid", "Must be later than windowOpensAt."));
        } else if (isFarFromWindow(terms)) {
            faults.add(new Fault("/startsOn", "start-far-from-window", "Lies at most two years before the window opens or after it closes."));
        }
        Set<String> named = new HashSet<>();
        for (int i = 0; i < terms.pathways().size(); i++) {
            String code = terms.pathways().get(i).code();
            if (!known.contains(code) || !named.add(code)) {
                faults.add(new Fault("/pathways/%d/code".formatted(i), "pathway-unknown", "Not a pathway of this programme, or named twice."));
            }
        }
        return faults;
    }

    private static boolean isFarFromWindow(CohortTerms terms) {
        LocalDate opens = terms.windowOpensAt().atZone(LONDON).toLocalDate();
        LocalDate closes = terms.windowClosesAt().atZone(LONDON).toLocalDate();
        return terms.startsOn().isBefore(opens.minusYears(YEARS_AROUND_WINDOW)) || terms.startsOn().isAfter(closes.plusYears(YEARS_AROUND_WINDOW));
    }
}
