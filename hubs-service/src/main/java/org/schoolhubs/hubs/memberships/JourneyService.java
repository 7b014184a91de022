package org.schoolhubs.hubs.memberships;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.schoolhubs.hubs.access.Access;
import org.schoolhubs.hubs.pool.PoolService;
import org.schoolhubs.hubs.pool.PoolState;
import org.schoolhubs.hubs.pool.PooledSchool;
import org.schoolhubs.kernel.Roles;
import org.schoolhubs.kit.journal.HistoryEntry;
import org.schoolhubs.kit.journal.Journal;
import org.schoolhubs.kit.problem.Problem;
import org.schoolhubs.kit.web.JourneyPart;
import org.schoolhubs.kit.web.NextStep;

/** This service's part of an application's journey: the pool, and every membership that the application has had. */
@ApplicationScoped
class JourneyService {
    private static final String PART = "membership";

    private final PoolService pool;
    private final MembershipRepository memberships;
    private final MembershipViews views;
    private final Access access;
    private final Journal journal;

    JourneyService(PoolService pool, MembershipRepository memberships, MembershipViews views, Access access, Journal journal) {
        this.pool = pool;
        this.memberships = memberships;
        this.views = views;
        this.access = access;
        this.journal = journal;
    }

    /** @throws Problem 404 if the application is not in the pool, or the caller may not see it */
    @Transactional
    JourneyPart of(UUID applicationId) {
        PooledSchool school = pool.find(applicationId).orElseThrow(() -> Problem.notFound("journey of application", applicationId));
        List<Membership> all = memberships.ofApplication(applicationId);
        // A lead that refused is not shown how the school goes on: only the last membership counts.
        Optional<Membership> current = all.stream().findFirst().filter(membership -> school.state() != PoolState.WAITING);
        if (!access.seesAll() && !ofSchoolOrTrust(school) && current.filter(views::isLead).isEmpty()) {
            throw Problem.notFound("journey of application", applicationId);
        }
        List<HistoryEntry> happened = happened(school, all);
        return current
                .map(membership -> new JourneyPart(PART, membership.id(), membership.state().name(), happened, MembershipViews.next(membership)))
                .orElseGet(() -> new JourneyPart(PART, null, school.state().name(), happened, next(school)));
    }

    private boolean ofSchoolOrTrust(PooledSchool school) {
        return access.schools().contains(school.urn()) || school.trustUid() != null && access.trusts().contains(school.trustUid());
    }

    private List<HistoryEntry> happened(PooledSchool school, List<Membership> all) {
        var happened = new ArrayList<>(pool.history(school.entryId()));
        all.forEach(membership -> happened.addAll(journal.history(MembershipService.TYPE, membership.id())));
        happened.sort(Comparator.comparing(HistoryEntry::eventId));
        return happened;
    }

    private static List<NextStep> next(PooledSchool school) {
        return school.state() == PoolState.WAITING
                ? List.of(new NextStep("placement", "The programme team places the school with a hub.", Roles.PROGRAMME_TEAM, school.cohortStartsOn()))
                : List.of();
    }
}
