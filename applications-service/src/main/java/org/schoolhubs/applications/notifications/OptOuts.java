package org.schoolhubs.applications.notifications;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.schoolhubs.applications.contacts.Contact;
import org.schoolhubs.applications.contacts.Contacts;
import org.schoolhubs.applications.notifications.rules.Category;

/** Who does not want what, and the links by which people say so. A person's own choice holds wherever their address is named. */
@ApplicationScoped
class OptOuts {
    private static final int TOKEN_BYTES = 32;
    private final EntityManager entities;
    private final Contacts contacts;
    private final SecureRandom random = new SecureRandom();

    OptOuts(EntityManager entities, Contacts contacts) {
        this.entities = entities;
        this.contacts = contacts;
    }

    /** Whether the e-mail is not wanted: by the person, anywhere, or by the school for this application. */
    boolean isUnwanted(Contact contact, Category category) {
        if (category.mandatory()) {
            return false;
        }
        List<UUID> same = contacts.withAddress(contact.leader().email()).stream().map(Contact::id).toList();
        return of(same).stream().anyMatch(choice -> choice.category() == category
                && (choice.chosenBy() == OptOut.By.PERSON || choice.contactId().equals(contact.id())));
    }

    /** Every choice about these contacts. */
    List<OptOut> of(Collection<UUID> contactIds) {
        return contactIds.isEmpty() ? List.of()
                : entities.createQuery("select o from OptOut o where o.contactId in :ids order by o.contactId, o.category, o.chosenBy", OptOut.class)
                        .setParameter("ids", contactIds).getResultList();
    }

    /** Adds a choice; false if it was there. */
    boolean add(UUID contactId, Category category, OptOut.By by, Instant now) {
        if (entities.find(OptOut.class, new OptOut.Key(contactId, category, by)) != null) {
            return false;
        }
        entities.persist(new OptOut(contactId, category, by, now));
        return true;
    }

    void remove(OptOut choice) {
        entities.remove(choice);
    }

    /** A fresh token for a link in an e-mail: 256 random bits, of which only the hash is kept. */
    String token(Notification notification, Instant now) {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        entities.createNativeQuery("""
                insert into unsubscribe_token (token_hash, notification_id, contact_id, category, created_at) values (:hash, :notification, :contact, :category, :now)""")
                .setParameter("hash", hash(token)).setParameter("notification", notification.id()).setParameter("contact", notification.recipientContactId())
                .setParameter("category", notification.category().name()).setParameter("now", now).executeUpdate();
        return token;
    }

    /** Who opts out of what by a token; empty for one that was never given, or whose person was erased. */
    Optional<Link> find(String token) {
        List<?> rows = entities.createNativeQuery("select contact_id, category from unsubscribe_token where token_hash = :hash", Tuple.class)
                .setParameter("hash", hash(token)).getResultList();
        return rows.stream().map(Tuple.class::cast).findFirst()
                .map(row -> new Link(row.get(0, UUID.class), Category.valueOf(row.get(1, String.class))));
    }

    private static String hash(String token) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** What a link is for. */
    record Link(UUID contactId, Category category) {
    }
}
