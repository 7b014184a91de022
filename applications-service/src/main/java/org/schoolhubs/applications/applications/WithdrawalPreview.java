package org.schoolhubs.applications.applications;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.schoolhubs.applications.ApplicationError;
import org.schoolhubs.applications.applications.Consequence.Kind;
import org.schoolhubs.kit.web.Versioned;

/** What a withdrawal would bring about now; pure. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "WithdrawalPreview", description = "What a withdrawal would bring about now. Its ETag is the application's: send it as If-Match, and what you were shown still holds.")
public record WithdrawalPreview(
        ApplicationState state,
        @Schema(description = "Whether it can be withdrawn here.") boolean allowed,
        @Schema(description = "Code of the refusal that you would get.", examples = "withdraw-the-membership", nullable = true) String code,
        @Schema(description = "Why not, and what would help.", nullable = true) String reason,
        @Schema(description = "Where the hubs service placed it, as it last said.", nullable = true) ApplicationView.PlacementView placement,
        @Schema(description = "What happens, in plain words.") List<Consequence> consequences,
        @Schema(description = "Counts the application's changes; the ETag.", examples = "3") long version) implements Versioned {

    static WithdrawalPreview of(Application application, ApplicationView.PlacementView placement) {
        ApplicationState state = application.state();
        if (state == ApplicationState.ACTIVE) {
            return new WithdrawalPreview(state, false, ApplicationError.WITHDRAW_THE_MEMBERSHIP.code(),
                    "The school takes part by now. POST /v1/memberships/%s/withdrawal withdraws it; this is what follows.".formatted(application.membershipId()),
                    placement, ofMember(application), application.version());
        }
        if (ApplicationLifecycle.TABLE.next(state, ApplicationAct.WITHDRAW).isEmpty()) {
            return new WithdrawalPreview(state, false, ApplicationError.WITHDRAWAL_IMPOSSIBLE.code(), "It has ended: there is nothing to withdraw.", placement, List.of(),
                    application.version());
        }
        return new WithdrawalPreview(state, true, null, null, placement, ofApplication(application), application.version());
    }

    private static List<Consequence> ofMember(Application application) {
        return List.of(
                new Consequence(Kind.MEMBERSHIP_ENDS, "The school is no longer a member of hub %s.".formatted(application.hubName())),
                new Consequence(Kind.PLACE_FREED, "Its place is freed for another school."),
                new Consequence(Kind.PLAN_STOPS, "Its support plan stops and can only be read."),
                new Consequence(Kind.AWARD_ENDS, "Where the pathway pays a grant, nothing is due any more, unless a part-award is approved."),
                free(), erased(), notUndone());
    }

    private static List<Consequence> ofApplication(Application application) {
        List<Consequence> list = new ArrayList<>();
        if (application.state() == ApplicationState.INVITED) {
            list.add(new Consequence(Kind.INVITATION_ENDS, "The invitation can no longer be confirmed."));
        } else if (application.submittedAt() == null) {
            list.add(new Consequence(Kind.DRAFT_ENDS, "What was written ends with it: it cannot be taken up again."));
        } else if (application.state() == ApplicationState.ACCEPTED && application.membershipId() != null) {
            list.add(new Consequence(Kind.PLACE_FREED, "The place that hub %s holds is freed for another school; membership %s ends."
                    .formatted(application.hubName(), application.membershipId())));
        } else if (application.state() == ApplicationState.ACCEPTED && application.kind().isLead()) {
            list.add(new Consequence(Kind.LEAVES_POOL, "It leads no hub: the programme team settles what becomes of the one that was prepared, and of its members."));
        } else if (application.state() == ApplicationState.ACCEPTED) {
            list.add(new Consequence(Kind.LEAVES_POOL, "It no longer waits for a hub."));
        } else {
            list.add(new Consequence(Kind.NO_DECISION, "Nobody decides on it any more; a decision that was proposed lapses."));
        }
        if (application.state().isLive()) {
            list.add(free());
        }
        if (application.kind() == ApplicationKind.INVITED_SCHOOL) {
            // Nobody can apply where the Department selects, and before the confirmation nobody is named.
            if (application.state() != ApplicationState.INVITED) {
                list.add(erased());
            }
            list.add(new Consequence(Kind.NOT_UNDONE, "It cannot be undone, and nobody can apply for this pathway: the Department selects for it."));
            return list;
        }
        list.add(erased());
        list.add(notUndone());
        return list;
    }

    private static Consequence free() {
        return new Consequence(Kind.SCHOOL_FREE, "The school may apply to programmes that overlapped with it again.");
    }

    private static Consequence erased() {
        return new Consequence(Kind.LEADERS_ERASED, "The people named as leaders stay on record until their time of keeping is over, then they are erased.");
    }

    private static Consequence notUndone() {
        return new Consequence(Kind.NOT_UNDONE, "It cannot be undone: to take part after all, apply again while a window is open.");
    }
}
