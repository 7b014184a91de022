package org.schoolhubs.hubs.hubs;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.schoolhubs.hubs.HubError;
import org.schoolhubs.hubs.access.Access;
import org.schoolhubs.hubs.leads.Lead;
import org.schoolhubs.hubs.leads.LeadService;
import org.schoolhubs.hubs.leads.LedHubs;
import org.schoolhubs.kernel.Roles;
import org.schoolhubs.kit.inbox.NotYet;
import org.schoolhubs.kit.journal.Entry;
import org.schoolhubs.kit.journal.HistoryEntry;
import org.schoolhubs.kit.journal.Journal;
import org.schoolhubs.kit.problem.Problem;
import org.schoolhubs.kit.task.Task;
import org.schoolhubs.kit.task.Tasks;
import org.schoolhubs.kit.time.LondonDates;
import org.schoolhubs.kit.web.ListQuery;
import org.schoolhubs.kit.web.Page;
import org.schoolhubs.kit.web.PageRequest;
import org.schoolhubs.kit.web.Precondition;

/** The life of hubs, and the places they hold. Each public method is one transaction. */
@ApplicationScoped
public class HubService {
    static final String TYPE = "Hub";
    private static final String TOPIC = "hubs.v1";
    private static final String DUE_DILIGENCE = "due-diligence";
    private static final String LEAD_WITHDRAWN = "lead-withdrawn";
    private static final Comparator<PlaceKey> BY_PLACE = Comparator.comparing(PlaceKey::pathway).thenComparing(PlaceKey::cohort);

    private final HubRepository hubs;
    private final PlaceRepository places;
    private final LeadService leads;
    private final HubSuccession succession;
    private final HubMembers members;
    private final HubViews views;
    private final Access access;
    private final Journal journal;
    private final Tasks tasks;
    private final EntityManager entities;
    private final Clock clock;

    HubService(HubRepository hubs, PlaceRepository places, LeadService leads, HubSuccession succession, HubMembers members, HubViews views, Access access,
            Journal journal, Tasks tasks, EntityManager entities, Clock clock) {
        this.hubs = hubs;
        this.places = places;
        this.leads = leads;
        this.succession = succession;
        this.members = members;
        this.views = views;
        this.access = access;
        this.journal = journal;
        this.tasks = tasks;
        this.entities = entities;
        this.clock = clock;
    }

    @Transactional
    HubView prepare(HubRequest request) {
        Lead lead = openLead(request.leadUrn());
        Hub hub = new Hub(request, lead, clock.instant(), today());
        hubs.persist(hub);
        journal.append(published(hub, "HubPrepared").changed("state"));
        return views.one(hub);
    }

    /**
     * Prepares the hub of an accepted lead, once an application, and asks for its due diligence.
     *
     * @throws NotYet while the register has not told of the lead school
     */
    @Transactional(TxType.MANDATORY)
    public void prepare(AcceptedLead accepted) {
        if (hubs.ofApplication(accepted.applicationId()).isPresent()) {
            return;
        }
        Lead lead = leads.find(accepted.leadUrn()).orElseThrow(() -> new NotYet("the register has not told of the lead school %s yet".formatted(accepted.leadUrn())));
        Hub hub = new Hub(accepted, lead, clock.instant(), today());
        hubs.persist(hub);
        journal.append(published(hub, "HubPrepared").changed("state").because("lead-accepted"));
        tasks.open(Task.of(DUE_DILIGENCE, TYPE, hub.id(), accepted.applicationId(), "lead-accepted",
                "An application to lead was accepted and its hub prepared: record due diligence, set places, announce it.", Roles.PROGRAMME_TEAM));
    }

    /** The lead gave up: a person closes its hub, or lets it go on under another agreement. */
    @Transactional(TxType.MANDATORY)
    public void leadWithdrew(UUID applicationId, String reasonCode) {
        hubs.ofApplication(applicationId).filter(hub -> hub.state() != HubState.CLOSED).ifPresent(hub -> tasks.open(Task.of(LEAD_WITHDRAWN, TYPE, hub.id(), applicationId,
                "lead-withdrawn", "The lead withdrew its application: place the hub's members elsewhere, then close the hub.", Roles.PROGRAMME_TEAM)));
    }

