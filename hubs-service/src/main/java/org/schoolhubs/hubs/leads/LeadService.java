package org.schoolhubs.hubs.leads;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The schools that can lead a hub. */
@ApplicationScoped
public class LeadService {
    private final LeadRepository schools;
    private final LedHubs hubs;
    private final Clock clock;

    LeadService(LeadRepository schools, LedHubs hubs, Clock clock) {
        this.schools = schools;
        this.hubs = hubs;
        this.clock = clock;
    }

    /** The school of that URN, open or not; empty if the register has not told of it. */
    @Transactional
    public Optional<Lead> find(String urn) {
        return schools.findByIdOptional(urn).map(LeadSchool::facts);
    }

    /** Those of the schools that are known, by URN. */
    @Transactional
    public Map<String, Lead> byUrn(Collection<String> urns) {
        return schools.ofUrns(urns).stream().map(LeadSchool::facts).collect(toMap(Lead::urn, identity()));
    }

    /** Takes in the register's full state of one school. */
    @Transactional
    void keep(SchoolUpdated update) {
        LeadSchool school = schools.findByIdOptional(update.urn()).orElseGet(() -> new LeadSchool(update.urn()));
        school.become(update, clock.instant());
        schools.persist(school);
        hubs.told(school.fate());
    }

    /** Whether a school goes on, as the register last said; empty if it has not told of it. */
    @Transactional
    public Optional<LedHubs.Fate> fate(String urn) {
        return schools.findByIdOptional(urn).map(LeadSchool::fate);
    }

    /** Closed schools that were followed by this one. */
    @Transactional
    public List<LedHubs.Fate> followedBy(String urn) {
        return schools.closedAndFollowedBy(urn).stream().map(LeadSchool::fate).toList();
    }
}
