package org.schoolhubs.applications.eligibility;

import org.schoolhubs.kit.problem.ErrorCode;

/** Refusals of eligibility checks and rule sets. */
public enum EligibilityError implements ErrorCode {
    TRUST_NOT_FOUND("trust-not-found", 404, "There is no such trust"),
    PATHWAY_FOR_SCHOOLS("pathway-for-schools", 422, "This pathway is for single schools, not for trusts"),
    RULE_SET_BACKDATED("rule-set-backdated", 409, "Rules can only begin today or later, and after the version before them"),
    RULE_SET_INVALID("rule-set-invalid", 422, "The rules cannot be applied"),
    RULE_SET_PUBLISHED("rule-set-published", 409, "A published version of a rule set is never changed"),
    RULE_SET_TARGET_FIXED("rule-set-target-fixed", 409, "Programme, pathway and role of a rule set stay as they are"),
    RULE_SET_TARGET_TAKEN("rule-set-target-taken", 409, "Another rule set judges this role in this pathway"),
    RULE_SET_VERSION_OUT_OF_ORDER("rule-set-version-out-of-order", 409, "This is not the next version of the rule set");

    private final String code;
    private final int status;
    private final String title;

    EligibilityError(String code, int status, String title) {
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
