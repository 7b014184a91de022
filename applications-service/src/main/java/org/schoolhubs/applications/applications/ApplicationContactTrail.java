package org.schoolhubs.applications.applications;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.schoolhubs.applications.contacts.ContactTrail;
import org.schoolhubs.kit.journal.Entry;
import org.schoolhubs.kit.journal.Journal;

/** Writes into an application's history that its people were read or erased. */
@ApplicationScoped
class ApplicationContactTrail implements ContactTrail {
    private final ApplicationRepository applications;
    private final Journal journal;

    ApplicationContactTrail(ApplicationRepository applications, Journal journal) {
        this.applications = applications;
        this.journal = journal;
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void record(UUID applicationId, String event, String reasonCode) {
        Entry entry = Entry.of(applications.findById(applicationId), "Application").event(event).because(reasonCode);
        journal.append("LeadersRead".equals(event) ? entry : entry.changed("leaders"));
    }
}
