package org.schoolhubs.applications.imports;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Map;

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

    /**
     * A file that closes or moves more than this part of the open schools waits for a person.
     *
     * @return 0 to 1
     */
    @WithDefault("0.01")
    double guardShare();

    /**
     * So many closures and moves go in by themselves however small the register is.
     *
     * @return a number of schools
     */
    @WithDefault("20")
    long guardAtLeast();

    /**
     * From which age on a source is stale, by the kind of file as requests write it.
     *
     * @return days
     */
    @WithDefault("45")
    Map<String, Integer> staleAfterDays();
}
