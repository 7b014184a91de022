package org.schoolhubs.applications.imports;

import java.util.Arrays;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Files that can be imported. */
@Schema(description = "Kind of file.")
enum ImportKind {
    /** GIAS's establishment file, {@code edubasealldata}. */
    GIAS_ESTABLISHMENTS("gias-establishments"),
    /** Ofsted's management information on state-funded schools, latest inspections. */
    OFSTED_INSPECTIONS("ofsted-inspections");

    private final String parameter;

    ImportKind(String parameter) {
        this.parameter = parameter;
    }

    /** How requests write it. */
    String parameter() {
        return parameter;
    }

    static Optional<ImportKind> of(String parameter) {
        return Arrays.stream(values()).filter(kind -> kind.parameter.equals(parameter)).findFirst();
    }
}
