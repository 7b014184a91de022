package org.schoolhubs.gateway.limits;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Requests per window. Each instance of the gateway counts for itself: with n instances a caller may get n times as much. */
@ConfigMapping(prefix = "gateway.limits")
interface LimitsConfig {
    /** Eligibility checks without a token, by client address. */
    Quota eligibility();

    /** Other requests without a token, by client address. */
    Quota anonymous();

    /** Requests with a token, by its subject. */
    Quota subject();

    /** How many callers are remembered for each quota; the ones idle longest are forgotten first. */
    @WithDefault("100000")
    long callers();

    /** So many requests in so much time. */
    interface Quota {
        long requests();

        Duration window();
    }
}
