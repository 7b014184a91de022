package org.schoolhubs.hubs;

import org.schoolhubs.kit.problem.ErrorCode;

/** The refusals of the hubs service. Codes are stable: third parties branch on them. */
public enum HubError implements ErrorCode {
    LEAD_NOT_KNOWN("lead-not-known", 422, "The lead is not an open school of the register"),
    LEAD_NOT_CLOSED("lead-not-closed", 409, "The hub's lead has not closed"),
    LEAD_IS_MEMBER("lead-is-member", 409, "The school is a member of the hub"),
    DUE_DILIGENCE_INCOMPLETE("due-diligence-incomplete", 409, "Due diligence is not complete"),
    PLACES_BELOW_HELD("places-below-held", 409, "There would be fewer places than are held"),
    PLACES_TWICE("places-twice", 422, "A pathway and cohort stands there twice"),
    HUB_HAS_MEMBERS("hub-has-members", 409, "Schools still hold places in the hub"),
    HUB_CLOSED("hub-closed", 409, "The hub is closed"),
    HUB_NOT_KNOWN("hub-not-known", 422, "There is no such hub of this programme"),
    HUB_NOT_POSSIBLE("hub-not-possible", 409, "The school cannot be placed with this hub"),
    OVERRIDE_WITHOUT_REASON("override-without-reason", 422, "An override needs a reason"),
    REASON_WITHOUT_OVERRIDE("reason-without-override", 422, "A reason is given for an override only"),
    NOT_WAITING("not-waiting", 409, "The school is not waiting for a place"),
    NO_PLACE_LEFT("no-place-left", 409, "No fitting hub has a place left"),
    LOCATION_UNKNOWN("location-unknown", 409, "It is not known which hub is near the school"),
    NOT_THE_LEAD("not-the-lead", 403, "Only the hub's lead may do this"),
    NOT_THE_PARTNER("not-the-partner", 403, "Only the partner school may do this"),
    EFFECTIVE_DATE_IMPOSSIBLE("effective-date-impossible", 422, "The effective date is not possible"),
    COMPLETED_BEFORE("completed-before", 409, "The membership was completed before that day"),
    TEXT_NEEDED("text-needed", 422, "The reason OTHER needs a text");

    private final String code;
    private final int status;
    private final String title;

    HubError(String code, int status, String title) {
        this.code = code;
        this.status = status;
        this.title = title;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }
}
