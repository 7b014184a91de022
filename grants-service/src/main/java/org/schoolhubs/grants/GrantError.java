package org.schoolhubs.grants;

import java.util.Locale;
import org.schoolhubs.kit.problem.ErrorCode;

/** The refusals of the grants service. Codes are stable: third parties branch on them. */
public enum GrantError implements ErrorCode {
    PATHWAY_UNKNOWN(422, "This programme has no such pathway"),
    PATHWAY_WITHOUT_GRANT(422, "This pathway carries no grant"),
    TARIFF_ABOVE_CAP(422, "The tariff is above the cap of its pathway"),
    TARIFF_OVERLAPS(409, "Another tariff is for some of these days"),
    TARIFF_PERIOD_INVALID(422, "The tariff's last day is not possible"),
    BUDGET_EXISTS(409, "There is a budget for this programme and year already"),
    BUDGET_BELOW_USE(409, "The budget cannot be less than what is committed and paid"),
    PAYEE_UNKNOWN(422, "There is no such payee"),
    PAYEE_NOT_OF_AWARD(422, "This payee cannot receive this award"),
    PAYEE_EXISTS(409, "This organisation is a payee already"),
    ORGANISATION_CODE_INVALID(422, "The code is not one of this kind of organisation"),
    NO_BANK_DETAILS(409, "There are no bank details to verify"),
    ALREADY_VERIFIED(409, "These bank details are verified already"),
    SECOND_PERSON_REQUIRED(409, "Another person than the one before must do this"),
    PAYMENT_DATE_INVALID(422, "Banks do not pay on this day"),
    NOTHING_TO_PAY(409, "There is no award that this run could pay"),
    BANK_DETAILS_CHANGED(409, "Bank details have changed since the run was prepared"),
    RUN_HAS_WITHDRAWN_AWARDS(409, "The run has awards whose membership was withdrawn"),
    PAYMENT_DATE_PASSED(409, "The payment date of this run has passed"),
    FILE_NOT_MADE(409, "The file is made when the run is approved"),
    RESULTS_DO_NOT_MATCH(422, "The results do not match the run: nothing was recorded");

    private final int status;
    private final String title;

    GrantError(int status, String title) {
        this.status = status;
        this.title = title;
    }

    @Override
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
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