    @Transactional
    HubView recordDueDiligence(UUID id, Precondition precondition, DueDiligenceRequest found) {
        Hub hub = changeable(id, precondition);
        hub.recordDueDiligence(found, clock.instant());
        journal.append(Entry.of(hub, TYPE).event("HubDueDiligenceRecorded")
                .changed("hasCapacityAndIsWilling", "noConflictOfInterest", "canBePaid", "dueDiligenceNotes"));
        if (hub.missingDueDiligence().isEmpty()) {
            tasks.settle(DUE_DILIGENCE, TYPE, id);
        }
        return views.one(hub);
    }

    @Transactional
    HubView announce(UUID id, Precondition precondition) {
        Hub hub = changeable(id, precondition);
        hub.announce(today());
        journal.append(published(hub, "HubAnnounced").changed("state"));
        return views.one(hub);
    }

    @Transactional
    HubView open(UUID id, Precondition precondition) {
        Hub hub = changeable(id, precondition);
        hub.open(today());
        journal.append(published(hub, "HubOpened").changed("state"));
        return views.one(hub);
    }

    @Transactional
    HubView close(UUID id, Precondition precondition, ClosureRequest request) {
        Hub hub = changeable(id, precondition);
        hub.close(request.reasonCode(), places.offerNoMore(id), today());
        journal.append(published(hub, "HubClosed").changed("state", "closureReason", "places").because(request.reasonCode().name()));
        tasks.settle(DUE_DILIGENCE, TYPE, id);
        tasks.settle(LEAD_WITHDRAWN, TYPE, id);
        succession.settle(hub);
        return views.one(hub);
    }

    /**
     * Names the school that leads a hub whose lead has closed, where a person has to choose.
     *
     * @throws Problem 409 {@code lead-not-closed}, {@code lead-is-member}, {@code hub-closed}; 422 {@code lead-not-known}
     */
    @Transactional
    HubView passLead(UUID id, Precondition precondition, NewLeadRequest request) {
        access.requirePerson();
        Hub hub = changeable(id, precondition);
        if (leads.fate(hub.leadUrn()).filter(LedHubs.Fate::closed).isEmpty()) {
            throw Problem.of(HubError.LEAD_NOT_CLOSED, "Its lead school %s has not closed. A hub changes its lead only when the school does not go on.".formatted(hub.leadUrn()));
        }
        Lead lead = openLead(request.leadUrn());
        if (members.has(id, lead.urn())) {
            throw Problem.of(HubError.LEAD_IS_MEMBER, "Withdraw the membership of %s first, or name another school.".formatted(lead.urn()))
                    .at("/leadUrn", HubError.LEAD_IS_MEMBER.code(), "A member of this hub.");
        }
        succession.pass(hub, lead, "chosen-by-person");
        return views.one(hub);
    }

