package org.schoolhubs.applications.imports;

import org.schoolhubs.kit.problem.ErrorCode;

/** Refusals of selection lists before they are read. */
public enum SelectionListError implements ErrorCode {
    SELECTION_TARGET_INVALID("selection-target-invalid", 400, "A selection list names programme, pathway and cohort, and no other file does"),
    PATHWAY_NOT_BY_SELECTION("pathway-not-by-selection", 422, "The Department does not select for this pathway");

    private final String code;
    private final int status;
    private final String title;

    SelectionListError(String code, int status, String title) {
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
