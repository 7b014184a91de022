package org.schoolhubs.gateway.routing;

import java.util.Locale;

/** The services behind the gateway. */
public enum Service {
    APPLICATIONS, HUBS, SUPPORT, GRANTS;

    /** How paths, configuration and published documents name it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
