package org.schoolhubs.applications.register;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.schoolhubs.kit.problem.Problem;
import org.schoolhubs.kit.time.LondonDates;
import org.schoolhubs.kit.web.ListQuery;
import org.schoolhubs.kit.web.Page;
import org.schoolhubs.kit.web.PageRequest;

/** Answers about trusts and who is in them. */
@ApplicationScoped
class TrustAnswers {
    static final Extract<TrustView> EXTRACT = Extract.of(TrustView.class);

    private final EntityManager entities;
    private final RegisterService register;
    private final TrustMembers members;
    private final Clock clock;

    TrustAnswers(EntityManager entities, RegisterService register, TrustMembers members, Clock clock) {
        this.entities = entities;
        this.register = register;
        this.members = members;
        this.clock = clock;
    }

    /** What a list of trusts is narrowed to; null leaves a filter out. */
    record Query(String words, String status, String typeCode, String ukprn, String companiesHouseNumber) {
    }

    /** A page of trusts by UID, or by change; federations, sponsors and other groups are none. */
    @Transactional
    Page<TrustView> page(Query query, PageRequest page) {
        return ListQuery.byText(entities, Trust.class, "uid", Trust::uid, Trust::changedAt)
                .restrict("e.typeCode is null or e.typeCode in :trustTypes", Map.of("trustTypes", Trust.TRUST_TYPES))
                .filter("cast(sql('(group_search_words(?) @@ cast(? as tsquery))', e.name, :words) as Boolean) = true", "words", query.words())
                .filter("e.status = :status", "status", query.status())
                .filter("e.typeCode = :typeCode", "typeCode", query.typeCode())
                .filter("e.ukprn = :ukprn", "ukprn", query.ukprn())
                .filter("e.companiesHouseNumber = :company", "company", query.companiesHouseNumber())
                .fetch(page, TrustView::of);
    }

    /** @throws Problem 404 for a group that is no trust, or that the register has never seen */
    @Transactional
    TrustView get(String uid) {
        var trust = known(uid);
        var open = membersOn(uid, LondonDates.today(clock)).stream().filter(member -> member.status().isOpen()).toList();
        return TrustView.of(trust, new TrustView.Today(open.size(), open));
    }

    /**
     * @param asOn null for all of its time
     * @throws Problem 404 for a group that is no trust, or that the register has never seen
     */
    @Transactional
    TrustSchoolsView schools(String uid, LocalDate asOn) {
        known(uid);
        return new TrustSchoolsView(uid, asOn, members.sourceFor(uid), asOn == null ? views(members.staysIn(uid)) : membersOn(uid, asOn));
    }

    private List<TrustSchoolsView.Member> membersOn(String uid, LocalDate day) {
        return views(members.staysIn(uid).stream().filter(stay -> stay.covers(day)).toList());
    }

    private List<TrustSchoolsView.Member> views(List<TrustMembers.Stay> stays) {
        Map<String, School> schools = register.schools(stays.stream().map(TrustMembers.Stay::urn).distinct().toList()).stream()
                .collect(Collectors.toMap(School::urn, Function.identity()));
        return stays.stream().map(stay -> {
            var school = schools.get(stay.urn());
            return new TrustSchoolsView.Member(stay.urn(), school.name(), school.status(), school.phase(), stay.from(), stay.until(), stay.source());
        }).toList();
    }

    private Trust known(String uid) {
        var trust = entities.find(Trust.class, uid);
        if (trust == null || !trust.isTrust()) {
            throw Problem.notFound("trust", uid);
        }
        return trust;
    }
}
