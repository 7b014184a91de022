package org.schoolhubs.applications.programmes;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.schoolhubs.kit.journal.Entry;
import org.schoolhubs.kit.journal.Journal;

/** Tells the other services of a changed programme: its full state, once for each change. */
@ApplicationScoped
class CataloguePublication {
    static final String AGGREGATE = "Programme";
    private final ProgrammeRepository programmes;
    private final Journal journal;

    CataloguePublication(ProgrammeRepository programmes, Journal journal) {
        this.programmes = programmes;
        this.journal = journal;
    }

    /**
     * Journals the change and publishes the full state. The programme is held by the caller, so states go out in the order of their versions.
     *
     * @param versionBefore of the programme, before the change: every change counts once, also one of its cohorts
     * @param reason        code, kebab-case
     */
    void publish(Programme programme, long versionBefore, String reason, Instant now, String... fields) {
        programmes.countChange(programme, versionBefore);
        journal.append(Entry.of(programme, AGGREGATE).event(ProgrammeUpdated.TYPE).changed(fields).because(reason)
                .publish(ProgrammeUpdated.TOPIC, programme.code(), ProgrammeUpdated.of(programme, programme.inForce(now), programmes.cohorts(programme))));
    }

    /** Tells that the day of the replacement has come; the full state follows. */
    void announceReplacement(Programme programme) {
        journal.append(Entry.of(programme, AGGREGATE).event(ProgrammeReplaced.TYPE).changed("state").because("replaced")
                .publish(ProgrammeUpdated.TOPIC, programme.code(), new ProgrammeReplaced(programme.code(), programme.replacedBy(), programme.replacedOn())));
    }
}
