package org.schoolhubs.applications.contacts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Keeps, for a time, the people who were named leaders and were replaced. */
@ApplicationScoped
public class FormerLeaders implements ContactDataHolder {
    private final EntityManager entities;
    private final Contacts contacts;

    FormerLeaders(EntityManager entities, Contacts contacts) {
        this.entities = entities;
        this.contacts = contacts;
    }

    /**
     * Puts one leader in the place of another, and keeps the former one until a day.
     *
     * @param changeId        id of the change, for the record
     * @param position        place of the leader, from 0; must be taken
     * @param keepUntil       last day on which the named leaders are kept
     * @param keepFormerUntil last day on which the replaced one is kept
     */
    @Transactional
    public void replace(UUID applicationId, UUID changeId, int position, NamedLeader leader, LocalDate keepUntil, LocalDate keepFormerUntil) {
        List<Contact> named = contacts.of(applicationId);
        List<NamedLeader> leaders = new ArrayList<>(named.stream().map(Contact::leader).toList());
        leaders.set(position, leader);
        entities.persist(new FormerLeaderRow(changeId, named.get(position), keepFormerUntil));
        contacts.name(applicationId, leaders, keepUntil);
    }

    @Override
    @Transactional
    public List<HeldRecord> heldAbout(Collection<UUID> contacts, String address) {
        return entities.createQuery("select r from FormerLeaderRow r where lower(r.email) = :email order by r.applicationId, r.changeId", FormerLeaderRow.class)
                .setParameter("email", address.toLowerCase(Locale.ROOT)).getResultStream().map(FormerLeaderRow::held).toList();
    }

    /** The former leaders who have an address. */
    @Transactional
    List<Contact> withAddress(String address) {
        return entities.createQuery("select r from FormerLeaderRow r where lower(r.email) = :email order by r.applicationId, r.changeId", FormerLeaderRow.class)
                .setParameter("email", address.toLowerCase(Locale.ROOT)).getResultStream().map(FormerLeaderRow::contact).toList();
    }

    /** Does nothing: who is replaced is kept here until their own time is over, or they ask to be erased. */
    @Override
    public void forget(Collection<UUID> contacts) {
    }

    /** Erases one former leader, by the id that they had as a contact; empty if nobody of that id is kept here. */
    @Transactional
    Optional<Contact> erase(UUID contactId) {
        Optional<FormerLeaderRow> row = entities.createQuery("select r from FormerLeaderRow r where r.contactId = :id", FormerLeaderRow.class)
                .setParameter("id", contactId).getResultStream().findFirst();
        row.ifPresent(entities::remove);
        return row.map(FormerLeaderRow::contact);
    }

    /** The applications that have former leaders whose time is over on {@code today}. */
    @Transactional
    public List<UUID> expired(LocalDate today) {
        return entities.createQuery("select distinct r.applicationId from FormerLeaderRow r where r.keepUntil < :today", UUID.class)
                .setParameter("today", today).getResultList();
    }

    /** Erases the former leaders of an application whose time is over on {@code today}; false if another one has just done it. */
    @Transactional
    public boolean erase(UUID applicationId, LocalDate today) {
        return entities.createQuery("delete from FormerLeaderRow r where r.applicationId = :id and r.keepUntil < :today")
                .setParameter("id", applicationId).setParameter("today", today).executeUpdate() > 0;
    }
}
