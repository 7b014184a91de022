package org.schoolhubs.applications.interest;

import org.schoolhubs.kit.problem.ErrorCode;

/** What is refused of expressions of interest. */
enum InterestError implements ErrorCode {
    EXPRESSION_EXISTS("expression-exists", 409, "An expression of interest in this pathway is there already"),
    EXPRESSION_IMPOSSIBLE("expression-impossible", 409, "The expression of interest cannot be changed in this way"),
    WINDOW_OPEN("window-open", 409, "A window is open: apply instead"),
    EXPRESSIONS_NOT_TAKEN("expressions-not-taken", 422, "This pathway takes no expressions of interest");

    private final String code;
    private final int status;
    private final String title;

    InterestError(String code, int status, String title) {
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
