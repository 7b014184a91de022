package org.schoolhubs.grants.payees;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.time.Duration;

/** Change control of bank details. */
@ConfigMapping(prefix = "grants.payees")
interface PayeesConfig {
    /** How long changed bank details rest after they were verified. */
    @WithName("cooling-off")
    @WithDefault("3d")
    Duration coolingOff();
}
