package org.schoolhubs.kit.web;

import org.schoolhubs.kit.aggregate.Ids;
import io.vertx.ext.web.RoutingContext;
import java.util.regex.Pattern;

/** Request ids and trace context as they come from outside: taken over only where well-formed, so that nothing can be smuggled into logs. */
public final class Correlation {
    public static final String REQUEST_ID = "X-Request-Id";
    public static final String TRACEPARENT = "traceparent";
    static final String EXCHANGE_KEY = "org.schoolhubs.request-id";
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{8,64}");
    private static final Pattern TRACE = Pattern.compile("[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");

    private Correlation() {
    }

    static String fresh() {
        return Ids.next().toString();
    }

    /** The id of the request that is being served. */
    public static String idOf(RoutingContext exchange) {
        String id = exchange.get(EXCHANGE_KEY);
        return id == null ? fresh() : id;
    }

    /** The given id if it is 8 to 64 characters of {@code A-Za-z0-9._-}, else a fresh one. */
    public static String idFrom(String header) {
        return header != null && ID.matcher(header).matches() ? header : fresh();
    }

    /** The given trace context if well-formed, else null. */
    public static String traceparentFrom(String header) {
        return header != null && TRACE.matcher(header).matches() ? header : null;
    }
}
