package org.schoolhubs.gateway.routing;

import io.quarkus.runtime.ShutdownEvent;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Connections to the services: a pool for each, so that one which hangs does not take the others with it. */
@ApplicationScoped
public class Upstreams {
    /** Seconds; shorter than the services keep an idle connection (60), so that none is used just as it is closed. */
    private static final int KEEP_IDLE = 20;

    private final Map<Service, URI> origins = new EnumMap<>(Service.class);
    private final Map<Service, HttpClient> clients = new EnumMap<>(Service.class);

    Upstreams(Vertx vertx, RoutingConfig config) {
        origins.put(Service.APPLICATIONS, config.applicationsUrl());
        origins.put(Service.HUBS, config.hubsUrl());
        origins.put(Service.SUPPORT, config.supportUrl());
        origins.put(Service.GRANTS, config.grantsUrl());
        origins.forEach((service, origin) -> clients.put(service, client(vertx, config, origin)));
    }

    private static HttpClient client(Vertx vertx, RoutingConfig config, URI origin) {
        if (origin.getHost() == null || !(origin.getPath() == null || origin.getPath().isEmpty() || origin.getPath().equals("/"))) {
            throw new IllegalArgumentException("The URL of a service is scheme, host and port only: " + origin);
        }
        boolean tls = "https".equals(origin.getScheme());
        HttpClientOptions options = new HttpClientOptions()
                .setDefaultHost(origin.getHost())
                .setDefaultPort(origin.getPort() > 0 ? origin.getPort() : tls ? 443 : 80)
                .setSsl(tls)
                .setConnectTimeout((int) config.connectTimeout().toMillis())
                .setIdleTimeout((int) config.idleTimeout().toMillis()).setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
                .setKeepAliveTimeout(KEEP_IDLE)
                .setMaxWaitQueueSize(config.waiting())
                // Answers pass as they are; nothing is unpacked on the way.
                .setDecompressionSupported(false);
        return vertx.createHttpClient(options, new PoolOptions().setHttp1MaxSize(config.connections()));
    }

    /** A request on a connection of that service's pool; fails if none can be had. */
    public Future<HttpClientRequest> request(Service service, HttpMethod method, String uri) {
        return clients.get(service).request(new RequestOptions().setMethod(method).setURI(uri));
    }

    void stop(@Observes ShutdownEvent event) {
        clients.values().forEach(HttpClient::close);
    }
}
