package org.schoolhubs.grants.awards;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.schoolhubs.grants.awards.rules.AwardState;
import org.schoolhubs.kit.journal.Entry;
import org.schoolhubs.kit.journal.HistoryEntry;
import org.schoolhubs.kit.journal.Journal;
import org.schoolhubs.kit.time.LondonDates;

/** Writes what happens to awards to the journal, and so to grants.v1. */
@ApplicationScoped
class AwardJournal {
    private static final String TYPE = "Award";

    private final Journal journal;
    private final Clock clock;

    AwardJournal(Journal journal, Clock clock) {
        this.journal = journal;
        this.clock = clock;
    }

    /** The award is in its state from today. */
    void tell(Award award, String reasonCode) {
        tell(award, LondonDates.today(clock), reasonCode);
    }

    /** The award is in its state from that day. */
    void tell(Award award, LocalDate effectiveOn, String reasonCode) {
        AwardEvent payload = AwardEvent.of(award, effectiveOn, reasonCode);
        journal.append(Entry.of(award, TYPE).event(eventOf(award.state())).publish("grants.v1", award.applicationId(), payload).changed("state")
                .because(reasonCode));
    }

    /** Something that changes no state: history only. */
    void note(Award award, String event, String reasonCode, String... fields) {
        journal.append(Entry.of(award, TYPE).event(event).changed(fields).because(reasonCode));
    }

    List<HistoryEntry> history(Award award) {
        return journal.history(TYPE, award.id());
    }

    static String eventOf(AwardState state) {
        return switch (state) {
            case WAITING_FOR_BUDGET -> "AwardWaitingForBudget";
            case RESERVED -> "AwardReserved";
            case OFFERED -> "AwardOffered";
            case ACCEPTED -> "AwardAccepted";
            case PAYABLE -> "AwardPayable";
            case IN_RUN -> "AwardInRun";
            case PAID -> "AwardPaid";
            case HELD -> "AwardHeld";
            case CANCELLED -> "AwardCancelled";
        };
    }
}
