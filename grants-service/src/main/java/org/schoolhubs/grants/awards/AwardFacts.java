package org.schoolhubs.grants.awards;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.schoolhubs.grants.awards.rules.AwardAct;
import org.schoolhubs.grants.awards.rules.AwardState;
import org.schoolhubs.grants.awards.rules.Ending;
import org.schoolhubs.grants.awards.rules.ExpectedPayment;
import org.schoolhubs.grants.tariffs.Tariff;
import org.schoolhubs.grants.tariffs.TariffService;
import org.schoolhubs.kernel.FinancialYear;
import org.schoolhubs.kernel.Roles;
import org.schoolhubs.kit.inbox.NotYet;
import org.schoolhubs.kit.task.Task;
import org.schoolhubs.kit.task.Tasks;
import org.schoolhubs.kit.time.LondonDates;

/** What awards make of the facts of other services. In the transaction of the inbox. */
@ApplicationScoped
class AwardFacts {
    private final AwardRepository awards;
    private final AwardMoney money;
    private final AwardJournal journal;
    private final TariffService tariffs;
    private final Tasks tasks;
    private final EntityManager entities;
    private final Clock clock;

    AwardFacts(AwardRepository awards, AwardMoney money, AwardJournal journal, TariffService tariffs, Tasks tasks, EntityManager entities, Clock clock) {
        this.awards = awards;
        this.money = money;
        this.journal = journal;
        this.tariffs = tariffs;
        this.tasks = tasks;
        this.entities = entities;
        this.clock = clock;
    }

    /** The school starts: its award is made, once, or followed to the new membership. */
    void membershipActivated(MembershipFact membership) {
        Optional<Award> existing = awards.lockedByApplication(membership.applicationId());
        if (existing.isPresent()) {
            follow(existing.get(), membership);
            return;
        }
        Optional<Tariff> tariff = tariffs.ofDay(membership.programme(), membership.pathway(), membership.acceptedOn());
        if (tariff.isPresent()) {
            Award award = new Award(membership, tariff.get(), yearOf(membership.cohortEndsOn()), clock.instant());
            awards.persist(award);
            money.queue(award, null);
        } else if (!hasNoAward(membership.applicationId())) {
            entities.persist(new ApplicationWithoutAward(membership, clock.instant()));
        }
    }

    /** The school was followed by another: its award is the successor's. Before the membership is active there is none. */
    void membershipPassedOn(MembershipFact membership) {
        awards.lockedByApplication(membership.applicationId()).ifPresent(award -> follow(award, membership));
    }

    void planCompleted(PlanFact plan) {
        Optional<Award> known = awards.lockedByApplication(plan.applicationId());
        if (known.isEmpty()) {
            if (hasNoAward(plan.applicationId())) {
                return;
            }
            throw new NotYet("the membership of application " + plan.applicationId());
        }
        Award award = known.get();
        award.recordCompletion(plan.effectiveOn());
        if (award.ending() == Ending.COMPLETED && award.becomePayableWhenCompleted()) {
            journal.tell(award, plan.effectiveOn(), null);
        } else {
            journal.note(award, "PlanCompletionRecorded", null, "planCompletedOn");
            reinstateWhenCompleted(award);
        }
    }

    void membershipWithdrawn(MembershipFact membership) {
        Optional<Award> known = awards.lockedByApplication(membership.applicationId());
        if (known.isEmpty() || !known.get().membershipId().equals(membership.membershipId())) {
            return;
        }
        Award award = known.get();
        award.recordWithdrawal(membership.effectiveOn());
        if (award.ending() == Ending.WITHDRAWN && award.can(AwardAct.CANCEL)) {
            money.cancel(award, membership.effectiveOn(), membership.reasonCode() == null ? "withdrawn" : membership.reasonCode());
            return;
        }
        journal.note(award, "WithdrawalRecorded", membership.reasonCode(), "withdrawnOn");
        if (award.ending() == Ending.WITHDRAWN) {
            askAPerson(award);
        }
    }

    private void follow(Award award, MembershipFact membership) {
        boolean another = !membership.membershipId().equals(award.membershipId());
        if (award.follow(membership)) {
            journal.note(award, "AwardFollowedMembership", null, "membershipId", "urn", "trustUid", "laCode", "cohort", "cohortEndsOn");
        }
        if (another && award.withdrawnOn() != null) {
            award.forgetWithdrawal();
            reinstate(award, "new-membership");
        }
    }

    private void reinstateWhenCompleted(Award award) {
        if (award.ending() == Ending.COMPLETED) {
            reinstate(award, "completed-before-withdrawal");
        }
    }

    private void reinstate(Award award, String reasonCode) {
        if (award.can(AwardAct.REINSTATE)) {
            award.reinstate(yearOf(award.cohortEndsOn()));
            money.queue(award, reasonCode);
        }
    }

    /** The money is on its way or has gone: that is nothing an event may undo. */
    private void askAPerson(Award award) {
        if (award.state() == AwardState.PAID) {
            tasks.open(Task.of("recovery-review", "Award", award.id(), award.applicationId(), "withdrawn-after-payment",
                    "The membership was withdrawn with a date before completion, and the grant is paid: decide whether it is to be recovered.",
                    Roles.FINANCE_APPROVER));
        } else if (award.state() == AwardState.IN_RUN) {
            tasks.open(Task.of("withdrawn-in-run", "Award", award.id(), award.applicationId(), "withdrawn-in-run",
                    "The membership was withdrawn while the award is in a payment run: cancel the run if it is not released yet.", Roles.FINANCE_APPROVER));
        }
    }

    private boolean hasNoAward(UUID applicationId) {
        return entities.find(ApplicationWithoutAward.class, applicationId) != null;
    }

    private FinancialYear yearOf(LocalDate cohortEndsOn) {
        return ExpectedPayment.year(cohortEndsOn, LondonDates.today(clock));
    }
}
