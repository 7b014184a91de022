package org.schoolhubs.hubs.hubs;

import static java.util.stream.Collectors.groupingBy;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.schoolhubs.hubs.HubError;
import org.schoolhubs.hubs.access.Access;
import org.schoolhubs.hubs.hubs.HubView.DueDiligenceView;
import org.schoolhubs.hubs.hubs.HubView.LeadApplicationView;
import org.schoolhubs.hubs.hubs.HubView.PlacesView;
import org.schoolhubs.hubs.leads.Lead;
import org.schoolhubs.hubs.leads.LeadService;
import org.schoolhubs.hubs.leads.LedHubs;
import org.schoolhubs.kit.problem.CommonError;
import org.schoolhubs.kit.web.Action;

/** Shows hubs with their leads and places, two queries for any number of them. */
@ApplicationScoped
class HubViews {
    private final LeadService leads;
    private final PlaceRepository places;
    private final Access access;

    HubViews(LeadService leads, PlaceRepository places, Access access) {
        this.leads = leads;
        this.places = places;
        this.access = access;
    }

    HubView one(Hub hub) {
        return views(List.of(hub), true).get(0);
    }

    List<HubView> list(List<Hub> hubs) {
        return views(hubs, false);
    }

    private List<HubView> views(List<Hub> hubs, boolean withActions) {
        Map<String, Lead> lead = leads.byUrn(hubs.stream().map(Hub::leadUrn).toList());
        Map<UUID, List<PlaceCount>> counts = places.of(hubs.stream().map(Hub::id).toList()).stream().collect(groupingBy(PlaceCount::hubId));
        return hubs.stream().map(hub -> view(hub, lead.get(hub.leadUrn()), counts.getOrDefault(hub.id(), List.of()), withActions)).toList();
    }

    private HubView view(Hub hub, Lead lead, List<PlaceCount> counts, boolean withActions) {
        return new HubView(hub.id(), hub.version(), hub.name(), hub.programme(), lead.urn(), lead.name(), hub.leadTrustUid(), hub.phases(), hub.provisions(),
                hub.region(), hub.meetsOnline(), hub.state(), hub.effectiveOn(), counts.stream().map(PlacesView::of).toList(),
                access.seesAll() ? DueDiligenceView.of(hub) : null,
                access.seesAll() ? LeadApplicationView.of(hub) : null, hub.closureReason(), withActions ? actions(hub, counts) : null);
    }

    /** Only the programme team acts on hubs, so nobody else is offered anything. */
    private List<Action> actions(Hub hub, List<PlaceCount> counts) {
        var actions = new ArrayList<Action>();
        if (access.isProgrammeTeam()) {
            long held = counts.stream().mapToLong(PlaceCount::held).sum();
            actions.add(action(hub, HubAct.RECORD_DUE_DILIGENCE, "due-diligence"));
            actions.add(action(hub, HubAct.SET_PLACES, "places"));
            actions.add(hub.state() == HubState.PREPARING && !hub.missingDueDiligence().isEmpty()
                    ? Action.refused("announcement", href(hub, "announcement"), HubError.DUE_DILIGENCE_INCOMPLETE, hub.missingInWords())
                    : action(hub, HubAct.ANNOUNCE, "announcement"));
            actions.add(action(hub, HubAct.OPEN, "opening"));
            actions.add(hub.state() != HubState.CLOSED && held > 0
                    ? Action.refused("closure", href(hub, "closure"), HubError.HUB_HAS_MEMBERS, "%d schools hold a place.".formatted(held))
                    : action(hub, HubAct.CLOSE, "closure"));
            if (leads.fate(hub.leadUrn()).filter(LedHubs.Fate::closed).isPresent()) {
                actions.add(action(hub, HubAct.PASS_LEAD, "lead"));
            }
        }
        return actions;
    }

    private static Action action(Hub hub, HubAct act, String name) {
        return HubState.LIFECYCLE.next(hub.state(), act).isPresent()
                ? Action.allowed(name, href(hub, name))
                : Action.refused(name, href(hub, name), act == HubAct.SET_PLACES || act == HubAct.PASS_LEAD ? HubError.HUB_CLOSED : CommonError.TRANSITION_IMPOSSIBLE,
                        "Not possible in state %s.".formatted(hub.state()));
    }

    private static String href(Hub hub, String name) {
        return "/v1/hubs/%s/%s".formatted(hub.id(), name);
    }
}
