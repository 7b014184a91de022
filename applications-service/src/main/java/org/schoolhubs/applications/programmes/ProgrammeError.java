package org.schoolhubs.applications.programmes;

import org.schoolhubs.kit.problem.ErrorCode;

/** Refusals of the catalogue. */
public enum ProgrammeError implements ErrorCode {
    PROGRAMME_INVALID("programme-invalid", 422, "The terms do not make a programme"),
    COHORT_INVALID("cohort-invalid", 422, "The dates do not make a cohort"),
    PROGRAMME_EXISTS("programme-exists", 409, "There is a programme of this code already"),
    CHANGE_REFUSED("change-refused", 409, "The change would hurt what runs"),
    CHANGE_STALE("change-stale", 409, "What the change was made from has changed meanwhile"),
    CHANGE_SETTLED("change-settled", 409, "The change does not wait any more"),
    CHANGE_OF_ANOTHER("change-of-another", 409, "Only whoever proposed a change withdraws it"),
    VERSION_SCHEDULED("version-scheduled", 409, "Later terms are scheduled already"),
    VERSION_IN_FORCE("version-in-force", 409, "Terms that are in force or were cannot be cancelled"),
    VALID_FROM_PAST("valid-from-past", 422, "Terms cannot be in force before they are made"),
    SUCCESSOR_INVALID("successor-invalid", 422, "This programme cannot take the place of the other"),
    REPLACEMENT_PAST("replacement-past", 422, "A programme cannot be replaced on a day that is over");

    private final String code;
    private final int status;
    private final String title;

    ProgrammeError(String code, int status, String title) {
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
