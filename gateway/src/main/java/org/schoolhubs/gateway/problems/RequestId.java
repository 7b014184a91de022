package org.schoolhubs.gateway.problems;

import io.vertx.ext.web.RoutingContext;
import java.util.UUID;
import java.util.regex.Pattern;

/** The id that ties together what one request caused, across services. */
public final class RequestId {
    /** Header in and out. */
    public static final String HEADER = "X-Request-Id";
    private static final String KEY = RequestId.class.getName();
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._-]{8,64}");

    private RequestId() {
    }

    /** The caller's id if it is 8 to 64 characters of {@code A-Za-z0-9._-}, else a fresh one: nothing else gets into logs. */
    public static String begin(RoutingContext exchange) {
        String given = exchange.request().getHeader(HEADER);
        String id = given != null && FORM.matcher(given).matches() ? given : UUID.randomUUID().toString();
        exchange.put(KEY, id);
        return id;
    }

    /** The id of the request that is being served. */
    public static String of(RoutingContext exchange) {
        return exchange.get(KEY);
    }
}
