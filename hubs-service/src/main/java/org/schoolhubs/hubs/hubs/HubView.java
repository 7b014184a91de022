package org.schoolhubs.hubs.hubs;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.schoolhubs.hubs.leads.Phase;
import org.schoolhubs.hubs.leads.Provision;
import org.schoolhubs.kit.web.Action;
import org.schoolhubs.kit.web.Versioned;

@Schema(name = "Hub", description = "A hub: a lead school that supports partner schools in one programme.")
record HubView(
        UUID id,
        @Schema(description = "Version, as in the ETag. It does not move when places are taken or freed.", examples = "4") long version,
        @Schema(examples = "Camden Behaviour Hub") String name,
        @Schema(description = "Code of the programme", examples = "behaviour-hubs") String programme,
        @Schema(description = "URN of the school that leads it", examples = "100049") String leadUrn,
        @Schema(description = "Its name in the register", examples = "Northgate School") String leadName,
        @Schema(description = "UID of the trust that leads it with that school; not there where the school leads by itself", examples = "2854")
        @JsonInclude(JsonInclude.Include.NON_NULL) String leadTrustUid,
        @Schema(description = "Phases served", examples = "[\"SECONDARY\"]") List<Phase> phases,
        @Schema(description = "Kinds of setting served; empty means all", examples = "[\"MAINSTREAM\"]") List<Provision> provisions,
        @Schema(description = "GOR code of the region, or null", examples = "H") String region,
        @Schema(description = "Whether the hub meets online") boolean virtual,
        HubState state,
        @Schema(description = "Day since when it is in its state") LocalDate effectiveOn,
        @Schema(description = "Places by pathway and cohort") List<PlacesView> places,
        @Schema(description = "What due diligence found; for the programme team, DfE and auditors only") @JsonInclude(JsonInclude.Include.NON_NULL)
        DueDiligenceView dueDiligence,
        @Schema(description = "The accepted application that prepared it; for the programme team, DfE and auditors only") @JsonInclude(JsonInclude.Include.NON_NULL)
        LeadApplicationView leadApplication,
        @Schema(description = "Why it was closed") @JsonInclude(JsonInclude.Include.NON_NULL) ClosureReason closureReason,
        @Schema(description = "What you may do next; not in lists") @JsonInclude(JsonInclude.Include.NON_NULL) List<Action> actions) implements Versioned {

    @Schema(name = "HubPlaces", description = "Places for one pathway in one cohort.")
    record PlacesView(
            @Schema(examples = "core") String pathway,
            @Schema(examples = "2025-11") String cohort,
            @Schema(description = "How many there are", examples = "6") int places,
            @Schema(description = "How many are left", examples = "2") int left) {
        static PlacesView of(PlaceCount count) {
            return new PlacesView(count.pathway(), count.cohort(), count.places(), count.places() - count.held());
        }
    }

    @Schema(name = "LeadApplication", description = "The accepted application to lead from which the hub was prepared.")
    record LeadApplicationView(UUID applicationId,
            @Schema(description = "How many partners the lead could support at a time, as it said", examples = "6") Integer placesWished) {
        static LeadApplicationView of(Hub hub) {
            return hub.applicationId() == null ? null : new LeadApplicationView(hub.applicationId(), hub.placesWished());
        }
    }

    @Schema(name = "DueDiligence", description = "What due diligence found.")
    record DueDiligenceView(boolean hasCapacityAndIsWilling, boolean noConflictOfInterest, boolean canBePaid,
            @Schema(description = "Notes; not public") String notes) {
        static DueDiligenceView of(Hub hub) {
            return new DueDiligenceView(hub.hasCapacityAndIsWilling(), hub.noConflictOfInterest(), hub.canBePaid(), hub.dueDiligenceNotes());
        }
    }
}