    @Transactional
    HubView setPlaces(UUID id, Precondition precondition, PlacesRequest request) {
        Hub hub = changeable(id, precondition);
        hub.requirePlacesCanBeSet();
        wanted(id, request).forEach((place, number) -> {
            if (!places.offer(place, number)) {
                throw belowHeld(place, request);
            }
        });
        // Places stand in rows of their own: the hub's version has to be moved by hand.
        entities.lock(hub, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
        journal.append(Entry.of(hub, TYPE).event("HubPlacesSet").changed("places"));
        return views.one(hub);
    }

    @Transactional
    Page<HubView> list(HubFilter filter, PageRequest page) {
        ListQuery<Hub> query = ListQuery.of(entities, Hub.class)
                .filter("e.programme = :programme", "programme", filter.programme())
                .filter("e.state = :state", "state", filter.state())
                .filter("e.region = :region", "region", filter.region())
                .filter("e.leadUrn = :leadUrn", "leadUrn", filter.leadUrn());
        if (!access.seesAll()) {
            query.restrict("e.state in :directory or e.leadUrn in :led",
                    Map.of("directory", List.of(HubState.ANNOUNCED, HubState.OPEN), "led", access.schools()));
        }
        Page<Hub> found = query.fetch(page, identity());
        return new Page<>(views.list(found.items()), found.next(), found.watermark());
    }

    @Transactional
    HubView get(UUID id) {
        return views.one(visible(id));
    }

    @Transactional
    List<HistoryEntry> history(UUID id) {
        Hub hub = visible(id);
        if (!access.seesAll() && !access.schools().contains(hub.leadUrn())) {
            throw Problem.notFound("hub", id);
        }
        return journal.history(TYPE, id);
    }

    /** The announced and open hubs of a programme, with their places for one pathway and cohort. */
    @Transactional
    public List<HubOverview> inDirectory(String programme, String pathway, String cohort) {
        List<Hub> found = hubs.inDirectory(programme);
        Map<String, Lead> lead = leads.byUrn(found.stream().map(Hub::leadUrn).toList());
        Map<UUID, PlaceCount> count = places.of(found.stream().map(Hub::id).toList()).stream()
                .filter(place -> place.pathway().equals(pathway) && place.cohort().equals(cohort))
                .collect(toMap(PlaceCount::hubId, identity()));
        return found.stream().map(hub -> overview(hub, lead.get(hub.leadUrn()), count.get(hub.id()))).toList();
    }

    /**
     * Takes one place for a membership that is proposed in the same transaction.
     *
     * @return false if none is left, also because another transaction has just taken the last one
     */
    @Transactional(TxType.MANDATORY)
    public boolean takePlace(PlaceKey place) {
        return places.take(place);
    }

    /** Gives back the place of a membership that ends in the same transaction. */
    @Transactional(TxType.MANDATORY)
    public void freePlace(PlaceKey place) {
        places.free(place);
    }

    private static HubOverview overview(Hub hub, Lead lead, PlaceCount count) {
        return new HubOverview(hub.id(), hub.name(), hub.programme(), hub.state() == HubState.OPEN, lead, Set.copyOf(hub.phases()),
                Set.copyOf(hub.provisions()), hub.region(), count == null ? 0 : count.places(), count == null ? 0 : count.held());
    }

    /** What the request says, and 0 for what it leaves out; in one order for everybody, so that two requests cannot wait for each other. */
    private Map<PlaceKey, Integer> wanted(UUID id, PlacesRequest request) {
        var wanted = new TreeMap<PlaceKey, Integer>(BY_PLACE);
        for (int i = 0; i < request.places().size(); i++) {
            var item = request.places().get(i);
            if (wanted.put(new PlaceKey(id, item.pathway(), item.cohort()), item.places()) != null) {
                throw Problem.of(HubError.PLACES_TWICE, "Name each pathway and cohort once.")
                        .at("/places/" + i, HubError.PLACES_TWICE.code(), "%s in %s stands there before.".formatted(item.pathway(), item.cohort()));
            }
        }
        places.of(List.of(id)).forEach(now -> wanted.putIfAbsent(now.key(), 0));
        return wanted;
    }

    private Problem belowHeld(PlaceKey place, PlacesRequest request) {
        int held = places.of(List.of(place.hubId())).stream().filter(now -> now.key().equals(place)).mapToInt(PlaceCount::held).sum();
        int asked = request.places().stream().map(item -> new PlaceKey(place.hubId(), item.pathway(), item.cohort())).toList().indexOf(place);
        return Problem.of(HubError.PLACES_BELOW_HELD, "Schools hold %d places of %s in %s. Offer at least as many.".formatted(held, place.pathway(), place.cohort()))
                .at(asked < 0 ? "/places" : "/places/%d/places".formatted(asked), HubError.PLACES_BELOW_HELD.code(), "At least %d.".formatted(held));
    }

    private Lead openLead(String urn) {
        return leads.find(urn).filter(Lead::open).orElseThrow(() -> Problem
                .of(HubError.LEAD_NOT_KNOWN, "A hub is led by an open school of the register. Check the URN, or wait until the register has brought the school.")
                .at("/leadUrn", HubError.LEAD_NOT_KNOWN.code(), "%s is not an open school that this service knows.".formatted(urn)));
    }

    private Hub changeable(UUID id, Precondition precondition) {
        Hub hub = visible(id);
        precondition.check(hub);
        return hub;
    }

    private Hub visible(UUID id) {
        return hubs.findByIdOptional(id)
                .filter(hub -> access.seesAll() || hub.isInDirectory() || access.schools().contains(hub.leadUrn()))
                .orElseThrow(() -> Problem.notFound("hub", id));
    }

    static Entry published(Hub hub, String event) {
        return Entry.of(hub, TYPE).event(event).publish(TOPIC, hub.id(), HubEvent.of(hub));
    }

    private LocalDate today() {
        return LondonDates.today(clock);
    }
}
