package org.schoolhubs.applications.applications;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Period;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.schoolhubs.applications.ApplicationError;
import org.schoolhubs.applications.contacts.Contacts;
import org.schoolhubs.applications.contacts.NamedLeader;
import org.schoolhubs.kit.problem.CommonError;
import org.schoolhubs.kit.problem.Problem;

/** Names the senior leaders of an application. */
@ApplicationScoped
class LeaderNaming {
    private final Contacts contacts;
    private final Clock clock;
    private final Period keepContacts;

    LeaderNaming(Contacts contacts, Clock clock, @ConfigProperty(name = "schoolhubs.contacts.keep-after-end") Period keepContacts) {
        this.contacts = contacts;
        this.clock = clock;
        this.keepContacts = keepContacts;
    }

    /** Those of a draft may be too few yet; once it is submitted they may not. */
    void replace(Application application, Terms terms, List<NamedLeader> leaders) {
        application.leadersNamed(clock.instant());
        name(application, terms, leaders, application.state() != ApplicationState.DRAFT);
    }

    /** Those of an invited school, as many as are asked for, in the transaction that confirms it. */
    void first(Application application, Terms terms, List<NamedLeader> leaders) {
        name(application, terms, leaders, true);
    }

    private void name(Application application, Terms terms, List<NamedLeader> leaders, boolean complete) {
        requireDifferent(leaders);
        if (complete && leaders.size() < terms.leadersRequired()) {
            throw Problem.of(ApplicationError.NOT_READY, "A submitted application names %d senior leaders.".formatted(terms.leadersRequired()))
                    .at("/leaders", "leaders-missing", "Name %d.".formatted(terms.leadersRequired()));
        }
        contacts.name(application.id(), leaders, terms.lastDay().plus(keepContacts));
    }

    /** @throws Problem 400 {@code name-invalid} for a name that an e-mail would turn into a link */
    static void requirePlainName(NamedLeader leader, String pointer) {
        if (!leader.hasPlainName()) {
            throw Problem.of(CommonError.INVALID, "Give the name alone.")
                    .at(pointer + "/name", "name-invalid", "A name without addresses, links or brackets, such as Asha Example.");
        }
    }

    private static void requireDifferent(List<NamedLeader> leaders) {
        Set<String> addresses = new HashSet<>();
        for (int i = 0; i < leaders.size(); i++) {
            requirePlainName(leaders.get(i), "/leaders/" + i);
            if (!addresses.add(leaders.get(i).email().toLowerCase(Locale.ROOT))) {
                throw Problem.of(CommonError.INVALID, "Name different people, each with their own e-mail address.")
                        .at("/leaders/%d/email".formatted(i), "email-twice", "Another leader has this address.");
            }
        }
    }
}
