package org.schoolhubs.gateway.routing;

import io.vertx.core.MultiMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What passes the gateway and what does not. Everything that is not named here passes unchanged. */
final class HeaderHygiene {
    /** RFC 9110 section 7.6.1: about one connection, not about the message. {@code Expect} is answered by the gateway itself. */
    private static final Set<String> HOP_BY_HOP = Set.of("connection", "keep-alive", "proxy-connection", "proxy-authenticate", "proxy-authorization", "te", "trailer",
            "upgrade", "expect");
    /** Said by proxies about callers: from a caller it is a claim about itself. */
    private static final Set<String> SPOOFABLE = Set.of("forwarded", "x-real-ip", "x-client-ip", "x-cluster-client-ip", "true-client-ip", "x-original-url",
            "x-rewrite-url", "x-http-method-override", "x-http-method", "x-method-override");
    private static final Set<String> ABOUT_SOFTWARE = Set.of("server", "x-powered-by");

    private HeaderHygiene() {
    }

    /** Takes out of a request what must not reach a service. Framing ({@code Transfer-Encoding}) is the proxy's. */
    static void cleanRequest(MultiMap headers) {
        dropHopByHop(headers);
        for (String name : List.copyOf(headers.names())) {
            String lower = name.toLowerCase(Locale.ROOT);
            if (SPOOFABLE.contains(lower) || lower.startsWith("x-forwarded-")) {
                headers.remove(name);
            }
        }
    }

    /** Takes out of an answer what is about the connection to the service or about its software. */
    static void cleanResponse(MultiMap headers) {
        dropHopByHop(headers);
        ABOUT_SOFTWARE.forEach(headers::remove);
    }

    private static void dropHopByHop(MultiMap headers) {
        List<String> named = new ArrayList<>();
        for (String value : headers.getAll("connection")) {
            for (String name : value.split(",")) {
                named.add(name.trim());
            }
        }
        // A caller must not have the proxy drop what says who is asking or how long the body is.
        named.stream().filter(name -> !name.isEmpty() && !isEssential(name)).forEach(headers::remove);
        HOP_BY_HOP.forEach(headers::remove);
    }

    private static boolean isEssential(String name) {
        return Set.of("authorization", "content-length", "content-type", "transfer-encoding", "host").contains(name.toLowerCase(Locale.ROOT));
    }
}
