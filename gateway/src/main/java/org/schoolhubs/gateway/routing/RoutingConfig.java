package org.schoolhubs.gateway.routing;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/** Where the services are and how long the gateway waits for them. */
@ConfigMapping(prefix = "gateway.routing")
interface RoutingConfig {
    URI applicationsUrl();

    URI hubsUrl();

    URI supportUrl();

    URI grantsUrl();

    /** How long a connection may take to be made. */
    @WithDefault("2S")
    Duration connectTimeout();

    /** From the end of the request's body to the head of the answer. */
    @WithDefault("30S")
    Duration responseTimeout();

    /** A connection on which nothing moves in either direction is closed after this time; longer than the response timeout. */
    @WithDefault("60S")
    Duration idleTimeout();

    /** Connections per service: a slow service uses up its own and no other's. */
    @WithDefault("100")
    int connections();

    /** Requests that may wait for a connection per service; one more is refused with 503. */
    @WithDefault("500")
    int waiting();

    /** What clients are told to wait after a 503 or 504. */
    @WithDefault("5S")
    Duration retryAfter();

    /** Largest body of a request. */
    @WithDefault("10M")
    MemorySize maxBody();

    /** Largest body of an import (registers, attendance figures, selection lists). */
    @WithDefault("256M")
    MemorySize maxImportBody();
}
