package org.schoolhubs.applications.programmes;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import org.schoolhubs.applications.programmes.rules.CohortTerms;
import org.schoolhubs.applications.programmes.rules.FieldChange;
import org.schoolhubs.applications.programmes.rules.ProgrammeTerms;
import org.schoolhubs.applications.programmes.rules.Standing;
import org.schoolhubs.kit.journal.Entry;
import org.schoolhubs.kit.journal.Journal;
import org.schoolhubs.kit.time.LondonDates;

/** Makes a change that may be made, and tells the other services once. */
@ApplicationScoped
class ChangeApplication {
    private final ProgrammeRepository programmes;
    private final CataloguePublication publication;
    private final ChangePapers papers;
    private final CohortVersions cohortVersions;
    private final Journal journal;

    ChangeApplication(ProgrammeRepository programmes, CataloguePublication publication, ChangePapers papers, CohortVersions cohortVersions,
            Journal journal) {
        this.programmes = programmes;
        this.publication = publication;
        this.papers = papers;
        this.cohortVersions = cohortVersions;
        this.journal = journal;
    }

    /** The programme is held by the caller. */
    void apply(CatalogueChange change, Instant now) {
        Programme programme = change.programme();
        long before = programme.version();
        switch (change.kind()) {
            case TERMS -> revise(programme, change, before, now);
            case COHORT -> changeCohort(programme, change, before, now);
            case CLOSURE -> {
                programme.close(LondonDates.dayOf(now));
                publication.publish(programme, before, "closed", now, "state");
            }
            case REPLACEMENT -> replace(programme, papers.after(change, Standing.class), before, now);
        }
    }

    private void revise(Programme programme, CatalogueChange change, long before, Instant now) {
        ProgrammeVersion version = programme.revise(new ProgrammeVersion.Making(papers.after(change, ProgrammeTerms.class), change.validFrom(), change.madeBy(),
                change.decidedBy(), change.id(), change.reason()), now);
        if (version.isScheduled(now)) {
            programmes.countChange(programme, before);
            journal.append(Entry.of(programme, CataloguePublication.AGGREGATE).event("ProgrammeTermsScheduled").changed(names(change)));
        } else {
            publication.publish(programme, before, "terms-changed", now, names(change));
        }
    }

    private void changeCohort(Programme programme, CatalogueChange change, long before, Instant now) {
        Cohort cohort = programmes.cohort(programme, change.cohort()).orElseThrow();
        cohort.change(papers.after(change, CohortTerms.class));
        programmes.countChange(cohort);
        cohortVersions.next(cohort, change, now);
        journal.append(Entry.of(cohort, "Cohort").event("CohortChanged").changed(names(change)));
        publication.publish(programme, before, "cohort-changed", now, "cohorts");
    }

    private void replace(Programme programme, Standing wanted, long before, Instant now) {
        LocalDate today = LondonDates.dayOf(now);
        LocalDate on = wanted.replacedOn().isBefore(today) ? today : wanted.replacedOn();
        programme.replace(wanted.replacedBy(), on, today);
        if (programme.state() == ProgrammeState.REPLACED) {
            publication.announceReplacement(programme);
        }
        publication.publish(programme, before, "replacement-set", now, "replacedBy", "replacedOn");
    }

    private String[] names(CatalogueChange change) {
        return FieldChange.between(papers.before(change), papers.after(change)).stream().map(FieldChange::field).toArray(String[]::new);
    }
}
