package org.schoolhubs.applications.notifications;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.schoolhubs.applications.contacts.Contact;
import org.schoolhubs.applications.contacts.Contacts;
import org.schoolhubs.applications.notifications.rules.Category;
import org.schoolhubs.applications.register.SchoolRegister;
import org.schoolhubs.kernel.Roles;
import org.schoolhubs.kernel.Urn;
import org.schoolhubs.kit.journal.Entry;
import org.schoolhubs.kit.journal.Journal;
import org.schoolhubs.kit.problem.Problem;
import org.schoolhubs.kit.security.Caller;
import org.schoolhubs.kit.web.Precondition;

/** What people want to be written about: as their school says, since they do not sign in here, or as they say themselves by a link in an e-mail. */
@ApplicationScoped
class PreferenceService {
    private final NotificationRepository notifications;
    private final OptOuts optOuts;
    private final Contacts contacts;
    private final SchoolRegister register;
    private final EntityManager entities;
    private final Journal journal;
    private final Caller caller;
    private final Clock clock;

    PreferenceService(NotificationRepository notifications, OptOuts optOuts, Contacts contacts, SchoolRegister register, EntityManager entities,
            Journal journal, Caller caller, Clock clock) {
        this.notifications = notifications;
        this.optOuts = optOuts;
        this.contacts = contacts;
        this.register = register;
        this.entities = entities;
        this.journal = journal;
        this.caller = caller;
        this.clock = clock;
    }

    /** Once the application was submitted, and only for those who may see it. */
    @Transactional
    Preferences get(UUID applicationId) {
        NotifiedApplication application = existing(applicationId);
        if (!caller.hasAny(Roles.PROGRAMME_TEAM, Roles.AUDITOR) && !isApplicant(application)) {
            throw Problem.notFound("application", applicationId);
        }
        return view(application);
    }

    /**
     * Replaces what the school has chosen; what people have chosen themselves stays.
     *
     * @throws Problem 422 {@code contact-unknown}, {@code category-mandatory}
     */
    @Transactional
    Preferences put(UUID applicationId, Precondition precondition, Preferences.Wanted wanted) {
        NotifiedApplication application = existing(applicationId);
        if (!isApplicant(application)) {
            throw Problem.notFound("application", applicationId);
        }
        precondition.check(application);
        List<UUID> named = contacts.of(applicationId).stream().map(Contact::id).toList();
        requirePossible(wanted, named);
        optOuts.of(named).stream().filter(choice -> choice.chosenBy() == OptOut.By.SCHOOL).forEach(optOuts::remove);
        entities.flush();
        wanted.contacts().forEach(one -> one.optedOut().stream().distinct()
                .forEach(category -> optOuts.add(one.contactId(), category, OptOut.By.SCHOOL, clock.instant())));
        changed(application, "NotificationPreferencesSet");
        return view(application);
    }

    /** What a link opts out of, and whether that has been done; changes nothing. */
    @Transactional
    Unsubscription look(String token) {
        OptOuts.Link link = link(token);
        boolean done = contacts.find(link.contactId()).filter(contact -> isOut(contact, link.category())).isPresent();
        return new Unsubscription(link.category(), done);
    }

    /** Opts the person of a link out of its kind of e-mail, wherever their address is named. Doing it twice does nothing more. */
    @Transactional
    Unsubscription unsubscribe(String token) {
        OptOuts.Link link = link(token);
        Contact contact = contacts.find(link.contactId()).orElseThrow(() -> Problem.notFound("link", "of this kind"));
        if (!isOut(contact, link.category())) {
            notifications.application(contact.namedIn()).ifPresent(application -> changed(application, "NotificationsUnsubscribed"));
            optOuts.add(contact.id(), link.category(), OptOut.By.PERSON, clock.instant());
        }
        return new Unsubscription(link.category(), true);
    }

    private boolean isOut(Contact contact, Category category) {
        List<UUID> same = contacts.withAddress(contact.leader().email()).stream().map(Contact::id).toList();
        return optOuts.of(same).stream().anyMatch(choice -> choice.category() == category && choice.chosenBy() == OptOut.By.PERSON);
    }

    private OptOuts.Link link(String token) {
        return optOuts.find(token).orElseThrow(() -> Problem.notFound("link", "of this kind"));
    }

    private void changed(NotifiedApplication application, String event) {
        entities.lock(application, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
        journal.append(Entry.of(application, "NotificationPreferences").event(event).changed("optedOut"));
    }

    private static void requirePossible(Preferences.Wanted wanted, List<UUID> named) {
        for (int i = 0; i < wanted.contacts().size(); i++) {
            Preferences.WantedOfContact one = wanted.contacts().get(i);
            if (!named.contains(one.contactId())) {
                throw Problem.of(NotificationError.CONTACT_UNKNOWN, "Read the preferences again: they list the contacts of the application.")
                        .at("/contacts/%d/contactId".formatted(i), "contact-unknown", "Not named in this application.");
            }
            for (int k = 0; k < one.optedOut().size(); k++) {
                if (one.optedOut().get(k).mandatory()) {
                    throw Problem.of(NotificationError.CATEGORY_MANDATORY, "The school needs to know these: opt out of PROGRESS or NEXT_COHORT only.")
                            .at("/contacts/%d/optedOut/%d".formatted(i, k), "category-mandatory", "%s is always sent.".formatted(one.optedOut().get(k)));
                }
            }
        }
    }

    private Preferences view(NotifiedApplication application) {
        List<Contact> named = contacts.of(application.applicationId());
        List<OptOut> choices = optOuts.of(named.stream().map(Contact::id).toList());
        return new Preferences(application.applicationId(), Arrays.stream(Category.values()).filter(Category::mandatory).toList(),
                named.stream().map(contact -> new Preferences.OfContact(contact.id(), contact.position(), contact.leader().roleTitle(),
                        of(choices, contact, OptOut.By.SCHOOL), of(choices, contact, OptOut.By.PERSON))).toList(), application.version());
    }

    private static List<Category> of(List<OptOut> choices, Contact contact, OptOut.By by) {
        return choices.stream().filter(choice -> choice.contactId().equals(contact.id()) && choice.chosenBy() == by).map(OptOut::category).toList();
    }

    private NotifiedApplication existing(UUID applicationId) {
        return notifications.application(applicationId).orElseThrow(() -> Problem.notFound("application", applicationId));
    }

    private boolean isApplicant(NotifiedApplication application) {
        if (caller.has(Roles.TRUST) && application.trustUid() != null && caller.actsFor("uid:" + application.trustUid())) {
            return true;
        }
        if (application.urn() == null) {
            return false;
        }
        Urn urn = new Urn(application.urn());
        return caller.has(Roles.SCHOOL) && caller.actsFor(urn.organisation())
                || caller.has(Roles.TRUST) && register.find(urn).filter(school -> school.trustUid() != null && caller.actsFor("uid:" + school.trustUid()))
                        .isPresent();
    }

    /** What a link in an e-mail opts out of. */
    record Unsubscription(Category category, boolean optedOut) {
    }
}
