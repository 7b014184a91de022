package org.schoolhubs.applications.imports;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;

/** How imports are received. */
@ConfigMapping(prefix = "schoolhubs.imports")
interface ImportSettings {
    /**
     * Where files wait between request and worker. Instances of the service share it: a worker on another machine may take the file.
     *
     * @return a directory, made where it is missing
     */
    @WithDefault("${java.io.tmpdir}/school-hubs-imports")
    Path spool();

    /**
     * The largest file that is taken; {@code quarkus.http.limits.max-body-size} must be at least as large.
     *
     * @return bytes
     */
    @WithDefault("268435456")
    long maxBytes();

    /**
     * How often the worker looks for files.
     *
     * @return a duration as the scheduler writes it
     */
    @WithDefault("1s")
    String every();
}
