package org.schoolhubs.applications.applications;

import org.schoolhubs.kit.problem.ErrorCode;

/** What is refused while applications of the several kinds come in. */
enum IntakeError implements ErrorCode {
    SCHOOL_NOT_OF_TRUST("school-not-of-trust", 422, "The school is not one of the trust today"),
    SCHOOL_NAMED_TWICE("school-named-twice", 422, "A school is named twice"),
    NOT_OF_THIS_KIND("not-of-this-kind", 409, "An application of this kind has no such part"),
    LEAD_AND_PARTNER("lead-and-partner", 409, "An organisation leads or is led in a programme, not both"),
    LIST_NOT_CURRENT("selection-list-not-current", 409, "A newer selection list has taken the place of this one"),
    CONFIRM_BY_PAST("confirm-by-past", 422, "The last day to confirm lies in the past"),
    SUCCESSION_IMPOSSIBLE("succession-impossible", 409, "The application cannot pass to this school"),
    NOTHING_TO_REVIEW("nothing-to-review", 409, "Nothing about the eligibility of this application waits for a person"),
    INVITATION_ANSWERED("invitation-answered", 409, "There is no invitation to be answered"),
    INVITATION_LAPSED("invitation-lapsed", 409, "The day by which to confirm the invitation has passed");

    private final String code;
    private final int status;
    private final String title;

    IntakeError(String code, int status, String title) {
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
