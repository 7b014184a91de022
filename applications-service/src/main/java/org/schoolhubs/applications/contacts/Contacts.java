package org.schoolhubs.applications.contacts;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.schoolhubs.kit.aggregate.Ids;

/**
 * Keeps the people named in applications and in expressions of interest. Callers check who is asking and journal that they were read or changed, never by
 * value.
 */
@ApplicationScoped
public class Contacts {
    private final EntityManager entities;
    private final List<ContactDataHolder> holders;

    Contacts(EntityManager entities, @All List<ContactDataHolder> holders) {
        this.entities = entities;
        this.holders = holders;
    }

    /**
     * Names the leaders of an application in place of those named before. Who is named again with the same address stays the same contact; everything kept
     * about the others is forgotten.
     *
     * @param keepUntil last day on which they are kept
     */
    @Transactional
    public void name(UUID applicationId, List<NamedLeader> leaders, LocalDate keepUntil) {
        Map<String, UUID> before = new HashMap<>();
        for (LeaderRow row : rows(applicationId)) {
            before.put(key(row.leader().email()), row.contact().id());
            entities.detach(row);
        }
        entities.createQuery("delete from LeaderRow r where r.applicationId = :id").setParameter("id", applicationId).executeUpdate();
        for (int position = 0; position < leaders.size(); position++) {
            UUID same = before.remove(key(leaders.get(position).email()));
            entities.persist(new LeaderRow(applicationId, position, same == null ? Ids.next() : same, leaders.get(position), keepUntil));
        }
        entities.flush();
        forget(before.values());
    }

    /** The leaders of an application in the order in which they were named. */
    @Transactional
    public List<NamedLeader> leaders(UUID applicationId) {
        return rows(applicationId).stream().map(LeaderRow::leader).toList();
    }

    /**
     * Names the person of an expression of interest in place of the one named before. Who is named again with the same address stays the same contact;
     * everything kept about another one is forgotten.
     *
     * @param keepUntil last day on which they are kept
     */
    @Transactional
    public void nameInterested(UUID expressionId, NamedLeader person, LocalDate keepUntil) {
        List<InterestContactRow> before = interested(expressionId);
        Optional<UUID> same = before.stream().map(InterestContactRow::contact).filter(one -> key(one.leader().email()).equals(key(person.email())))
                .map(Contact::id).findFirst();
        remove(before);
        entities.persist(new InterestContactRow(same.orElseGet(Ids::next), expressionId, person, keepUntil));
        entities.flush();
        forget(before.stream().map(row -> row.contact().id()).filter(id -> same.filter(id::equals).isEmpty()).toList());
    }

    /** The expression of interest has ended: its person is kept until that day at the most. */
    @Transactional
    public void keepInterestedNoLongerThan(UUID expressionId, LocalDate day) {
        interested(expressionId).forEach(row -> row.keepNoLongerThan(day));
    }

    /** The expression of interest goes on: its person is kept until that day. */
    @Transactional
    public void keepInterestedUntil(UUID expressionId, LocalDate day) {
        interested(expressionId).forEach(row -> row.keepUntil(day));
    }

    /** The expressions of interest that name people whose time is over on {@code today}. */
    @Transactional
    public List<UUID> interestedExpired(LocalDate today) {
        return entities.createQuery("select r.expressionId from InterestContactRow r where r.keepUntil < :today", UUID.class)
                .setParameter("today", today).getResultList();
    }

    /** Erases the person of an expression of interest if their time is over on {@code today}; false if another one has just done it. */
    @Transactional
    public boolean eraseInterested(UUID expressionId, LocalDate today) {
        return eraseInterested(interested(expressionId).stream().filter(row -> row.contact().keepUntil().isBefore(today)).toList());
    }

    /** The people named in an application or expression of interest, in the order in which they were named. */
    @Transactional
    public List<Contact> of(UUID namedIn) {
        return Stream.concat(rows(namedIn).stream().map(LeaderRow::contact), interested(namedIn).stream().map(InterestContactRow::contact)).toList();
    }

    /** How many are named. */
    @Transactional
    public int count(UUID applicationId) {
        return entities.createQuery("select count(r) from LeaderRow r where r.applicationId = :id", Long.class)
                .setParameter("id", applicationId).getSingleResult().intValue();
    }

    /** A contact; empty once it was erased or another person was named. */
    @Transactional
    public Optional<Contact> find(UUID contactId) {
        return all(List.of(contactId)).findFirst();
    }

