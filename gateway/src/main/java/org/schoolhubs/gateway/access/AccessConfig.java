package org.schoolhubs.gateway.access;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** Headers that depend on where the gateway stands. */
@ConfigMapping(prefix = "gateway.access")
interface AccessConfig {
    /** Value of Strict-Transport-Security; none where the gateway is not reached by TLS. */
    Optional<String> hsts();
}
