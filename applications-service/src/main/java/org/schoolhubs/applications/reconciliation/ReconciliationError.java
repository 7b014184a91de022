package org.schoolhubs.applications.reconciliation;

import org.schoolhubs.kit.problem.ErrorCode;

/** Refusals of reconciliation. */
public enum ReconciliationError implements ErrorCode {
    RECONCILIATION_NOT_FAILED("reconciliation-not-failed", 409, "Only a reconciliation that was given up can be repeated");

    private final String code;
    private final int status;
    private final String title;

    ReconciliationError(String code, int status, String title) {
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
