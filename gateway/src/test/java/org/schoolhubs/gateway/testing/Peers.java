package org.schoolhubs.gateway.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.Vertx;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.schoolhubs.gateway.routing.Service;

/** Starts a small HTTP server in the place of each service. */
public final class Peers implements QuarkusTestResourceLifecycleManager {
    private static final Map<Service, Peer> RUNNING = new ConcurrentHashMap<>();
    private Vertx vertx;

    @Override
    public Map<String, String> start() {
        vertx = Vertx.vertx();
        Map<String, String> environment = new HashMap<>();
        for (Service service : Service.values()) {
            Peer peer = new Peer(vertx, service);
            peer.up();
            RUNNING.put(service, peer);
            environment.put(service.name() + "_URL", "http://localhost:" + peer.port());
        }
        return environment;
    }

    @Override
    public void stop() {
        if (vertx != null) {
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }

    /** The server in the place of that service. */
    public static Peer of(Service service) {
        return RUNNING.get(service);
    }
}
