package org.schoolhubs.gateway.routing;

import io.vertx.ext.web.RoutingContext;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** W3C trace context: the caller's where it is well-formed, else a new one that asks for no sampling. */
public final class TraceContext {
    /** Header in and out. */
    public static final String HEADER = "traceparent";
    private static final String KEY = TraceContext.class.getName();
    private static final Pattern FORM = Pattern.compile("(?!ff)[0-9a-f]{2}-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private TraceContext() {
    }

    /** Decides the trace of a request that has just come in. */
    public static String begin(RoutingContext exchange) {
        String given = exchange.request().getHeader(HEADER);
        String trace = given != null && FORM.matcher(given).matches() ? given : "00-" + hex(16) + "-" + hex(8) + "-00";
        exchange.put(KEY, trace);
        return trace;
    }

    /** The trace of the request that is being served. */
    public static String of(RoutingContext exchange) {
        return exchange.get(KEY);
    }

    private static String hex(int length) {
        byte[] bytes = new byte[length];
        do {
            RANDOM.nextBytes(bytes);
        } while (bytes[0] == 0);
        return HexFormat.of().formatHex(bytes);
    }
}
