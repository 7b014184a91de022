package org.schoolhubs.applications.programmes;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.schoolhubs.applications.programmes.rules.PathwayTerms;
import org.schoolhubs.applications.programmes.rules.ProgrammeTerms;
import org.schoolhubs.applications.programmes.rules.Situation;
import org.schoolhubs.kit.time.LondonDates;

/** Gathers how things stand with what is to be changed. */
@ApplicationScoped
class Situations {
    private final ProgrammeRepository programmes;
    private final TakeUp takeUp;

    Situations(ProgrammeRepository programmes, TakeUp takeUp) {
        this.programmes = programmes;
        this.takeUp = takeUp;
    }

    Situation of(Programme programme, Instant now) {
        List<Cohort> cohorts = programmes.cohorts(programme);
        ProgrammeTerms terms = programme.inForce(now).terms();
        LocalDate today = LondonDates.dayOf(now);
        List<TakeUp.Count> counts = takeUp.of(programme.code(), null);
        Map<String, Situation.Use> uses = new HashMap<>();
        for (PathwayTerms pathway : terms.pathways()) {
            List<Cohort> offering = cohorts.stream().filter(cohort -> cohort.offers(pathway.code())).toList();
            uses.put(pathway.code(), use(pathway.code(), counts, !offering.isEmpty(), offering.stream().anyMatch(cohort -> isRunning(cohort, pathway, today))));
        }
        boolean takes = programme.takesApplications(now);
        return new Situation(programme.state(), takes && cohorts.stream().anyMatch(cohort -> cohort.isWindowOpen(now)),
                takes && terms.leadWindow() != null && terms.leadWindow().isOpen(now),
                counts.stream().filter(count -> count.pathway() == null).mapToLong(TakeUp.Count::live).sum(), now, today, uses);
    }

    Situation of(Cohort cohort, Instant now) {
        Programme programme = cohort.programme();
        List<TakeUp.Count> counts = takeUp.of(programme.code(), cohort.code());
        Map<String, Situation.Use> uses = new HashMap<>();
        cohort.terms().pathways().forEach(offered -> uses.put(offered.code(), use(offered.code(), counts, false, false)));
        return new Situation(programme.state(), programme.takesApplications(now) && cohort.isWindowOpen(now), false, 0, now, LondonDates.dayOf(now), uses);
    }

    private static Situation.Use use(String pathway, List<TakeUp.Count> counts, boolean offered, boolean running) {
        return counts.stream().filter(count -> pathway.equals(count.pathway())).findFirst()
                .map(count -> new Situation.Use(count.all(), count.live(), count.accepted(), offered, running))
                .orElseGet(() -> new Situation.Use(0, 0, 0, offered, running));
    }

    private static boolean isRunning(Cohort cohort, PathwayTerms pathway, LocalDate today) {
        LocalDate starts = cohort.startsOn();
        return !today.isBefore(starts) && today.isBefore(starts.plusMonths(pathway.lengthMonths() + (long) pathway.extensionMonths()));
    }
}
