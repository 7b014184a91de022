package org.schoolhubs.applications.imports;

import org.schoolhubs.kit.problem.ErrorCode;

/** Refusals of the imports. What is wrong inside a file stands in the import itself, not here. */
public enum ImportError implements ErrorCode {
    IMPORT_PARAMETER_INVALID("import-parameter-invalid", 400, "A parameter of the import is not valid"),
    IMPORT_EMPTY("import-empty", 400, "The file is empty"),
    IMPORT_TOO_LARGE("import-too-large", 413, "The file is too large"),
    IMPORT_RUNNING("import-running", 409, "Another import is running"),
    IMPORT_BUILT_UPON("import-built-upon", 409, "Something rests on what the import brought"),
    IMPORT_NEEDS_ANOTHER_PERSON("import-needs-another-person", 409, "Another person than its sender must confirm the import"),
    IMPORT_OLDER("import-older", 409, "The register already describes a later day"),
    IMPORT_FUTURE("import-future", 422, "The file describes a day that has not come yet");

    private final String code;
    private final int status;
    private final String title;

    ImportError(String code, int status, String title) {
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