    /** Positions at their schools, by contact; those who are no longer kept are not in it. */
    @Transactional
    public Map<UUID, String> roleTitles(Collection<UUID> contactIds) {
        return contactIds.isEmpty() ? Map.of()
                : all(contactIds).collect(Collectors.toMap(Contact::id, contact -> contact.leader().roleTitle()));
    }

    /** Everybody who is named with an address, wherever that is and in whatever case the address was written. */
    @Transactional
    public List<Contact> withAddress(String email) {
        return Stream.concat(
                entities.createQuery("select r from LeaderRow r where lower(r.email) = :email order by r.applicationId, r.position", LeaderRow.class)
                        .setParameter("email", key(email)).getResultStream().map(LeaderRow::contact),
                entities.createQuery("select r from InterestContactRow r where lower(r.email) = :email order by r.expressionId", InterestContactRow.class)
                        .setParameter("email", key(email)).getResultStream().map(InterestContactRow::contact)).toList();
    }

    /** The applications that name people whose time is over on {@code today}. */
    @Transactional
    public List<UUID> expired(LocalDate today) {
        return entities.createQuery("select distinct r.applicationId from LeaderRow r where r.keepUntil < :today", UUID.class)
                .setParameter("today", today).getResultList();
    }

    /** Erases the people of an application whose time is over on {@code today}; false if another one has just done it. */
    @Transactional
    public boolean erase(UUID applicationId, LocalDate today) {
        return erase(rows(applicationId).stream().filter(row -> row.contact().keepUntil().isBefore(today)).toList());
    }

    /** Erases all the people of an application; false if there was nobody left. */
    @Transactional
    public boolean eraseAll(UUID applicationId) {
        return erase(rows(applicationId));
    }

    /** Erases one person from one application or expression of interest; false if they were not there any more. */
    @Transactional
    public boolean erase(UUID contactId) {
        return erase(entities.createQuery("select r from LeaderRow r where r.contactId = :id", LeaderRow.class).setParameter("id", contactId).getResultList())
                || eraseInterested(entities.createQuery("select r from InterestContactRow r where r.contactId = :id", InterestContactRow.class)
                        .setParameter("id", contactId).getResultList());
    }

    private boolean eraseInterested(List<InterestContactRow> rows) {
        List<UUID> gone = rows.stream().map(row -> row.contact().id()).toList();
        int erased = remove(rows);
        forget(gone);
        return erased > 0;
    }

    private int remove(List<InterestContactRow> rows) {
        if (rows.isEmpty()) {
            return 0;
        }
        rows.forEach(entities::detach);
        return entities.createQuery("delete from InterestContactRow r where r.contactId in :ids")
                .setParameter("ids", rows.stream().map(row -> row.contact().id()).toList()).executeUpdate();
    }

    private Stream<Contact> all(Collection<UUID> contactIds) {
        return Stream.concat(
                entities.createQuery("select r from LeaderRow r where r.contactId in :ids", LeaderRow.class).setParameter("ids", contactIds)
                        .getResultStream().map(LeaderRow::contact),
                entities.createQuery("select r from InterestContactRow r where r.contactId in :ids", InterestContactRow.class).setParameter("ids", contactIds)
                        .getResultStream().map(InterestContactRow::contact));
    }

    private List<InterestContactRow> interested(UUID expressionId) {
        return entities.createQuery("select r from InterestContactRow r where r.expressionId = :id", InterestContactRow.class)
                .setParameter("id", expressionId).getResultList();
    }

    private boolean erase(List<LeaderRow> rows) {
        List<UUID> gone = rows.stream().map(row -> row.contact().id()).toList();
        if (gone.isEmpty()) {
            return false;
        }
        int erased = entities.createQuery("delete from LeaderRow r where r.contactId in :ids").setParameter("ids", gone).executeUpdate();
        rows.forEach(entities::detach);
        forget(gone);
        return erased > 0;
    }

    private void forget(Collection<UUID> contactIds) {
        if (!contactIds.isEmpty()) {
            holders.forEach(holder -> holder.forget(contactIds));
        }
    }

    private List<LeaderRow> rows(UUID applicationId) {
        return entities.createQuery("select r from LeaderRow r where r.applicationId = :id order by r.position", LeaderRow.class)
                .setParameter("id", applicationId).getResultList();
    }

    private static String key(String email) {
        return email.toLowerCase(Locale.ROOT);
    }
}
