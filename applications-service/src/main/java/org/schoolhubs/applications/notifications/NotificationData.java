package org.schoolhubs.applications.notifications;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.schoolhubs.applications.contacts.ContactDataHolder;

/**
 * What this feature keeps about people: what was sent to them, what they do not want, and recorded e-mail. The record of what was sent outlives them, without
 * them.
 */
@ApplicationScoped
class NotificationData implements ContactDataHolder {
    private final EntityManager entities;

    NotificationData(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public List<HeldRecord> heldAbout(Collection<UUID> contacts, String address) {
        List<HeldRecord> held = new ArrayList<>();
        if (!contacts.isEmpty()) {
            entities.createQuery("select n from Notification n where n.recipientContactId in :ids order by n.id", Notification.class)
                    .setParameter("ids", contacts).getResultStream().map(NotificationData::held).forEach(held::add);
            entities.createQuery("select o from OptOut o where o.contactId in :ids order by o.chosenAt", OptOut.class)
                    .setParameter("ids", contacts).getResultStream().map(NotificationData::held).forEach(held::add);
        }
        entities.createQuery("select e from RecordedEmail e where lower(e.address) = lower(:address) order by e.id", RecordedEmail.class)
                .setParameter("address", address).getResultStream()
                .map(email -> new HeldRecord("recorded-email", email.id().toString(), null, email.createdAt(), email.subject())).forEach(held::add);
        return held;
    }

    @Override
    public void forget(Collection<UUID> contacts) {
        entities.createQuery("""
                delete from RecordedEmail e where e.reference in (select n.id from Notification n where n.recipientContactId in :ids)""")
                .setParameter("ids", contacts).executeUpdate();
        entities.createQuery("delete from OptOut o where o.contactId in :ids").setParameter("ids", contacts).executeUpdate();
        entities.createNativeQuery("delete from unsubscribe_token where contact_id in (:ids)").setParameter("ids", contacts).executeUpdate();
    }

    private static HeldRecord held(Notification one) {
        return new HeldRecord("notification", one.id().toString(), one.recipientContactId(), one.createdAt(),
                "%s, version %s: %s".formatted(one.template(), one.templateVersion() == null ? "none yet" : one.templateVersion(), one.state()));
    }

    private static HeldRecord held(OptOut choice) {
        return new HeldRecord("opt-out", choice.contactId() + ":" + choice.category() + ":" + choice.chosenBy(), choice.contactId(), choice.chosenAt(),
                "No e-mail of the kind %s, chosen by %s".formatted(choice.category(), choice.chosenBy()));
    }
}
