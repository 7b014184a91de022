package org.schoolhubs.applications.applications;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.schoolhubs.applications.contacts.Contact;
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
    public void read(Contact contact, String reasonCode) {
        if (contact.applicationId() != null) {
            journal.append(entry(contact).event("LeadersRead").because(reasonCode));
        }
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void erased(Contact contact, String reasonCode) {
        if (contact.applicationId() != null) {
            journal.append(entry(contact).event("LeaderErased").changed("leaders").because(reasonCode));
        }
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void formerErased(Contact contact, String reasonCode) {
        if (contact.applicationId() != null) {
            journal.append(entry(contact).event("FormerLeaderErased").changed("leaders").because(reasonCode));
        }
    }

    private Entry entry(Contact contact) {
        return Entry.of(applications.findById(contact.applicationId()), "Application");
    }
}
