package org.schoolhubs.applications.applications;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.schoolhubs.applications.contacts.Contacts;
import org.schoolhubs.applications.contacts.FormerLeaders;
import org.schoolhubs.applications.contacts.NamedLeader;
import org.schoolhubs.kit.journal.Entry;
import org.schoolhubs.kit.journal.Journal;
import org.schoolhubs.kit.problem.CommonError;
import org.schoolhubs.kit.problem.Problem;
import org.schoolhubs.kit.security.Caller;
import org.schoolhubs.kit.time.LondonDates;
import org.schoolhubs.kit.web.Precondition;

/** Replaces named leaders from submission to the end. That one changed, when and why is kept; who it was only for a time. */
@ApplicationScoped
class LeaderChangeService {
    private final DecisionRepository decisions;
    private final ApplicationAccess access;
    private final ApplicationViews views;
    private final Contacts contacts;
    private final FormerLeaders formerLeaders;
    private final DraftChecks drafts;
    private final Journal journal;
    private final Caller caller;
    private final Clock clock;
    private final Period keepContacts;
    private final Period keepFormer;

    LeaderChangeService(DecisionRepository decisions, ApplicationAccess access, ApplicationViews views, Contacts contacts, FormerLeaders formerLeaders,
            DraftChecks drafts, Journal journal, Caller caller, Clock clock,
            @ConfigProperty(name = "schoolhubs.contacts.keep-after-end") Period keepContacts,
            @ConfigProperty(name = "schoolhubs.contacts.keep-former-leaders") Period keepFormer) {
        this.decisions = decisions;
        this.access = access;
        this.views = views;
        this.contacts = contacts;
        this.formerLeaders = formerLeaders;
        this.drafts = drafts;
        this.journal = journal;
        this.caller = caller;
        this.clock = clock;
        this.keepContacts = keepContacts;
        this.keepFormer = keepFormer;
    }

    /**
     * Replaces one named leader by another.
     *
     * @throws Problem 400 where another leader has that address, 409 {@code leader-change-impossible}, 422 {@code leader-unknown}, {@code leader-change-day}
     */
    @Transactional
    ApplicationView change(UUID id, Precondition precondition, DecisionRequests.LeaderChangeRequest wanted) {
        Application application = access.own(id);
        precondition.check(application);
        application.leaderChanged(clock.instant());
        requirePossibleDay(application, wanted.effectiveOn());
        int place = wanted.position() - 1;
        requireFits(contacts.leaders(id), place, wanted.leader());
        LeaderChange change = new LeaderChange(id, place, wanted.reasonCode(), wanted.effectiveOn(), caller.subject(), clock.instant());
        decisions.add(change);
        formerLeaders.replace(id, change.id(), place, wanted.leader(), drafts.terms(application).lastDay().plus(keepContacts), wanted.effectiveOn().plus(keepFormer));
        journal.append(Entry.of(application, "Application").event("LeaderChanged").changed("leaders").because(wanted.reasonCode().name()));
        return views.of(application);
    }

    /** Every change of a leader, oldest first; names nobody. */
    @Transactional
    List<LeaderChangeView> list(UUID id) {
        return decisions.leaderChanges(access.readable(id).id()).stream().map(LeaderChangeView::of).toList();
    }

    private void requirePossibleDay(Application application, LocalDate effectiveOn) {
        LocalDate submittedOn = LondonDates.dayOf(application.submittedAt());
        if (effectiveOn.isBefore(submittedOn) || effectiveOn.isAfter(LondonDates.today(clock))) {
            throw Problem.of(DecisionError.LEADER_CHANGE_DAY, "Tell a change on its day or after it; the application was submitted on %s.".formatted(submittedOn))
                    .at("/effectiveOn", "leader-change-day", "From %s up to today.".formatted(submittedOn));
        }
    }

    private static void requireFits(List<NamedLeader> leaders, int place, NamedLeader leader) {
        if (place >= leaders.size()) {
            throw Problem.of(DecisionError.LEADER_UNKNOWN, "The application names %d leaders: choose one of them.".formatted(leaders.size()))
                    .at("/position", "leader-unknown", "1 to %d.".formatted(leaders.size()));
        }
        LeaderNaming.requirePlainName(leader, "/leader");
        if (leaders.stream().anyMatch(named -> named.email().equalsIgnoreCase(leader.email()))) {
            throw Problem.of(CommonError.INVALID, "Name somebody else, with their own e-mail address.")
                    .at("/leader/email", "email-twice", "A leader of this application has this address.");
        }
    }

    /** A change as it is shown. */
    @Schema(name = "LeaderChange", description = "That a named leader was replaced; names nobody.")
    public record LeaderChangeView(
            @Schema(description = "Which of the named leaders, counted from 1.", examples = "1") int position,
            LeaderChangeReason reasonCode,
            @Schema(description = "Day from which the new leader stands in.", examples = "2026-11-21") LocalDate effectiveOn,
            Instant recordedAt) {
        static LeaderChangeView of(LeaderChange change) {
            return new LeaderChangeView(change.position() + 1, change.reasonCode(), change.effectiveOn(), change.recordedAt());
        }
    }
}
