package org.schoolhubs.applications.contacts;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.schoolhubs.kit.aggregate.Ids;
import org.schoolhubs.kit.journal.Entry;
import org.schoolhubs.kit.journal.Journal;
import org.schoolhubs.kit.problem.Problem;
import org.schoolhubs.kit.security.Caller;

/** What a person may ask of us about themselves: to see what is kept, and to be forgotten. A member of the programme team acts for them. */
@ApplicationScoped
class ContactService {
    private static final String SUBJECT_ACCESS = "subject-access";
    private final Contacts contacts;
    private final FormerLeaders formerLeaders;
    private final List<ContactDataHolder> holders;
    private final List<ContactTrail> trails;
    private final Journal journal;
    private final Caller caller;

    ContactService(Contacts contacts, FormerLeaders formerLeaders, @All List<ContactDataHolder> holders, @All List<ContactTrail> trails, Journal journal,
            Caller caller) {
        this.contacts = contacts;
        this.formerLeaders = formerLeaders;
        this.holders = holders;
        this.trails = trails;
        this.journal = journal;
        this.caller = caller;
    }

    /**
     * Everything that is kept about an address. That somebody searched is recorded, and in the history of what names or named the person; the address
     * is not.
     *
     * @throws Problem 403 {@code person-required}
     */
    @Transactional
    ContactRequests.Found search(String email) {
        caller.requirePerson();
        List<Contact> named = contacts.withAddress(email);
        List<UUID> ids = named.stream().map(Contact::id).toList();
        journal.append(Entry.of("ContactSearch", Ids.next().toString(), 0).event("ContactsSearched").because(SUBJECT_ACCESS));
        Stream.concat(named.stream(), formerLeaders.withAddress(email).stream())
                .collect(Collectors.toMap(Contact::namedIn, contact -> contact, (first, second) -> first, LinkedHashMap::new)).values()
                .forEach(contact -> trails.forEach(trail -> trail.read(contact, SUBJECT_ACCESS)));
        return new ContactRequests.Found(named.stream().map(ContactRequests.Named::of).toList(),
                holders.stream().flatMap(holder -> holder.heldAbout(ids, email).stream()).toList());
    }

    /**
     * Erases one person from one application or expression of interest, with what is kept beside it, whether they are named in it now or were replaced.
     *
     * @throws Problem 403 {@code person-required}, 404 for one who is not there, or no more
     */
    @Transactional
    ContactRequests.Erased erase(UUID contactId, ErasureReason reason) {
        caller.requirePerson();
        Optional<Contact> named = contacts.find(contactId).filter(found -> contacts.erase(contactId));
        Contact contact = named.or(() -> formerLeaders.erase(contactId)).orElseThrow(() -> Problem.notFound("contact", contactId));
        trails.forEach(trail -> {
            if (named.isPresent()) {
                trail.erased(contact, reason.name());
            } else {
                trail.formerErased(contact, reason.name());
            }
        });
        return new ContactRequests.Erased(contactId, contact.applicationId(), contact.expressionId(), contact.position());
    }
}
