package org.schoolhubs.grants.awards;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.schoolhubs.grants.GrantError;
import org.schoolhubs.grants.Officer;
import org.schoolhubs.grants.awards.rules.AwardState;
import org.schoolhubs.grants.payees.PayeeRef;
import org.schoolhubs.grants.payees.PayeeService;
import org.schoolhubs.kit.journal.HistoryEntry;
import org.schoolhubs.kit.problem.Problem;
import org.schoolhubs.kit.security.Caller;
import org.schoolhubs.kit.task.Tasks;
import org.schoolhubs.kit.web.JourneyPart;
import org.schoolhubs.kit.web.ListQuery;
import org.schoolhubs.kit.web.Page;
import org.schoolhubs.kit.web.PageRequest;
import org.schoolhubs.kit.web.Precondition;

/** Use cases of people with awards. */
@ApplicationScoped
class AwardService {
    private final AwardRepository awards;
    private final AwardMoney money;
    private final AwardJournal journal;
    private final PayeeService payees;
    private final Tasks tasks;
    private final Caller caller;
    private final Officer officer;
    private final Clock clock;
    private final EntityManager entities;

    AwardService(AwardRepository awards, AwardMoney money, AwardJournal journal, PayeeService payees, Tasks tasks, Caller caller, Officer officer, Clock clock,
            EntityManager entities) {
        this.awards = awards;
        this.money = money;
        this.journal = journal;
        this.payees = payees;
        this.tasks = tasks;
        this.caller = caller;
        this.officer = officer;
        this.clock = clock;
        this.entities = entities;
    }

    /** What to list; a null leaves a filter out. */
    record AwardFilter(UUID applicationId, String urn, AwardState state, String programme) {
    }

    @Transactional
    Page<AwardView> list(AwardFilter filter, PageRequest page) {
        ListQuery<Award> query = ListQuery.of(entities, Award.class).filter("e.applicationId = :application", "application", filter.applicationId())
                .filter("e.urn = :urn", "urn", filter.urn()).filter("e.state = :state", "state", filter.state())
                .filter("e.programme = :programme", "programme", filter.programme());
        if (!officer.seesEverything()) {
            query.restrict("e.urn in :urns or e.trustUid in :uids or (e.trustUid is null and e.laCode in :authorities)",
                    Map.of("urns", officer.codes("urn:"), "uids", officer.codes("uid:"), "authorities", officer.codes("la:")));
        }
        return query.fetch(page, award -> AwardView.of(award, caller));
    }

    @Transactional
    AwardView get(UUID id) {
        return AwardView.of(visible(id), caller);
    }

    @Transactional
    List<HistoryEntry> history(UUID id) {
        return journal.history(visible(id));
    }

    /** The award's part of an application's journey; NOT_APPLICABLE where the pathway had no tariff. */
    @Transactional
    JourneyPart journey(UUID applicationId) {
        Award award = awards.byApplication(applicationId).filter(this::isVisible).orElse(null);
        if (award != null) {
            return new JourneyPart("award", award.id(), award.state().name(), journal.history(award), AwardNext.of(award));
        }
        ApplicationWithoutAward none = entities.find(ApplicationWithoutAward.class, applicationId);
        if (none != null && (officer.seesEverything() || none.isVisibleTo(officer.organisations()))) {
            return new JourneyPart("award", null, "NOT_APPLICABLE", List.of(), List.of());
        }
        throw Problem.notFound("award of application", applicationId);
    }

    @Transactional
    AwardView offer(UUID id, Precondition precondition, OfferRequest request) {
        Award award = changeable(id, precondition);
        award.offer(request.conditions().stream().map(String::strip).toList(), request.permittedUse().strip(), clock.instant());
        money.offered(award);
        journal.tell(award, null);
        return AwardView.of(award, caller);
    }

    /** The payee's officer agrees; a plan that was completed before makes it payable at once. */
    @Transactional
    AwardView accept(UUID id, Precondition precondition, UUID payeeId) {
        caller.requirePerson();
        Award award = changeable(id, precondition);
        PayeeRef payee = payees.find(payeeId).filter(found -> officer.speaksFor(found.organisation()))
                .orElseThrow(() -> Problem.of(GrantError.PAYEE_UNKNOWN, "Give a payee of an organisation that you speak for: see GET /v1/payees.")
                        .at("/payeeId", "payee-unknown", "There is no such payee that you may accept for."));
        if (!award.recipients().include(payee.organisation())) {
            throw Problem.of(GrantError.PAYEE_NOT_OF_AWARD, "An award is paid to the school, its trust, or a maintained school's local authority.")
                    .at("/payeeId", "payee-not-of-award", "Choose the payee of one of them.");
        }
        award.accept(payeeId, clock.instant());
        journal.tell(award, null);
        if (award.becomePayableWhenCompleted()) {
            journal.tell(award, award.planCompletedOn(), null);
        }
        return AwardView.of(award, caller);
    }

    @Transactional
    AwardView hold(UUID id, Precondition precondition, String reasonCode) {
        caller.requirePerson();
        Award award = changeable(id, precondition);
        award.hold(reasonCode);
        journal.tell(award, reasonCode);
        return AwardView.of(award, caller);
    }

    @Transactional
    AwardView release(UUID id, Precondition precondition) {
        caller.requirePerson();
        Award award = changeable(id, precondition);
        award.release();
        tasks.settle(AwardPayments.RETURNED, "Award", id);
        journal.tell(award, "hold-released");
        return AwardView.of(award, caller);
    }

    private Award changeable(UUID id, Precondition precondition) {
        Award award = awards.locked(id).filter(this::isVisible).orElseThrow(() -> Problem.notFound("award", id));
        precondition.check(award);
        return award;
    }

    private Award visible(UUID id) {
        return awards.findByIdOptional(id).filter(this::isVisible).orElseThrow(() -> Problem.notFound("award", id));
    }

    private boolean isVisible(Award award) {
        return officer.seesEverything() || award.isVisibleTo(officer.organisations());
    }
}
