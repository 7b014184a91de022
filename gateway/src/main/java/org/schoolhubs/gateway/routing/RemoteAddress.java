package org.schoolhubs.gateway.routing;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;

/** Who is at the other end. Where trusted proxies are configured (quarkus.http.proxy), the address that they give; a caller's own claims never count. */
public final class RemoteAddress {
    private RemoteAddress() {
    }

    /** The numeric address, or the host where that is all there is. */
    public static String of(HttpServerRequest request) {
        SocketAddress remote = request.remoteAddress();
        return remote.hostAddress() != null ? remote.hostAddress() : String.valueOf(remote.host());
    }
}
